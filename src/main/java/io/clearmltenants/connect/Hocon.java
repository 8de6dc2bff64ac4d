package io.clearmltenants.connect;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigResolver;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import io.clearmltenants.json.PlainFile;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Reads HOCON as the server's own parser does. That one, pyhocon, takes an address like {@code
 * http://files:8081} without quotes, which the format forbids: if a text cannot be read, it is read
 * again with quotes around such addresses.
 *
 * @param environment where {@code ${NAME}} is looked up when the text itself does not define it
 */
record Hocon(Environment environment) {
    private static final Pattern BARE_ADDRESS =
            Pattern.compile("(?<![\"\\w+.-])([A-Za-z][A-Za-z0-9+.-]*://[^\\s,\"'\\]}]+)");

    /**
     * A file with what it includes; an include that is missing counts as empty.
     *
     * @throws ConfigurationFailure if it cannot be read
     */
    ConfigObject file(Path file) {
        return resolved(
                parsed(file, environment, 0), "The configuration file " + environment.label(file));
    }

    /**
     * The value that a variable holds: a structure if it looks like one, else its text as it is.
     *
     * @throws ConfigurationFailure if a structure cannot be read
     */
    ConfigValue variable(String name, String text) {
        String value = text.strip();
        if (value.equals("null")) {
            return ConfigValueFactory.fromAnyRef(null, environment.label(name));
        }
        if (!value.matches("(?s)[\\[{\"].*|.*\\$\\{.*")) {
            return ConfigValueFactory.fromAnyRef(value, environment.label(name));
        }
        ConfigParseOptions options =
                ConfigParseOptions.defaults().setOriginDescription(environment.label(name));
        String sentence = "The variable " + environment.label(name);
        try {
            return resolved(lenient("value: " + value, options), sentence).get("value");
        } catch (ConfigException.Parse unreadable) {
            throw unreadable(sentence, unreadable);
        }
    }

    private ConfigObject resolved(Config config, String what) {
        try {
            ConfigResolveOptions options =
                    ConfigResolveOptions.defaults()
                            .setUseSystemEnvironment(false)
                            .appendResolver(new Variables(environment));
            return config.resolve(options).root();
        } catch (ConfigException.UnresolvedSubstitution missing) {
            throw new ConfigurationFailure(
                    what
                            + " uses a variable that is not set here ("
                            + missing.getMessage()
                            + "); set it as the server has it.",
                    missing);
        }
    }

    private static Config parsed(Path file, Environment environment, int depth) {
        ConfigParseOptions options =
                ConfigParseOptions.defaults()
                        .setOriginDescription(environment.label(file))
                        .setIncluder(new Beside(file, environment, depth));
        try {
            return lenient(PlainFile.text(file, StandardCharsets.UTF_8), options);
        } catch (IOException unreadable) {
            throw new ConfigurationFailure(
                    "The configuration file "
                            + file
                            + " cannot be read; run as a user who may read it, or name another folder with --config-dir.",
                    unreadable);
        } catch (ConfigException.Parse unreadable) {
            throw unreadable("The configuration file " + environment.label(file), unreadable);
        }
    }

    private static Config lenient(String text, ConfigParseOptions options) {
        try {
            return ConfigFactory.parseString(text, options);
        } catch (ConfigException.Parse strict) {
            String quoted = BARE_ADDRESS.matcher(text).replaceAll("\"$1\"");
            return ConfigFactory.parseString(quoted, options);
        }
    }

    /**
     * The parser's own message quotes the text, which may be a password: only the place is told.
     */
    private static ConfigurationFailure unreadable(String what, ConfigException cause) {
        return new ConfigurationFailure(
                what
                        + " is not valid HOCON (at "
                        + cause.origin().description()
                        + "); fix it, or say where the servers are with --mongo, --elastic and --redis.");
    }

    /** Answers {@code ${NAME}} from the environment. */
    private record Variables(Environment environment) implements ConfigResolver {
        @Override
        public ConfigValue lookup(String path) {
            String value = environment.variables().get(path);
            return value == null
                    ? null
                    : ConfigValueFactory.fromAnyRef(value, environment.label(path));
        }

        @Override
        public ConfigResolver withFallback(ConfigResolver fallback) {
            return this;
        }
    }

    /**
     * Includes are looked up beside the file that includes them, never on the class path or web.
     *
     * @param depth how many files stand around this one
     */
    private record Beside(Path file, Environment environment, int depth)
            implements ConfigIncluder, ConfigIncluderFile {
        private static final int DEEPEST = 20;

        @Override
        public ConfigIncluder withFallback(ConfigIncluder fallback) {
            return this;
        }

        @Override
        public ConfigObject includeFile(ConfigIncludeContext context, File what) {
            return include(context, what.getPath());
        }

        @Override
        public ConfigObject include(ConfigIncludeContext context, String what) {
            Path included = file.resolveSibling(what);
            if (context.parseOptions().getAllowMissing() && !Files.exists(included)) {
                return ConfigFactory.empty().root();
            }
            if (depth == DEEPEST) {
                throw new ConfigurationFailure(
                        "The configuration file " + file + " includes itself; take that out.");
            }
            return parsed(included, environment, depth + 1).root();
        }
    }
}
