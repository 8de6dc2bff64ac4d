package io.clearmltenants.connect;

import io.clearmltenants.connect.Server.ElasticCluster;
import io.clearmltenants.connect.Server.RedisDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known about where everything is, for people and without secrets. */
public record ServerSettings(Server server, Optional<FarFiles> farFiles) {

    /** One line a setting, MongoDB first. */
    public List<SettingLine> lines() {
        List<SettingLine> lines = new ArrayList<>();
        lines.add(mongo("MongoDB, database backend", server.mongoBackend()));
        lines.add(mongo("MongoDB, database auth", server.mongoAuth()));
        server.elastic().forEach((name, cluster) -> elastic(name, cluster, lines));
        server.redis().forEach((alias, database) -> redis(alias, database, lines));
        lines.add(files());
        server.fileHosts()
                .forEach(
                        (url, origin) ->
                                lines.add(new SettingLine("fileserver URL", url, origin.label())));
        server.caFile().ifPresent(file -> lines.add(path("certificate authorities", file)));
        return lines;
    }

    private static SettingLine mongo(String what, Setting<String> uri) {
        String shown = MongoUri.parse(uri.value()).map(MongoUri::masked).orElse("(unreadable)");
        return new SettingLine(what, shown, uri.origin().label());
    }

    private static void elastic(String name, ElasticCluster cluster, List<SettingLine> lines) {
        String what = "Elasticsearch, cluster " + name;
        String checked = cluster.verifyCertificates() ? "" : " (certificates not checked)";
        lines.add(
                new SettingLine(
                        what,
                        String.join(", ", cluster.hosts().value()) + checked,
                        cluster.hosts().origin().label()));
        login(what, cluster.user(), cluster.password(), lines);
    }

    private static void redis(String alias, RedisDatabase database, List<SettingLine> lines) {
        String what = "Redis, " + alias;
        String place = database.cluster() ? " (cluster)" : "/" + database.database();
        String scheme = database.tls() ? "rediss://" : "redis://";
        lines.add(
                new SettingLine(
                        what,
                        scheme + database.host().value() + ":" + database.port() + place,
                        database.host().origin().label()));
        login(what, database.user(), database.password(), lines);
    }

    private static void login(
            String what,
            Optional<Setting<String>> user,
            Optional<Setting<Secret>> password,
            List<SettingLine> lines) {
        user.ifPresent(
                set ->
                        lines.add(
                                new SettingLine(
                                        what + ", user", set.value(), set.origin().label())));
        password.ifPresent(
                set ->
                        lines.add(
                                new SettingLine(
                                        what + ", password",
                                        set.value().toString(),
                                        set.origin().label())));
    }

    private SettingLine files() {
        return server.files()
                .map(set -> path("fileserver folder", set))
                .or(() -> farFiles.map(ServerSettings::far))
                .orElse(new SettingLine("fileserver folder", "not on this host", "nobody"));
    }

    private static SettingLine far(FarFiles files) {
        return new SettingLine(
                "fileserver folder",
                files.folder().value() + " of " + files.label(),
                files.folder().origin().label());
    }

    private static SettingLine path(String what, Setting<Path> path) {
        return new SettingLine(what, path.value().toString(), path.origin().label());
    }
}
