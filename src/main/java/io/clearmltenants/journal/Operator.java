package io.clearmltenants.journal;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Who runs this process.
 *
 * @param user the operating system's user
 * @param host this host's name
 * @param process the process number
 */
public record Operator(String user, String host, long process) {

    /** The operator of this process. */
    public static Operator current() {
        return new Operator(
                System.getProperty("user.name", "unknown"),
                hostName(),
                ProcessHandle.current().pid());
    }

    @Override
    public String toString() {
        return user + "@" + host;
    }

    private static String hostName() {
        String variable = System.getenv("HOSTNAME");
        try {
            return variable == null || variable.isBlank()
                    ? InetAddress.getLocalHost().getHostName()
                    : variable;
        } catch (UnknownHostException nameless) {
            return "unknown host";
        }
    }
}
