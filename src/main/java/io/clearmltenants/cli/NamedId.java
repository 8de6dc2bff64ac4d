package io.clearmltenants.cli;

import io.clearmltenants.json.PlainFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** An id and the name that the user gave for it. */
record NamedId(String id, String name) {

    /** Puts ids and names together; each id needs exactly one name. */
    static List<NamedId> all(List<String> ids, List<String> names, Optional<Path> namesFrom) {
        if (namesFrom.isPresent()) {
            Map<String, String> byId = read(namesFrom.get());
            return ids.stream()
                    .map(id -> new NamedId(id, nameOf(id, byId, namesFrom.get())))
                    .toList();
        }
        if (ids.size() != names.size()) {
            throw new WrongUsage(
                    "%d ids and %d names: give --name once for each id, in the same order, or --names-from."
                            .formatted(ids.size(), names.size()));
        }
        return IntStream.range(0, ids.size())
                .mapToObj(place -> new NamedId(ids.get(place), names.get(place)))
                .toList();
    }

    private static String nameOf(String id, Map<String, String> byId, Path file) {
        String name = byId.get(id);
        if (name == null) {
            throw new WrongUsage("The file " + file + " has no line for the id '" + id + "'.");
        }
        return name;
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> names = new HashMap<>();
        try {
            for (String line : PlainFile.text(file, StandardCharsets.UTF_8).lines().toList()) {
                int tab = line.indexOf('\t');
                if (!line.isBlank() && tab < 1) {
                    throw new WrongUsage(
                            "The file "
                                    + file
                                    + " needs an id, a tab and a name on each line; this one does not: '"
                                    + line
                                    + "'.");
                }
                if (!line.isBlank()) {
                    names.put(line.substring(0, tab), line.substring(tab + 1));
                }
            }
            return names;
        } catch (CharacterCodingException binary) {
            throw new WrongUsage("The file " + file + " is not text in UTF-8.");
        } catch (FileSystemException special) {
            throw new WrongUsage(
                    "The file %s cannot be read: %s."
                            .formatted(
                                    file,
                                    special.getReason() == null
                                            ? "permission denied"
                                            : special.getReason()));
        } catch (IOException unreadable) {
            throw new WrongUsage(
                    "The file " + file + " cannot be read: " + unreadable.getMessage() + ".");
        }
    }
}
