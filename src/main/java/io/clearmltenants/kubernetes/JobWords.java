package io.clearmltenants.kubernetes;

import io.clearmltenants.connect.Errand;
import io.clearmltenants.connect.Errand.Word;
import io.clearmltenants.connect.Setting;
import io.clearmltenants.connect.UnclearSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a command that a Job does.
 *
 * @param keepsState whether the command writes to a state folder
 */
record JobWords(List<String> words, boolean keepsState) {
    /** In the Job's own folder, which ends with it. */
    private static final String TEMPORARY = "/tmp/state";

    /**
     * @throws UnclearSite where a word names a file here
     */
    static JobWords of(Errand errand) {
        return new JobWords(
                errand.words().stream().map(JobWords::text).toList(), errand.state().isPresent());
    }

    boolean resume() {
        return words.stream().anyMatch(word -> word.startsWith("--resume"));
    }

    /** The command's name. */
    String command() {
        return words.getFirst();
    }

    /** The id that the words name, several as they stand; empty if a run is resumed without. */
    Optional<String> tenant() {
        String ids =
                Stream.concat(
                                words.stream()
                                        .filter(word -> word.matches("--ids?=.*"))
                                        .map(word -> word.substring(word.indexOf('=') + 1)),
                                words.stream().dropWhile(word -> !word.equals("--")).skip(1))
                        .collect(Collectors.joining(","));
        return Optional.of(ids).filter(text -> !text.isEmpty());
    }

    /** The run that is to be resumed; empty for the newest. */
    Optional<String> run() {
        return words.stream()
                .filter(word -> word.startsWith("--resume="))
                .map(word -> word.substring(word.indexOf('=') + 1))
                .filter(name -> !name.equals("latest"))
                .findFirst();
    }

    /**
     * @throws UnclearSite where the command would have to ask
     */
    void check() {
        if (words.getFirst().equals("delete") && !words.contains("--yes")) {
            throw new UnclearSite(
                    "A Job cannot ask whether the plan is right: look at `plan`, then give --name NAME and --yes.");
        }
    }

    /** With where things are there. */
    List<String> arguments(Optional<Setting<Path>> files, Optional<StateThere> state) {
        List<String> all = new ArrayList<>(words);
        List<String> places = new ArrayList<>(List.of("--site=local"));
        files.ifPresent(folder -> places.add("--files=" + folder.value()));
        if (keepsState) {
            places.add("--state-dir=" + state.map(StateThere::path).orElse(TEMPORARY));
        }
        all.addAll(1, places);
        return all;
    }

    private static String text(Word word) {
        return switch (word) {
            case Word.Plain plain -> plain.text();
            case Word.Brought file -> throw here(file.option());
            case Word.Fetched file -> throw here(file.option());
        };
    }

    private static UnclearSite here(String option) {
        return new UnclearSite(
                option
                        + " names a file on this host, which a Job in the cluster does not have; leave --in-cluster or "
                        + option
                        + " out.");
    }
}
