package io.clearmltenants.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.clearmltenants.connect.ConnectFailure;

/**
 * Where a fileserver has its files.
 *
 * @param volume of its pod, shared with other pods
 * @param mount of it in the container
 */
record FilesMount(JsonNode volume, JsonNode mount) {

    /**
     * @throws ConnectFailure where only the fileserver's own pod can have the files
     */
    static FilesMount of(Container fileserver, String folder) {
        return fileserver
                .mountOf(folder)
                .flatMap(
                        mount ->
                                fileserver
                                        .volume(mount)
                                        .filter(FilesMount::isShared)
                                        .map(volume -> new FilesMount(volume, mount)))
                .orElseThrow(
                        () ->
                                new ConnectFailure(
                                        "The folder %s of %s is in that pod alone, not on a volume that another pod can mount."
                                                .formatted(folder, fileserver.label())));
    }

    private static boolean isShared(JsonNode volume) {
        return !volume.has("emptyDir") && !volume.has("ephemeral");
    }
}
