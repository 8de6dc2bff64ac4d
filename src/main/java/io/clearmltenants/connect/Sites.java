package io.clearmltenants.connect;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reaches the installation that the user points at. */
@ApplicationScoped
class Sites {
    /** The API server's own variables (A/config/basic.py:93-109, A/es_factory.py:16-158). */
    private static final Pattern SERVERS =
            Pattern.compile("(CLEARML|TRAINS)_(_HOSTS__|(MONGODB|ELASTIC|REDIS)_SERVICE_).*");

    private final List<SiteOpener> openers;

    Sites(@All List<SiteOpener> openers) {
        this.openers = openers;
    }

    /** What no opener takes is local, and so is what the variables of this process name. */
    Reach open(Site site) {
        LocalReach local = new LocalReach(System.getenv(), Path.of("/"));
        if (site instanceof Site.Unnamed && saysWhere(local.environment())) {
            return local;
        }
        return openers.stream()
                .flatMap(opener -> opener.open(site).stream())
                .findFirst()
                .orElse(local);
    }

    /** Where an installation was looked for that nobody has named; sentences without an end. */
    String lookedAt() {
        return Stream.concat(
                        Stream.of(
                                "neither variables nor files of the API server (/opt/clearml/config) name MongoDB"),
                        openers.stream().map(SiteOpener::lookedAt))
                .collect(Collectors.joining("; "));
    }

    private static boolean saysWhere(Map<String, String> environment) {
        return environment.keySet().stream().anyMatch(SERVERS.asMatchPredicate());
    }
}
