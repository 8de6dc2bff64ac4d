package io.clearmltenants.connect;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Locale;

/**
 * Variables such as {@code CLEARML__HOSTS__MONGO__BACKEND__HOST}, which replace one setting each
 * (A/config/basic.py:93-109).
 */
record EnvironmentOverrides(Environment environment) {

    /** The tree with every variable laid over it; CLEARML wins over TRAINS. */
    ConfigTree over(ConfigTree tree) {
        ConfigTree result = tree;
        for (String prefix : List.of("TRAINS__", "CLEARML__")) {
            for (var variable : environment.startingWith(prefix).entrySet()) {
                result = over(result, prefix, variable.getKey(), variable.getValue());
            }
        }
        return result;
    }

    private ConfigTree over(ConfigTree tree, String prefix, String name, String text) {
        List<String> keys =
                List.of(name.substring(prefix.length()).toLowerCase(Locale.ROOT).split("__", -1));
        if (keys.contains("")) {
            throw new ConfigurationFailure(
                    "The variable "
                            + name
                            + " names no setting; write "
                            + prefix
                            + "part__part__part with none of them empty.");
        }
        ConfigValue value = new Hocon(environment).variable(name, text);
        for (String key : keys.reversed()) {
            value = ConfigFactory.empty().root().withValue(key, value);
        }
        return tree.under((ConfigObject) value);
    }
}
