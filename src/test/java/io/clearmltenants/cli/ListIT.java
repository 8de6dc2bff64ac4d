package io.clearmltenants.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.clearmltenants.fixture.CliResult;
import io.clearmltenants.fixture.Size;
import io.clearmltenants.fixture.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All tenants of a server. */
@OnServers
class ListIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RUDE = "0bad0bad0bad0bad0bad0bad0bad0bad";
    private static final String ESCAPE = "\u001b";

    private static Installation installation;

    @BeforeAll
    static void build(Installation installation) {
        ListIT.installation = installation;
        World.on(installation.clients()).withVictimOf(Size.SMALL).build();
        installation
                .clients()
                .mongo()
                .getDatabase("backend")
                .getCollection("company")
                .insertOne(new Document("_id", RUDE).append("name", "acme" + ESCAPE + "[2J\nx"));
    }

    @Test
    void eachTenantIsALineWithItsNumbersAndLastActivity() {
        CliResult result = installation.cli("list").run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.standardOutput().lines().findFirst().orElseThrow())
                .contains("Id", "Name", "Users", "Tasks", "Models", "Last activity");
        assertThat(result.standardOutput().lines())
                .anyMatch(
                        line ->
                                line.contains(World.VICTIM + " ")
                                        && line.contains(World.VICTIM_NAME)
                                        && line.contains(
                                                lastActivity()
                                                        .toInstant()
                                                        .toString()
                                                        .substring(0, 19)));
        assertThat(result.standardOutput()).contains(World.BYSTANDER, World.DEFAULT_COMPANY);
        assertThat(result.standardError()).isEmpty();
    }

    @Test
    void inJsonEachTenantIsAnObjectAndTheLastLineCountsThem() {
        CliResult result = installation.cli("list", "--json").run();

        assertThat(result.exitCode()).as(result.toString()).isZero();
        List<JsonNode> lines = result.standardOutput().lines().map(ListIT::parsed).toList();
        assertThat(lines)
                .allMatch(line -> line.path("schema").asText().equals("clearml-tenants/event/1"));
        assertThat(lines.getLast().path("type").asText()).isEqualTo("summary");
        assertThat(lines.getLast().path("tenants").asInt()).isEqualTo(lines.size() - 1);
        JsonNode victim =
                lines.stream()
                        .filter(line -> line.path("id").asText().equals(World.VICTIM))
                        .findFirst()
                        .orElseThrow();
        assertThat(victim.path("name").asText()).isEqualTo(World.VICTIM_NAME);
        assertThat(victim.path("tasks").asLong()).isEqualTo(count("task"));
        assertThat(victim.path("models").asLong()).isEqualTo(count("model"));
        assertThat(victim.path("users").asLong()).isEqualTo(count("user"));
        assertThat(victim.path("lastActivity").asText())
                .isEqualTo(lastActivity().toInstant().toString());
    }

    @Test
    void controlCharactersInANameDoNotReachTheTerminal() {
        List<CliResult> results =
                List.of(
                        installation.cli("list").run(),
                        installation.cli("list", "--json").run(),
                        installation.cli("plan", RUDE).run(),
                        installation.cli("plan", RUDE, "--name", "acme").run(),
                        installation.cli("delete", RUDE, "--name", "acme", "--yes").run());

        assertThat(results)
                .allSatisfy(
                        result -> {
                            assertThat(result.standardOutput()).doesNotContain(ESCAPE);
                            assertThat(result.standardError()).doesNotContain(ESCAPE);
                        });
        assertThat(results.getFirst().standardOutput()).contains("acme\\u001B[2J\\u000Ax");
        assertThat(results.getLast().exitCode()).isEqualTo(5);
        assertThat(results.getLast().standardError()).contains("is named 'acme\\u001B[2J");
    }

    @Test
    void aCompanyWhoseIdIsNoStringIsListedWithItsTypeAndCanBeNeitherPlannedNorDeletedNorVerified() {
        MongoCollection<Document> companies =
                installation.clients().mongo().getDatabase("backend").getCollection("company");
        ObjectId object = new ObjectId("65f1c0ffee65f1c0ffee65f1");
        companies.insertMany(
                List.of(
                        new Document("_id", 12345).append("name", "number"),
                        new Document("_id", object).append("name", "object")));

        CliResult list = installation.cli("list").run();
        List<CliResult> refused =
                List.of(
                        installation.cli("plan", "12345").run(),
                        installation.cli("verify", "12345").run(),
                        installation.cli("delete", "12345", "--orphans").input("12345\n").run(),
                        installation
                                .cli("delete", object.toHexString(), "--name", "object", "--yes")
                                .run());

        assertThat(list.standardOutput())
                .contains("12345 (int32, no string)", object + " ", "(ObjectId, no string)");
        assertThat(refused)
                .allSatisfy(
                        result -> {
                            assertThat(result.exitCode()).as(result.toString()).isEqualTo(5);
                            assertThat(result.standardError())
                                    .contains("a ClearML server writes strings alone");
                            assertThat(result.standardOutput()).isEmpty();
                        });
        assertThat(companies.find(new Document("_id", 12345))).hasSize(1);
        companies.deleteMany(new Document("_id", new Document("$in", List.of(12345, object))));
    }

    @Test
    void documentsWhoseCompanyIsANumberAreKeptAndNamed() {
        MongoDatabase backend = installation.clients().mongo().getDatabase("backend");
        backend.getCollection("company")
                .insertOne(new Document("_id", "777").append("name", "digits"));
        backend.getCollection("task").insertOne(new Document("_id", "t777").append("company", 777));

        CliResult plan = installation.cli("plan", "777").run();
        CliResult verify = installation.cli("verify", "777", "--only", "mongo").run();
        backend.getCollection("company").deleteOne(new Document("_id", "777"));
        backend.getCollection("task").deleteOne(new Document("_id", "t777"));

        assertThat(plan.exitCode()).as(plan.toString()).isZero();
        assertThat(plan.standardOutput())
                .contains("Kept for review", "backend.task (company is no string)");
        assertThat(verify.exitCode()).as(verify.toString()).isEqualTo(4);
        assertThat(verify.standardOutput()).contains("backend.task (company is no string)");
    }

    @Test
    void aMongoDbThatDoesNotAnswerIsSaidInOneSentence() {
        CliResult result =
                installation.cli(List.of("--mongo", "mongodb://127.0.0.1:1"), "list").run();

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
        assertThat(result.standardOutput()).isEmpty();
        assertThat(result.standardError().lines()).as(result.toString()).hasSize(1);
        assertThat(result.standardError()).contains("127.0.0.1:1", "give --mongo");
    }

    private static Date lastActivity() {
        return Map.of("task", "last_update", "model", "last_update", "user", "created")
                .entrySet()
                .stream()
                .flatMap(
                        entry ->
                                documents(entry.getKey())
                                        .map(document -> document.getDate(entry.getValue())))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static long count(String collection) {
        return documents(collection).count();
    }

    private static Stream<Document> documents(String collection) {
        return installation
                .clients()
                .mongo()
                .getDatabase("backend")
                .getCollection(collection)
                .find(new Document("company", World.VICTIM))
                .into(new ArrayList<>())
                .stream();
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
