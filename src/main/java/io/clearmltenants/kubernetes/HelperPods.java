package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.connect.FarProgram;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Pods of ours that mount the fileserver's volume. Each ends when the connection to it does, and is
 * removed; what a killed run left is removed by the next one.
 *
 * @param fileserver the container whose volume and user they have
 * @param mount where it has its files
 * @param own remembers them
 */
record HelperPods(ApiServer server, Container fileserver, FilesMount mount, OwnPods own) {
    private static final String PROGRAM_FOLDER = "/clearml-tenants";

    /**
     * Runs this program from an image that has it as its entry point.
     *
     * @throws ConnectFailure where the pod does not come up
     */
    FarProgram startImage(String image, List<String> arguments) {
        try {
            return attach(manifest().withImage(name(), image, arguments));
        } catch (Carrier.Unsuited ended) {
            throw new ConnectFailure(
                    "Image %s does not run as this program does: %s; see --image."
                            .formatted(image, ended.getMessage()),
                    ended);
        }
    }

    /**
     * Runs a copy of this program in a pod of the fileserver's image.
     *
     * @throws Carrier.Unsuited where the image has not what that takes
     * @throws ConnectFailure where the pod does not come up
     */
    FarProgram startCopied(ProgramFile file, Carrier.Tool tool, List<String> arguments)
            throws Carrier.Unsuited {
        Carrier carrier = new Carrier(tool, List.of(PROGRAM_FOLDER));
        List<String> command = carrier.command(file, arguments);
        Attached attached = attach(manifest().withCommand(name(), PROGRAM_FOLDER, command));
        try {
            Carrier.bring(file, attached.program());
            return attached;
        } catch (Carrier.Unsuited unsuited) {
            attached.close();
            throw unsuited;
        }
    }

    private Attached attach(ObjectNode pod) throws Carrier.Unsuited {
        new Leftovers(server).remove();
        String name = pod.at("/metadata/name").asText();
        own.add(name);
        server.create("pods", pod);
        try {
            new Startup(server, name).await();
            return new Attached(
                    own, name, RemoteProgram.attach(server, name, BesideVolume.CONTAINER));
        } catch (ConnectFailure | Carrier.Unsuited failed) {
            own.remove(name);
            throw failed;
        }
    }

    private HelperManifest manifest() {
        User user = User.of(server, fileserver);
        return new HelperManifest(
                new BesideVolume(server.json(), fileserver, Optional.of(mount), user));
    }

    private static String name() {
        return "clearml-tenants-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** The program of a pod that goes with it. */
    private record Attached(OwnPods own, String pod, RemoteProgram program) implements FarProgram {
        @Override
        public OutputStream input() {
            return program.input();
        }

        @Override
        public InputStream output() {
            return program.output();
        }

        @Override
        public String errors() {
            return program.errors();
        }

        @Override
        public void close() {
            program.close();
            own.remove(pod);
        }
    }
}
