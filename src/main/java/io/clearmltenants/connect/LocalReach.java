package io.clearmltenants.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The servers as this machine reaches them.
 *
 * @param environment the variables of this process
 * @param machine this machine's root folder
 */
record LocalReach(Map<String, String> environment, Path machine) implements Reach {
    @Override
    public HostNames names() {
        return HostNames.ofThisMachine();
    }

    /** As the fileserver finds it; the usual place counts only if it exists. */
    @Override
    public Optional<Setting<Path>> files() {
        return new UploadFolder(environment)
                .named()
                .map(set -> new Setting<>(set.value().toAbsolutePath(), set.origin()))
                .or(this::usual);
    }

    /** As the process knew that sent us here, if one did ({@link Elsewhere}). */
    @Override
    public Optional<String> folderMissing() {
        return Optional.ofNullable(environment.get(Elsewhere.FOLDER_MISSING))
                .map(told -> Optional.of(told).filter(sentence -> !sentence.isBlank()))
                .orElseGet(Reach.super::folderMissing);
    }

    @Override
    public Optional<FarFiles> farFiles() {
        return Optional.empty();
    }

    /** What the process knew that sent us here, if one did ({@link Elsewhere}). */
    @Override
    public List<SiteNode> outline() {
        return Stream.ofNullable(environment.get(Elsewhere.OUTLINE))
                .map(LocalReach::outline)
                .toList();
    }

    private static SiteNode outline(String json) {
        try {
            return new ObjectMapper().readValue(json, SiteNode.class);
        } catch (JsonProcessingException foreign) {
            throw new ConfigurationFailure(
                    "The variable %s does not hold what this program writes into it; unset it."
                            .formatted(Elsewhere.OUTLINE),
                    foreign);
        }
    }

    @Override
    public void close() {}

    private Optional<Setting<Path>> usual() {
        return Optional.of(UploadFolder.usual(machine))
                .filter(folder -> Files.isDirectory(folder.value()));
    }
}
