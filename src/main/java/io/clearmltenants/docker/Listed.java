package io.clearmltenants.docker;

import com.github.dockerjava.api.model.Container;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A container in its engine's list. */
public record Listed(Container entry) {

    /** Its id, 64 hexadecimal digits. */
    public String id() {
        return entry.getId();
    }

    /** Its name, without the slash that the engine puts before it, and none that a link gave it. */
    public String name() {
        return Stream.of(entry.getNames())
                .map(name -> name.substring(1))
                .filter(name -> !name.contains("/"))
                .findFirst()
                .orElseGet(this::id);
    }

    /** The image that it was made from. */
    public String image() {
        return entry.getImage();
    }

    /** A label's value. */
    public Optional<String> label(String name) {
        return Optional.ofNullable(entry.getLabels())
                .map((Map<String, String> labels) -> labels.get(name))
                .filter(value -> !value.isEmpty());
    }

    public boolean running() {
        return "running".equals(entry.getState());
    }
}
