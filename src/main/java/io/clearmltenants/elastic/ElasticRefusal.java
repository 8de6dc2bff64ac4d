package io.clearmltenants.elastic;

/** Elasticsearch understood the request and refuses it; its message is a sentence for the user. */
public final class ElasticRefusal extends RuntimeException {
    private final int status;

    ElasticRefusal(int status, String sentence, Throwable cause) {
        super(sentence, cause);
        this.status = status;
    }

    /** The HTTP status. */
    int status() {
        return status;
    }
}
