package io.clearmltenants.compose;

import io.clearmltenants.docker.Container;
import io.clearmltenants.docker.Engine;
import java.util.Optional;

/**
 * One installation, looked at closely.
 *
 * @param apiserver the API server's container
 * @param folder the fileserver's; empty if no container has it
 */
record Installation(
        Engine engine, Project project, Container apiserver, Optional<FilesFolder> folder) {

    static Installation of(Engine engine, Project project) {
        Container apiserver = engine.container(project.apiserver().id()).orElseThrow();
        return new Installation(engine, project, apiserver, folder(engine, project, apiserver));
    }

    /** The fileserver's; without one, what the API server has mounted: its image's is nobody's. */
    private static Optional<FilesFolder> folder(
            Engine engine, Project project, Container apiserver) {
        return project.find(Part.FILESERVER)
                .flatMap(listed -> engine.container(listed.id()))
                .flatMap(container -> FilesFolder.in(container, engine))
                .or(
                        () ->
                                FilesFolder.in(apiserver, engine)
                                        .filter(folder -> folder.mount().isPresent()));
    }

    /** The folder, if another container than the fileserver's can have it too. */
    Optional<FilesFolder> mounted() {
        return folder.filter(found -> found.mount().isPresent());
    }

    /** Why the folder is out of reach, with a way out; asked only if it is. */
    String folderMissing() {
        return folder.map(
                        own ->
                                "The folder of container %s is in its own layer, which no other container reaches; give it a volume, or keep the files with --without files."
                                        .formatted(own.container().name()))
                .orElseGet(
                        () ->
                                "No container of project %s has a folder of a fileserver; run this program with --site local and --files where the folder is, or keep the files with --without files."
                                        .formatted(project.name()));
    }
}
