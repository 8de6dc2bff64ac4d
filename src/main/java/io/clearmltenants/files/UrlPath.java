package io.clearmltenants.files;

import io.clearmltenants.tenant.TenantId;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The file that a URL means if its host is the fileserver: the URL's path, unquoted once, below the
 * fileserver's folder, without the prefix of the vendor's proxy.
 *
 * @param url as a document has it; hand-made ones carry raw spaces
 */
record UrlPath(String url) {
    private static final Pattern HTTP = Pattern.compile("(?is)(https?://[^/]*)/(.+)");
    private static final String PROXY = "files/";
    private static final int USUAL_PORT = 8081;

    /** True if the file is there, outside of the folders of this tenant and others. */
    boolean existsBelow(Path root, TenantId id) {
        return names().map(name -> below(root, name))
                .flatMap(Optional::stream)
                .filter(file -> !TaskFolders.isTenants(root.relativize(file).getName(0), id))
                .anyMatch(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    }

    /**
     * True if the host's name or port, or the proxy's path, is one that fileservers have; which
     * host it is stands in no setting (A/mongo/initialize/pre_populate.py:202-212 guesses like
     * this).
     */
    boolean looksLikeFileservers() {
        Matcher http = HTTP.matcher(url);
        if (!http.matches()) {
            return false;
        }
        try {
            URI host = new URI(http.group(1));
            return host.getPort() == USUAL_PORT
                    || http.group(2).startsWith(PROXY)
                    || host.getHost() != null && host.getHost().contains("file");
        } catch (URISyntaxException noHost) {
            return false;
        }
    }

    /** With and without the proxy's prefix, and what looks like a query. */
    private Stream<String> names() {
        Matcher http = HTTP.matcher(url);
        if (!http.matches()) {
            return Stream.empty();
        }
        String path = http.group(2);
        return Stream.of(path, path.replaceFirst("[?#].*", ""))
                .flatMap(
                        name ->
                                name.startsWith(PROXY)
                                        ? Stream.of(name, name.substring(PROXY.length()))
                                        : Stream.of(name))
                .distinct()
                .flatMap(name -> unquoted(name).stream());
    }

    /** A plus is a plus in a path, unlike in a form. */
    private static Optional<String> unquoted(String name) {
        try {
            return Optional.of(URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException raw) {
            return Optional.of(name);
        }
    }

    private static Optional<Path> below(Path root, String name) {
        try {
            Path file = root.resolve(name.replaceFirst("^/+", "")).normalize();
            return Optional.of(file).filter(it -> it.startsWith(root) && !it.equals(root));
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }
}
