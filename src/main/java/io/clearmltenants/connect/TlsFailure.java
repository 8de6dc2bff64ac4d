package io.clearmltenants.connect;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why an encrypted connection did not come about, in one sentence with a way out. */
public final class TlsFailure {
    private TlsFailure() {}

    /**
     * @param server what was to be reached ("MongoDB")
     * @param failure what a client threw; some clients give the reason in the message alone
     * @return empty if the failure is not one of TLS
     */
    public static Optional<ConnectFailure> of(String server, Throwable failure) {
        return why(texts(failure)).map(why -> new ConnectFailure(server + why, failure));
    }

    private static Optional<String> why(String texts) {
        if (texts.contains("validity check failed") || texts.contains("CertificateExpired")) {
            return Optional.of(
                    " shows a certificate that is not valid at this time; renew it, or set the clock right.");
        }
        if (texts.contains("PKIX path")) {
            return Optional.of(
                    " shows a certificate of an authority that is not known here; name the authority's PEM file with --ca-file.");
        }
        if (texts.contains("No subject alternative")
                || texts.contains("No name matching")
                || texts.contains("SSLPeerUnverifiedException")) {
            return Optional.of(
                    " shows a certificate for another host; give the address with the name that is in its certificate.");
        }
        if (texts.contains("Unsupported or unrecognized SSL message")) {
            return Optional.of(
                    " does not speak TLS at this address; give the address without TLS, or another port.");
        }
        return texts.contains("javax.net.ssl.SSL")
                ? Optional.of(
                        " ends the TLS handshake; check whether it requires a client certificate.")
                : Optional.empty();
    }

    private static String texts(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining("\n"));
    }
}
