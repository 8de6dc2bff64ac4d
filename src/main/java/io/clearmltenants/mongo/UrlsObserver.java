package io.clearmltenants.mongo;

import io.clearmltenants.connect.Connections;
import io.clearmltenants.phase.Finding;
import io.clearmltenants.phase.Observer;
import io.clearmltenants.phase.Store;
import io.clearmltenants.tenant.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the URLs that the tenant's tasks and models point to, by place: what lies outside is not
 * erased.
 */
@ApplicationScoped
class UrlsObserver implements Observer {
    private final DocumentUrls urls;
    private final Connections connections;

    UrlsObserver(DocumentUrls urls, Connections connections) {
        this.urls = urls;
        this.connections = connections;
    }

    @Override
    public Store store() {
        return Store.MONGO;
    }

    @Override
    public Stream<Finding> observe(Target target) {
        return count(target).entrySet().stream().map(UrlsObserver::warning);
    }

    private Map<UrlPlace, Long> count(Target target) {
        Set<String> fileHosts = connections.server().fileHosts().keySet();
        return urls.read(
                target,
                all ->
                        all.collect(
                                Collectors.groupingBy(
                                        url -> UrlPlace.of(url, fileHosts),
                                        TreeMap::new,
                                        Collectors.counting())));
    }

    private static Finding warning(Map.Entry<UrlPlace, Long> place) {
        return new Finding.Warning(place.getKey().sentence(Counted.of(place.getValue(), "URL")));
    }
}
