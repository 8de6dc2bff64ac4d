package io.clearmltenants.kubernetes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The query of an address. */
final class Query {
    private Query() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The words of a command, each as a parameter. */
    static String command(List<String> words) {
        return words.stream()
                .map(word -> "command=" + encoded(word))
                .collect(Collectors.joining("&"));
    }
}
