package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.connect.Elsewhere;
import io.clearmltenants.connect.Errand;
import io.clearmltenants.connect.FarCommand;
import io.clearmltenants.connect.UnclearSite;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Does commands in the cluster, each as a Job, and attaches to a Job again to resume.
 *
 * @param files the fileserver's volume; empty where no fileserver runs
 * @param folderMissing why there is none; empty where files are kept outside
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
            return run(words, state, errand);
        }
        JsonNode newest = newest();
        String name = newest.at("/metadata/name").asText();
        Optional<StateThere> state =
                files.flatMap(volume -> StateThere.of(volume, newest.at("/metadata/annotations")));
        if (newest.at("/status/failed").asInt() == 0) {
            return new JobCommand(server, name, state, errand.state());
        }
        FarCommand next = run(words, state, errand);
        JobCommand.remove(server, name);
        return next;
    }

    private FarCommand run(JobWords words, Optional<StateThere> state, Errand errand) {
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
        server.create(
                "jobs",
                new JobManifest(place, release.apiServer(), named)
                        .job(
                                name,
                                words.arguments(files.map(FileserverVolume::folder), state),
                                variables(errand),
                                state.map(StateThere::annotations).orElse(Map.of())));
        return new JobCommand(server, name, state, errand.state());
    }

    private JsonNode newest() {
        return server.list("jobs", Labels.OURS).stream()
                .max(Comparator.comparing(job -> job.at("/metadata/creationTimestamp").asText()))
                .orElseThrow(
                        () ->
                                new UnclearSite(
                                        "There is no Job of this program in namespace '%s' to go on with."
                                                .formatted(server.namespace())));
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
