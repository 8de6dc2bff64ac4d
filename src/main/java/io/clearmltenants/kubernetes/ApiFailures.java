package io.clearmltenants.kubernetes;

import io.clearmltenants.connect.ConnectFailure;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.HttpURLConnection;
import java.util.concurrent.ExecutionException;

/** What a failed request to the API server means, in one sentence with a way out. */
final class ApiFailures {
    private static final int LONGEST_REASON = 300;

    private ApiFailures() {}

    static ConnectFailure lost(Cluster cluster, Exception failure) {
        Throwable cause = failure instanceof ExecutionException ? failure.getCause() : failure;
        return new ConnectFailure(
                "The Kubernetes API server at %s does not answer (%s); see that `kubectl version` works from here, and run this again."
                        .formatted(cluster.address(), reason(cause)),
                cause);
    }

    static Refusal refused(
            Cluster cluster, String verb, String kind, HttpResponse<String> response) {
        return refused(cluster, verb, kind, response.code(), message(response.body()));
    }

    /**
     * @param said the server's own words; may be empty
     */
    static Refusal refused(Cluster cluster, String verb, String kind, int code, String said) {
        String what = "%s %s in namespace %s".formatted(verb, kind, cluster.namespace());
        String sentence =
                switch (code) {
                    case HttpURLConnection.HTTP_UNAUTHORIZED ->
                            "The Kubernetes API server at %s does not know us; log in again, so that `kubectl auth whoami` works."
                                    .formatted(cluster.address());
                    case HttpURLConnection.HTTP_FORBIDDEN ->
                            "Kubernetes does not let us %s (%s); native/kubernetes/role.yaml has the rights that are needed."
                                    .formatted(what, said);
                    default ->
                            "Kubernetes could not %s: it answered %d (%s)."
                                    .formatted(what, code, said);
                };
        return new Refusal(code, sentence);
    }

    /** The server answered, but not as we wanted. */
    static final class Refusal extends RuntimeException {
        private final int code;

        private Refusal(int code, String sentence) {
            super(sentence);
            this.code = code;
        }

        /** The status of HTTP. */
        int code() {
            return code;
        }

        boolean isForbidden() {
            return code == HttpURLConnection.HTTP_FORBIDDEN;
        }

        ConnectFailure forUser() {
            return new ConnectFailure(getMessage(), this);
        }
    }

    /** Errors are objects with a message; what comes from a proxy may be anything. */
    private static String message(String body) {
        if (body == null) {
            return "";
        }
        String mark = "\"message\":\"";
        int start = body.indexOf(mark);
        int end = start < 0 ? -1 : body.indexOf("\",\"", start);
        String message = end < 0 ? body.strip() : body.substring(start + mark.length(), end);
        String plain = message.replace("\\\"", "\"");
        return plain.length() > LONGEST_REASON ? plain.substring(0, LONGEST_REASON) : plain;
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
