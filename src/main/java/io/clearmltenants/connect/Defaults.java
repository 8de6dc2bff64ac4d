package io.clearmltenants.connect;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;

/**
 * What the server assumes if nobody says anything (A/config/default/hosts.conf,
 * A/config/default/apiserver.conf:111, A/config/default/services/auth.conf:5). The fileserver's
 * database 8 (F/config/default/hosts.conf:7) is not here: {@link RedisSettings} derives it.
 */
final class Defaults {
    /** What the origin of these values is called. */
    static final String NAME = "built-in default";

    /** The company that the server creates for itself. */
    static final String COMPANY = "d1bd92a3b039400cbafc60a7a5b1e52b";

    /** The company of the guest user. */
    static final String GUEST_COMPANY = "025315a9321f49f8be07f5ac48fbcf92";

    private static final String TEXT =
            """
            hosts {
              fileserver = "http://localhost:8081"
              elastic {
                events { hosts: [{host: "127.0.0.1", port: 9200}] }
                workers { hosts: [{host: "127.0.0.1", port: 9200}] }
              }
              mongo {
                backend { host: "mongodb://127.0.0.1:27017/backend" }
                auth { host: "mongodb://127.0.0.1:27017/auth" }
              }
              redis {
                apiserver { host: "127.0.0.1", port: 6379, db: 0 }
                workers { host: "127.0.0.1", port: 6379, db: 4 }
              }
            }
            apiserver.default_company = "%s"
            services.auth.fixed_users.guest.default_company = "%s"
            """
                    .formatted(COMPANY, GUEST_COMPANY);

    private Defaults() {}

    static ConfigObject tree() {
        return ConfigFactory.parseString(
                        TEXT, ConfigParseOptions.defaults().setOriginDescription(NAME))
                .root();
    }
}
