package io.clearmltenants.cli;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number of seconds, 0 or more, on the command line. */
@RegisterForReflection
final class Seconds implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            int seconds = Integer.parseInt(text);
            if (seconds >= 0) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException wrong) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException(
                "'" + text + "' is not a number of seconds; give 0 or a positive whole number");
    }
}
