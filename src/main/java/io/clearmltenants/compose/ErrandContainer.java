package io.clearmltenants.compose;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Link;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import io.clearmltenants.connect.Elsewhere;
import io.clearmltenants.connect.Errand;
import io.clearmltenants.connect.Errand.Word;
import io.clearmltenants.connect.HeldFolder;
import io.clearmltenants.docker.Container;
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
    private static final Path HOME = Path.of("/clearml-tenants");
    private static final Path PROGRAM = HOME.resolve("clearml-tenants");
    static final Path STATE_THERE = HOME.resolve("state");

    private static final Pattern NUMBER = Pattern.compile("(\\d+)(:\\d+)?");

    /** Completes the engine's command. */
    CreateContainerCmd describe(CreateContainerCmd command) {
        return command.withName(held.path().getFileName().toString())
                .withEntrypoint(PROGRAM.toString())
                .withCmd(words())
                .withUser(user().map(Matcher::group).orElse("0"))
                .withWorkingDir(HOME.toString())
                .withEnv(variables())
                .withAttachStdin(true)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withStdinOpen(true)
                .withStdInOnce(true)
                .withHealthcheck(new HealthCheck().withTest(List.of("NONE")))
                .withLabels(Helper.labels(installation, errand, held))
                .withHostConfig(hostConfiguration());
    }

    private List<String> variables() {
        Map<String, String> variables = new LinkedHashMap<>(installation.apiserver().environment());
        variables.putAll(errand.variables());
        variables.put(
                Elsewhere.OUTLINE,
                new ObjectMapper().valueToTree(new Outline(installation).tree()).toString());
        if (installation.mounted().isEmpty()) {
            variables.put(Elsewhere.FOLDER_MISSING, installation.folderMissing());
        }
        return variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
    }

    private HostConfig hostConfiguration() {
        Container apiserver = installation.apiserver();
        Optional<Map.Entry<String, ContainerNetwork>> first = networks().findFirst();
        return new HostConfig()
                .withNetworkMode(first.map(Map.Entry::getKey).orElseGet(apiserver::networkMode))
                .withLinks(first.map(Map.Entry::getValue).map(this::links).orElse(new Link[0]))
                .withExtraHosts(apiserver.extraHosts())
                .withMounts(mounts());
    }

    private Link[] links(ContainerNetwork network) {
        return Optional.ofNullable(network.getLinks())
                .orElseGet(installation.apiserver().described().getHostConfig()::getLinks);
    }

    /** A container that borrows another's network, or its host's, is in none of its own. */
    private Stream<Map.Entry<String, ContainerNetwork>> networks() {
        Container apiserver = installation.apiserver();
        return apiserver.networkOwner().isPresent() || apiserver.networkMode().equals("host")
                ? Stream.empty()
                : apiserver.networks().entrySet().stream();
    }

    /** The networks that the container joins after the first one. */
    List<ContainerNetwork> furtherNetworks() {
        return networks().skip(1).map(Map.Entry::getValue).toList();
    }

    /** Those of the API server, then that of the fileserver's folder, which goes before. */
    private List<Mount> mounts() {
        Map<String, Mount> mounts = new LinkedHashMap<>();
        Stream.concat(
                        installation.apiserver().mounts().stream(),
                        installation.mounted().flatMap(FilesFolder::mount).stream())
                .map(ErrandContainer::again)
                .forEach(mount -> mounts.put(mount.getTarget(), mount));
        return List.copyOf(mounts.values());
    }

    /** A volume is named, never copied from a container: so it stays when ours is removed. */
    private static Mount again(InspectContainerResponse.Mount mount) {
        boolean volume = mount.getName() != null;
        return new Mount()
                .withType(volume ? MountType.VOLUME : MountType.BIND)
                .withSource(volume ? mount.getName() : mount.getSource())
                .withTarget(mount.getDestination().getPath())
                .withReadOnly(!Boolean.TRUE.equals(mount.getRW()));
    }

    /** The command line there. */
    private List<String> words() {
        List<String> words = new ArrayList<>();
        for (int number = 0; number < errand.words().size(); number++) {
            words.add(word(number));
        }
        List<String> ours = new ArrayList<>(List.of("--site=local"));
        errand.state().ifPresent(state -> ours.add("--state-dir=" + STATE_THERE));
        installation.mounted().ifPresent(folder -> ours.add("--files=" + folder.path()));
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

    /** Who owns the files deletes them: the fileserver's user if that is a number, else root. */
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
