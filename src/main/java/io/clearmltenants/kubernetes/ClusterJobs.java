package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.connect.Elsewhere;
import io.clearmltenants.connect.Errand;
import io.clearmltenants.connect.FarCommand;
import io.clearmltenants.connect.UnclearSite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Does commands in the cluster, each as a Job, and attaches to a Job again to resume.
 *
 * @param files the fileserver's volume; empty if no fileserver runs
 * @param folderMissing why there is none; empty if files are kept outside
 * @param image with this program; without it nothing can be started
 */
record ClusterJobs(
        ApiServer server,
        Release release,
        Optional<FileserverVolume> files,
        Optional<String> folderMissing,
        Optional<String> image)
        implements Elsewhere {

    /** Of the variables here only those that say how to print: others may be secrets. */
    private static final List<String> PRINTING = List.of("NO_COLOR", "LC_ALL", "LANG");

    @Override
    public String label() {
        return "Done in the cluster, as a Job in namespace %s. Ctrl-C leaves it running; `delete --resume --in-cluster` attaches to it again."
                .formatted(server.namespace());
    }

    @Override
    public FarCommand start(Errand errand) {
        JobWords words = JobWords.of(errand);
        if (!words.resume()) {
            Optional<StateThere> state =
                    errand.state().flatMap(here -> files).map(StateThere::create);
            return run(words, words.tenant().orElse(""), state, errand);
        }
        JsonNode job =
                ResumableJobs.of(release)
                        .pick(server.list("jobs", Labels.OURS), words.tenant(), words.run());
        String name = job.at("/metadata/name").asText();
        Optional<StateThere> state =
                files.flatMap(volume -> StateThere.of(volume, job.at("/metadata/annotations")));
        if (job.at("/status/failed").asInt() == 0) {
            return new JobCommand(server, name, state, errand.state(), true);
        }
        FarCommand next = run(words, ResumableJobs.tenant(job), state, errand);
        JobCommand.remove(server, name);
        return next;
    }

    private FarCommand run(
            JobWords words, String tenant, Optional<StateThere> state, Errand errand) {
        words.check();
        String named =
                image.orElseThrow(
                        () ->
                                new UnclearSite(
                                        "A Job needs an image with this program (native/Dockerfile makes one); name it with --image."));
        Container like = release.fileserver().orElseGet(release::apiServer);
        BesideVolume place =
                new BesideVolume(
                        server.json(),
                        like,
                        files.map(FileserverVolume::mount),
                        User.of(server, like));
        String name = "clearml-tenants-" + UUID.randomUUID().toString().substring(0, 8);
        ResumableJobs known = ResumableJobs.of(release);
        Map<String, String> annotations = new HashMap<>(known.annotations(tenant));
        state.map(StateThere::annotations).ifPresent(annotations::putAll);
        server.create(
                "jobs",
                new JobManifest(place, release.apiServer(), named)
                        .job(
                                name,
                                words.arguments(files.map(FileserverVolume::folder), state),
                                variables(errand),
                                known.labels(words.command(), tenant),
                                annotations));
        return new JobCommand(server, name, state, errand.state(), words.resume());
    }

    private Map<String, String> variables(Errand errand) {
        Map<String, String> variables = new HashMap<>(errand.variables());
        variables.keySet().retainAll(PRINTING);
        if (files.isEmpty()) {
            variables.put(Elsewhere.FOLDER_MISSING, folderMissing.orElse(""));
        }
        return variables;
    }
}
