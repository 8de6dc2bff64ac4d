package io.clearmltenants.connect;

/**
 * What was said about the servers, by flags, variables or the server's own files, makes no sense or
 * cannot be read; its message is one sentence that names who said it, with a way out.
 */
public final class ConfigurationFailure extends RuntimeException {
    public ConfigurationFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public ConfigurationFailure(String sentence) {
        super(sentence);
    }
}
