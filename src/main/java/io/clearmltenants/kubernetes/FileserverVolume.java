package io.clearmltenants.kubernetes;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.FarFiles;
import io.clearmltenants.connect.FarProgram;
import io.clearmltenants.connect.Setting;
import io.clearmltenants.connect.UploadFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The fileserver's folder in its pod: this program is brought into that pod, or into one of ours
 * that mounts the same volume.
 *
 * @param fileserver its container
 * @param variables the container's
 * @param image with this program; where it is named, a pod of it is used
 * @param program this program's file, asked for when it is needed
 * @param own remembers the pods that are made
 */
record FileserverVolume(
        ApiServer server,
        Container fileserver,
        Map<String, String> variables,
        Optional<String> image,
        Supplier<ProgramFile> program,
        OwnPods own)
        implements FarFiles {

    @Override
    public Setting<Path> folder() {
        return new UploadFolder(variables).orUsual();
    }

    @Override
    public String label() {
        return fileserver.label();
    }

    @Override
    public FarProgram start(List<String> arguments) {
        if (image.isPresent()) {
            return pods().startImage(image.get(), arguments);
        }
        ProgramFile file = program.get();
        List<String> reasons = new ArrayList<>();
        List<Carrier.Tool> tools =
                fileserver.pod().runs(fileserver.name())
                        ? List.of(Carrier.Tool.values())
                        : List.of();
        for (Carrier.Tool tool : tools) {
            Carrier carrier = new Carrier(tool, folders());
            RemoteProgram command =
                    RemoteProgram.exec(server, fileserver, carrier.command(file, arguments));
            try {
                Carrier.bring(file, command);
                return command;
            } catch (Carrier.Unsuited unsuited) {
                command.close();
                reasons.add(tool.program() + ": " + unsuited.getMessage());
            }
        }
        return besideIt(file, arguments, reasons);
    }

    /** In a pod of ours of the same image, which has a folder for the program. */
    private FarProgram besideIt(ProgramFile file, List<String> arguments, List<String> reasons) {
        List<Carrier.Tool> tools =
                Stream.of(Carrier.Tool.PYTHON, Carrier.Tool.SHELL)
                        .filter(tool -> reasons.stream().noneMatch(tool::isMissing))
                        .toList();
        for (Carrier.Tool tool : tools) {
            try {
                return pods().startCopied(file, tool, arguments);
            } catch (Carrier.Unsuited unsuited) {
                reasons.add(tool.program() + ": " + unsuited.getMessage());
            }
        }
        throw new ConnectFailure(
                "The fileserver's %s and pods of its image cannot take this program (%s); name an image that has it with --image."
                        .formatted(label(), String.join("; ", reasons)));
    }

    /** The volume that another pod can mount. */
    FilesMount mount() {
        return FilesMount.of(fileserver, folder().value().toString());
    }

    private HelperPods pods() {
        return new HelperPods(server, fileserver, mount(), own);
    }

    /** Where the container may write, besides the data. */
    private List<String> folders() {
        List<String> folders = new ArrayList<>(List.of("/tmp", "/var/tmp", "/dev/shm", "/run"));
        fileserver
                .mounts()
                .filter(
                        mount ->
                                fileserver
                                        .volume(mount)
                                        .filter(volume -> volume.has("emptyDir"))
                                        .isPresent())
                .map(mount -> mount.path("mountPath").asText())
                .filter(path -> !folder().value().startsWith(path))
                .forEach(folders::add);
        return folders;
    }
}
