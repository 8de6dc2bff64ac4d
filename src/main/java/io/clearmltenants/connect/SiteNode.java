package io.clearmltenants.connect;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * One thing of an installation and what belongs to it, for people.
 *
 * @param text one line, without secrets
 * @param children in the order in which they are shown
 */
@RegisterForReflection
public record SiteNode(String text, List<SiteNode> children) {

    /** A thing with nothing below it. */
    public static SiteNode leaf(String text) {
        return new SiteNode(text, List.of());
    }
}
