package io.clearmltenants.cli;

import io.clearmltenants.fixture.CliProcess;
import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.World;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Unattended deletions of a small victim, through relays and without.
 *
 * @param relays what stands before the servers
 */
record Deletion(
        Installation installation, Relays relays, World world, Proof proof, Remembered remembered)
        implements AutoCloseable {
    private static final List<String> UNATTENDED =
            List.of("--name", World.VICTIM_NAME, "--yes", "--with-live-agents", "--retry", "3");

    /** Builds a world on the servers and takes its state down. */
    static Deletion on(MongoServer mongo, ElasticServer elastic, RedisServer redis, Path folder) {
        Installation installation = new Installation(mongo, elastic, redis, folder);
        World world =
                World.on(installation.clients())
                        .withVictimOf(Size.SMALL)
                        .withUnknownCollections()
                        .build();
        return new Deletion(
                installation,
                Relays.before(installation, mongo, elastic, redis),
                world,
                Proof.before(world),
                new Remembered(installation.state()));
    }

    /** A new run through the relays, without a second look. */
    CliProcess relayed() {
        return relayed("delete", World.VICTIM, "--wait", "0");
    }

    /** Another command through the relays. */
    CliProcess relayed(String... arguments) {
        return installation.cli(relays.addresses(), unattended(arguments));
    }

    /** A new run that reaches the servers directly. */
    CliProcess direct() {
        return installation.cli(unattended("delete", World.VICTIM, "--wait", "0"));
    }

    /** Goes on with the run that is not finished, directly. */
    CliProcess resumed() {
        return installation.cli(unattended("delete", "--resume", "--wait", "0"));
    }

    /** Goes on with it through the relays. */
    CliProcess resumedThroughRelays() {
        return relayed("delete", "--resume", "--wait", "0");
    }

    /** What becomes of unknown collections stands in the plan of a run that is resumed. */
    private static String[] unattended(String... arguments) {
        Stream<String> unknown =
                List.of(arguments).contains("--resume")
                        ? Stream.empty()
                        : Stream.of("--unknown-collections");
        return Stream.of(Stream.of(arguments), UNATTENDED.stream(), unknown)
                .flatMap(some -> some)
                .toArray(String[]::new);
    }

    /** Nothing of the victim is left, all else is what it was, and the report says so. */
    void isComplete() {
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
        remembered.everythingFoundIsErased();
        remembered.theSumsAddUp();
        remembered.theJournalIsTheOneOfTheReport();
        remembered.eachIdentifierStandsOnce();
    }

    @Override
    public void close() {
        relays.close();
        installation.close();
    }
}
