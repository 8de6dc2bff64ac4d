package io.clearmltenants.connect;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The server's configuration, merged from all its sources; each value knows its own.
 *
 * @param root the whole
 */
record ConfigTree(ConfigObject root) {
    private static final String YES = "(?i)true|yes|on|1";

    static ConfigTree empty() {
        return new ConfigTree(ConfigFactory.empty().root());
    }

    /**
     * This tree with another laid over it: structures are merged, other values replaced; a key that
     * begins with "-" replaces the structure below it (A/config/basic.py:150-182).
     */
    ConfigTree under(ConfigObject upper) {
        return new ConfigTree(merge(root, upper));
    }

    /** A text or number as text; empty if it is not set, null or blank. */
    Optional<Setting<String>> text(String... path) {
        return value(path).map(found -> scalar(found, path)).filter(set -> !set.value().isBlank());
    }

    /**
     * A whole number, not negative.
     *
     * @throws ConfigurationFailure if something else stands there
     */
    Optional<Integer> number(String... path) {
        Optional<Setting<String>> set = text(path);
        set.ifPresent(found -> require(found, "\\d{1,9}", "a number", path));
        return set.map(found -> Integer.valueOf(found.value()));
    }

    /**
     * A yes or no; false if it is not set.
     *
     * @throws ConfigurationFailure if something else stands there
     */
    boolean isTrue(String... path) {
        return yesOrNo(path).filter(set -> set.value().matches(YES)).isPresent();
    }

    /**
     * True only if the configuration says no.
     *
     * @throws ConfigurationFailure if something that is neither yes nor no stands there
     */
    boolean isFalse(String... path) {
        return yesOrNo(path).filter(set -> !set.value().matches(YES)).isPresent();
    }

    /** The elements of a list; a value that is no list is one of one element. */
    Optional<Setting<List<ConfigValue>>> list(String... path) {
        return value(path)
                .map(
                        found ->
                                new Setting<>(
                                        found instanceof ConfigList list
                                                ? List.copyOf(list)
                                                : List.of(found),
                                        origin(found, path)));
    }

    /** The names of the structures at a place, sorted. */
    Set<String> children(String... path) {
        Set<String> names = new TreeSet<>();
        value(path)
                .filter(ConfigObject.class::isInstance)
                .map(ConfigObject.class::cast)
                .ifPresent(
                        object ->
                                object.forEach(
                                        (name, child) -> {
                                            if (child instanceof ConfigObject) {
                                                names.add(name);
                                            }
                                        }));
        return names;
    }

    /** Who said what a value at a place is. */
    static Origin origin(ConfigValue value, String... path) {
        // A text with ${NAME} in it comes from a file and a variable: "merge of FILE: 3,NAME,FILE".
        List<Origin> sources =
                Stream.of(value.origin().description().replaceFirst("^merge of ", "").split(","))
                        .map(part -> source(part.replaceFirst(": \\d+(-\\d+)?$", ""), path))
                        .distinct()
                        .toList();
        return sources.stream().skip(1).reduce(sources.getFirst(), Origin::with);
    }

    private static Origin source(String name, String... path) {
        if (name.equals(Defaults.NAME)) {
            return new Origin(Origin.Kind.DEFAULT, ConfigUtil.joinPath(path));
        }
        return name.matches("\\w+( of .*)?")
                ? Origin.variable(name)
                : new Origin(Origin.Kind.FILE, name + " (" + ConfigUtil.joinPath(path) + ")");
    }

    private Optional<Setting<String>> yesOrNo(String... path) {
        Optional<Setting<String>> set = text(path);
        set.ifPresent(found -> require(found, YES + "|(?i)false|no|off|0", "true or false", path));
        return set;
    }

    private static void require(Setting<String> set, String shape, String what, String... path) {
        if (!set.value().matches(shape)) {
            throw new ConfigurationFailure(
                    "The setting %s (%s) is not %s; fix it."
                            .formatted(ConfigUtil.joinPath(path), set.origin().label(), what));
        }
    }

    private Optional<ConfigValue> value(String... path) {
        ConfigValue at = root;
        for (String name : path) {
            if (!(at instanceof ConfigObject object) || !object.containsKey(name)) {
                return Optional.empty();
            }
            at = object.get(name);
        }
        return Optional.of(at).filter(found -> found.valueType() != ConfigValueType.NULL);
    }

    private static Setting<String> scalar(ConfigValue value, String... path) {
        Origin origin = origin(value, path);
        if (value instanceof ConfigObject || value instanceof ConfigList) {
            throw new ConfigurationFailure(
                    "The setting "
                            + ConfigUtil.joinPath(path)
                            + " ("
                            + origin.label()
                            + ") holds a structure where a single value belongs; fix it.");
        }
        return new Setting<>(String.valueOf(value.unwrapped()), origin);
    }

    private static ConfigObject merge(ConfigObject lower, ConfigObject upper) {
        ConfigObject merged = lower;
        for (var entry : upper.entrySet()) {
            boolean replaces = entry.getKey().startsWith("-");
            String key = replaces ? entry.getKey().substring(1) : entry.getKey();
            ConfigValue value = entry.getValue();
            if (value instanceof ConfigObject above) {
                boolean joins = !replaces && merged.get(key) instanceof ConfigObject;
                value =
                        merge(
                                joins
                                        ? (ConfigObject) merged.get(key)
                                        : ConfigFactory.empty().root(),
                                above);
            }
            merged = merged.withValue(key, value);
        }
        return merged;
    }
}
