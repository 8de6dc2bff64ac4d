package io.clearmltenants.compose;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.HeldFolder;
import io.clearmltenants.connect.Reach;
import io.clearmltenants.connect.Site;
import io.clearmltenants.connect.SiteOpener;
import io.clearmltenants.connect.UnclearSite;
import io.clearmltenants.docker.Endpoints;
import io.clearmltenants.docker.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds installations of docker compose. */
@ApplicationScoped
class ComposeSites implements SiteOpener {
    @Override
    public Optional<Reach> open(Site site) {
        return switch (site) {
            case Site.Local here -> Optional.empty();
            case Site.Kubernetes cluster -> Optional.empty();
            case Site.Compose named -> Optional.of(named(named.project()));
            case Site.Unnamed unnamed -> unnamed();
        };
    }

    @Override
    public String lookedAt() {
        return engines().map(ComposeSites::lookedAt).collect(Collectors.joining("; "));
    }

    private static String lookedAt(Engine engine) {
        Optional<String> silence = engine.silence();
        if (silence.isPresent()) {
            return "no Docker engine answers at %s (%s)".formatted(engine.address(), silence.get());
        }
        try {
            List<Project> all = new Projects(engine).all();
            return all.isEmpty()
                    ? "the Docker engine at %s has no ClearML server".formatted(engine.address())
                    : "the Docker engine at %s has a ClearML server whose API server does not run (%s)"
                            .formatted(engine.address(), names(all));
        } catch (ConnectFailure refused) {
            return refused.getMessage().replaceFirst("\\.$", "");
        }
    }

    private Optional<Reach> unnamed() {
        for (Engine engine : answering().toList()) {
            List<Project> running =
                    new Projects(engine)
                            .all().stream()
                                    .filter(project -> project.apiserver().running())
                                    .toList();
            if (!running.isEmpty()) {
                return Optional.of(reach(engine, only(engine, running)));
            }
        }
        return Optional.empty();
    }

    private Reach named(Optional<String> name) {
        List<Engine> engines = engines().toList();
        // What is wrong with the first one is what the user is to know.
        Engine engine = answering().findFirst().orElseGet(engines::getFirst);
        List<Project> all = new Projects(engine).all();
        List<Project> meant =
                name.map(wanted -> all.stream().filter(it -> it.name().equals(wanted)).toList())
                        .orElse(all);
        if (meant.isEmpty()) {
            throw new ConnectFailure(
                    "The Docker engine at %s has no ClearML server%s; %s"
                            .formatted(
                                    engine.label(),
                                    name.map(it -> " in a project " + it).orElse(""),
                                    all.isEmpty()
                                            ? "name another engine with DOCKER_HOST or DOCKER_CONTEXT."
                                            : "it has them in " + names(all) + "."));
        }
        return reach(engine, only(engine, meant));
    }

    private static Project only(Engine engine, List<Project> projects) {
        List<Project> running =
                projects.stream().filter(project -> project.apiserver().running()).toList();
        List<Project> meant = running.isEmpty() ? projects : running;
        if (meant.size() > 1) {
            throw new UnclearSite(
                    "The Docker engine at %s has several ClearML servers: %s; choose one with --site compose --project NAME."
                            .formatted(engine.label(), names(meant)));
        }
        return meant.getFirst();
    }

    private static String names(List<Project> projects) {
        return projects.stream().map(Project::name).collect(Collectors.joining(", "));
    }

    private static Reach reach(Engine engine, Project project) {
        Installation installation = Installation.of(engine, project);
        HeldFolder.removeAbandoned();
        return new ComposeReach(installation, HeldFolder.create());
    }

    private Stream<Engine> answering() {
        return engines().filter(Engine::answers);
    }

    private Stream<Engine> engines() {
        return new Endpoints(System.getenv()).candidates().stream().map(Engine::new);
    }
}
