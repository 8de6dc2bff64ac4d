package io.clearmltenants.compose;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clearmltenants.connect.Elsewhere;
import io.clearmltenants.connect.Errand;
import io.clearmltenants.connect.Errand.Word;
import io.clearmltenants.connect.HeldFolder;
import io.clearmltenants.docker.Attachment;
import io.clearmltenants.docker.Container;
import io.clearmltenants.docker.Mount;
import io.clearmltenants.journal.Operator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the container of an errand is to be.
 *
 * @param held locked for as long as this process lives
 */
record ErrandContainer(Installation installation, HeldFolder held, Errand errand) {
    /** The label with the name of the host whose process made the container. */
    static final String HOST = "io.clearmltenants.host";

    /** The label with the user whose process that is. */
    static final String USER = "io.clearmltenants.user";

    /** The label with that process's folder. */
    static final String HELD = "io.clearmltenants.held";

    /** The label with the state folder there. */
    static final String STATE = "io.clearmltenants.state";

    private static final Path HOME = Path.of("/clearml-tenants");
    private static final Path PROGRAM = HOME.resolve("clearml-tenants");
    static final Path STATE_THERE = HOME.resolve("state");

    private static final Pattern NUMBER = Pattern.compile("(\\d+)(:\\d+)?");

    /** As POST /containers/create takes it. */
    ObjectNode json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("Image", installation.apiserver().imageId());
        json.putArray("Entrypoint").add(PROGRAM.toString());
        words().forEach(json.putArray("Cmd")::add);
        json.put("User", user().map(Matcher::group).orElse("0"));
        json.put("WorkingDir", HOME.toString());
        Map<String, String> variables = new LinkedHashMap<>(installation.apiserver().environment());
        variables.putAll(errand.variables());
        variables.put(
                Elsewhere.OUTLINE,
                new ObjectMapper().valueToTree(new Outline(installation).tree()).toString());
        ArrayNode environment = json.putArray("Env");
        variables.forEach((name, value) -> environment.add(name + "=" + value));
        json.put("AttachStdin", true).put("AttachStdout", true).put("AttachStderr", true);
        json.put("OpenStdin", true).put("StdinOnce", true);
        json.putObject("Healthcheck").putArray("Test").add("NONE");
        ObjectNode labels = json.putObject("Labels");
        labels.put(HOST, ThisHost.name());
        labels.put(USER, Operator.current().user());
        labels.put(HELD, held.path().toString());
        errand.state().ifPresent(state -> labels.put(STATE, state.toAbsolutePath().toString()));
        hostConfiguration(json.putObject("HostConfig"));
        networks()
                .findFirst()
                .ifPresent(
                        first ->
                                json.putObject("NetworkingConfig")
                                        .putObject("EndpointsConfig")
                                        .set(first.network(), endpoint(first)));
        return json;
    }

    private static ObjectNode endpoint(Attachment place) {
        ObjectNode endpoint = new ObjectMapper().createObjectNode();
        place.links().forEach(endpoint.putArray("Links")::add);
        return endpoint;
    }

    private void hostConfiguration(ObjectNode json) {
        Container apiserver = installation.apiserver();
        json.put(
                "NetworkMode",
                networks().findFirst().map(Attachment::network).orElseGet(apiserver::networkMode));
        apiserver.extraHosts().forEach(json.putArray("ExtraHosts")::add);
        ArrayNode mounts = json.putArray("Mounts");
        mounts().values().forEach(mount -> mounts.add(json(mount)));
    }

    /** A container that borrows another's network, or its host's, is in none of its own. */
    private Stream<Attachment> networks() {
        Container apiserver = installation.apiserver();
        return apiserver.networkOwner().isPresent() || apiserver.onHostNetwork()
                ? Stream.empty()
                : apiserver.networks().stream();
    }

    /** The ids of the networks that the container joins after the first one. */
    List<String> furtherNetworks() {
        return networks().skip(1).map(Attachment::networkId).toList();
    }

    /** Those of the API server, then that of the fileserver's folder, which goes before. */
    private Map<String, Mount> mounts() {
        Map<String, Mount> mounts = new LinkedHashMap<>();
        Stream.concat(
                        installation.apiserver().mounts().stream(),
                        installation.folder().flatMap(FilesFolder::mount).stream())
                .filter(mount -> mount.type().equals("bind") || mount.type().equals("volume"))
                .forEach(mount -> mounts.put(mount.destination(), mount));
        return mounts;
    }

    /** A volume is named, never copied from a container: so it stays when ours is removed. */
    private static ObjectNode json(Mount mount) {
        return new ObjectMapper()
                .createObjectNode()
                .put("Type", mount.type())
                .put("Source", mount.type().equals("volume") ? mount.name() : mount.source())
                .put("Target", mount.destination())
                .put("ReadOnly", !mount.writable());
    }

    /** The command line there. */
    private List<String> words() {
        List<String> words = new ArrayList<>();
        for (int number = 0; number < errand.words().size(); number++) {
            words.add(word(number));
        }
        List<String> ours = new ArrayList<>(List.of("--site=local"));
        errand.state().ifPresent(state -> ours.add("--state-dir=" + STATE_THERE));
        installation.folder().ifPresent(folder -> ours.add("--files=" + folder.path()));
        words.addAll(1, ours);
        return words;
    }

    private String word(int number) {
        return switch (errand.words().get(number)) {
            case Word.Plain plain -> plain.text();
            case Word.Brought brought -> brought.option() + "=" + place(number, brought.file());
            case Word.Fetched fetched -> fetched.option() + "=" + place(number, fetched.file());
        };
    }

    /** Where the file of a word is there; in a folder of its own, so that it keeps its name. */
    static Path place(int number, Path file) {
        return HOME.resolve("word-" + number).resolve(file.toAbsolutePath().getFileName());
    }

    /** All that has to be there before the command starts. */
    Luggage luggage(Path executable) {
        Map<Path, Path> contents = new LinkedHashMap<>();
        contents.put(PROGRAM, executable);
        List<Path> folders = new ArrayList<>(List.of(HOME));
        for (int number = 0; number < errand.words().size(); number++) {
            switch (errand.words().get(number)) {
                case Word.Plain plain -> {}
                case Word.Brought brought -> {
                    folders.add(place(number, brought.file()).getParent());
                    contents.put(place(number, brought.file()), brought.file());
                }
                case Word.Fetched fetched -> folders.add(place(number, fetched.file()).getParent());
            }
        }
        errand.state()
                .ifPresent(
                        state -> {
                            folders.add(STATE_THERE);
                            if (Files.isDirectory(state)) {
                                contents.put(STATE_THERE, state);
                            }
                        });
        return new Luggage(
                contents,
                PROGRAM,
                folders,
                user().map(it -> Integer.parseInt(it.group(1))).orElse(0));
    }

    /**
     * Who owns the files deletes them: the fileserver's user, where that is a number, else root.
     */
    private Optional<Matcher> user() {
        String user =
                installation
                        .folder()
                        .map(FilesFolder::container)
                        .orElse(installation.apiserver())
                        .user();
        return Optional.of(NUMBER.matcher(user)).filter(Matcher::matches);
    }
}
