package io.clearmltenants.compose;

import io.clearmltenants.connect.Errand;
import io.clearmltenants.connect.Errand.Word;
import io.clearmltenants.connect.HeldFolder;
import io.clearmltenants.docker.Container;
import io.clearmltenants.journal.Operator;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A container of this program, known by its labels. */
record Helper(Container container) {
    /** The label with the user and the host whose process made the container. */
    static final String OPERATOR = "io.clearmltenants.operator";

    private static final String PROJECT = "io.clearmltenants.project";
    private static final String COMMAND = "io.clearmltenants.command";
    private static final String TENANT = "io.clearmltenants.tenant";

    /** That process's folder, by which it can be told to be alive. */
    private static final String HELD = "io.clearmltenants.held";

    /** The state folder on that host. */
    private static final String STATE = "io.clearmltenants.state";

    private static final Set<String> DELETING =
            Set.of("delete", "delete-company-data-from-mongo", "cleanup-deleted-companies");

    private static final String RESUME = "--resume=";
    private static final String LAST = "--resume";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    static Map<String, String> labels(Installation installation, Errand errand, HeldFolder held) {
        Map<String, String> labels = new TreeMap<>();
        labels.put(OPERATOR, Operator.current().toString());
        labels.put(PROJECT, installation.project().name());
        labels.put(COMMAND, plain(errand).getFirst());
        labels.put(TENANT, tenant(errand));
        labels.put(HELD, held.path().toString());
        errand.state().ifPresent(state -> labels.put(STATE, place(state)));
        return labels;
    }

    /**
     * True if it is this operator's, and the process is gone that made it. Only who started it can
     * tell: another user's folder looks as if it were not there.
     */
    boolean abandoned() {
        return is(OPERATOR, Operator.current().toString())
                && container.label(HELD).map(Path::of).map(HeldFolder::abandoned).orElse(false);
    }

    /** True if it runs the deletion that this command is to resume. */
    boolean resumedBy(Installation installation, Errand errand) {
        return asksToResume(errand)
                && container.running()
                && is(PROJECT, installation.project().name())
                && container.label(COMMAND).filter(DELETING::contains).isPresent()
                && errand.state().filter(state -> is(STATE, place(state))).isPresent()
                && (tenant(errand).isEmpty() || is(TENANT, tenant(errand)))
                && run(errand).map(this::mayBe).orElse(true);
    }

    /** Whom its deletion is about; empty text if a plan or a file says so. */
    String tenant() {
        return container.label(TENANT).orElse("");
    }

    /** The folder on this host that is to have what it writes. */
    Optional<Path> state() {
        return container.label(STATE).map(Path::of);
    }

    /** A run's name says when it began, in a container made before, and whom it is about. */
    private boolean mayBe(String run) {
        String[] parts = run.split("-");
        return parts.length == 3
                && (tenant().isEmpty()
                        || tenant().replaceAll("[^A-Za-z0-9]", "").startsWith(parts[1]))
                && TIME.format(container.created()).compareTo(parts[0]) <= 0;
    }

    private static boolean asksToResume(Errand errand) {
        return plain(errand).stream()
                .anyMatch(word -> word.equals(LAST) || word.startsWith(RESUME));
    }

    private static Optional<String> run(Errand errand) {
        return plain(errand).stream()
                .filter(word -> word.startsWith(RESUME))
                .map(word -> word.substring(RESUME.length()))
                .filter(name -> name.matches(".*-.*-.*"))
                .findFirst();
    }

    /** What stands behind the options. */
    private static String tenant(Errand errand) {
        List<String> words = plain(errand);
        return String.join(" ", words.subList(words.indexOf("--") + 1, words.size()));
    }

    private static List<String> plain(Errand errand) {
        return errand.words().stream()
                .flatMap(word -> word instanceof Word.Plain it ? Optional.of(it).stream() : null)
                .map(Word.Plain::text)
                .toList();
    }

    private boolean is(String label, String value) {
        return container.label(label).orElse("").equals(value);
    }

    private static String place(Path state) {
        return state.toAbsolutePath().normalize().toString();
    }
}
