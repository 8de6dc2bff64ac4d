package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.ElasticServer;
import io.clearmltenants.fixture.ElasticVersion;
import io.clearmltenants.fixture.MongoServer;
import io.clearmltenants.fixture.Proof;
import io.clearmltenants.fixture.RedisServer;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.Version;
import io.clearmltenants.fixture.World;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnServers
class DeleteIT {
    @TempDir Path folder;
    private Installation installation;

    @BeforeEach
    void connect(Installation installation) {
        this.installation = installation;
    }

    @Test
    void aTenantOfTwoYearsIsGoneAndEverybodyElseIsWhatTheyWere() {
        World world =
                World.on(installation.clients())
                        .withVictimsForeignCredential()
                        .withUnknownCollections()
                        .build();
        Proof proof = Proof.before(world);

        CliResult result = installation.cli(Unattended.delete("--unknown-collections")).run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput())
                .contains("Certificate of deletion", "Backups and snapshots");
        assertThat(result.standardError()).contains("holds credentials for other tenants");
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void theSameOnElasticsearch7WithAnAliasAndClosedIndices(
            MongoServer mongo,
            @Version(ElasticVersion.SEVEN) ElasticServer elastic,
            RedisServer redis) {
        try (Installation old = new Installation(mongo, elastic, redis, folder)) {
            World world =
                    World.on(old.clients())
                            .withVictimOf(Size.SMALL)
                            .withAlias()
                            .withClosedIndices()
                            .build();
            Proof proof = Proof.before(world);

            CliResult result = old.cli(Unattended.delete()).run();

            assertThat(result.exitCode()).as(result.toString()).isZero();
            proof.victimIsGone();
            proof.everythingElseIsUnchanged();
        }
    }

    @Test
    void aTenantAsARealServerStoredItIsGone() {
        World world =
                World.on(installation.clients()).withVictimOf(Size.SMALL).withRealVictim().build();
        Proof proof = Proof.before(world);

        CliResult result =
                installation
                        .cli("delete", World.VICTIM, "--with-live-agents", "--wait", "0")
                        .input("acme\n")
                        .run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardError()).contains("Type the tenant's name");
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void usersAndCompanyStayWhereTheyAreToBeKept() {
        World world = World.on(installation.clients()).withVictimOf(Size.SMALL).build();
        Proof proof = Proof.before(world);

        CliResult result = installation.cli(Unattended.delete("--keep-users")).run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(documents("backend", "company", "_id")).isEqualTo(1);
        assertThat(documents("backend", "user", "company"))
                .isEqualTo(world.count(io.clearmltenants.phase.PhaseName.USERS) / 2);
        assertThat(documents("auth", "user", "credentials.0")).isPositive();
        assertThat(documents("backend", "task", "company")).isZero();
        proof.everythingElseIsUnchanged();
    }

    @Test
    void whatAnEarlierDeletionLeftWithoutItsCompanyGoesWithOrphans() {
        World world = World.on(installation.clients()).withVictimOf(Size.SMALL).build();
        Proof proof = Proof.before(world);
        installation
                .clients()
                .mongo()
                .getDatabase("backend")
                .getCollection("company")
                .deleteOne(new Document("_id", World.VICTIM));

        CliResult refused = installation.cli(Unattended.delete()).run();
        CliResult result =
                installation
                        .cli(
                                "delete",
                                World.VICTIM,
                                "--orphans",
                                "--with-live-agents",
                                "--wait",
                                "0")
                        .input(World.VICTIM + "\n")
                        .run();

        assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(10);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        proof.victimIsGone();
        proof.everythingElseIsUnchanged();
    }

    private long documents(String database, String collection, String field) {
        Document filter =
                field.contains(".")
                        ? new Document("company", World.VICTIM)
                                .append(field, new Document("$exists", true))
                        : new Document(field, World.VICTIM);
        return installation
                .clients()
                .mongo()
                .getDatabase(database)
                .getCollection(collection)
                .countDocuments(filter);
    }
}
