package io.clearmltenants.connect;

/** Several installations match; its message names them and the option that picks one. */
public final class UnclearSite extends RuntimeException {
    public UnclearSite(String sentence) {
        super(sentence);
    }
}
