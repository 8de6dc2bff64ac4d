package io.clearmltenants.connect;

/** A password or key; it does not print itself. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
