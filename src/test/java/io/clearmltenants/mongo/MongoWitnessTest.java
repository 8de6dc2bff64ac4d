package io.clearmltenants.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.fixture.Capability;
import io.clearmltenants.fixture.Needs;
import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MongoWitnessTest {
    @RegisterExtension static final OwnMongo MONGO = new OwnMongo();

    private final TestDatabases databases = MONGO.databases();

    private record Row(String collection, Document document, PhaseName phase) {}

    @ParameterizedTest
    @MethodSource
    void whatNamesTheTenantIsLeft(Row row) {
        databases.backend().getCollection(row.collection()).insertOne(row.document());

        assertThat(look()).extracting(Leftover::phase).containsExactly(row.phase());
        assertThat(look()).extracting(Leftover::count).containsExactly(1L);
    }

    static Stream<Row> whatNamesTheTenantIsLeft() {
        return Stream.of(
                new Row("company", new Document("_id", "abc"), PhaseName.COMPANY),
                new Row("task", new Document("company", "abc"), PhaseName.DOCUMENTS),
                new Row("task", new Document("company", List.of("abc")), PhaseName.DOCUMENTS),
                new Row("queue", new Document("company", "abc"), PhaseName.QUEUES),
                new Row("other", new Document("tenants", List.of("x", "abc")), PhaseName.DOCUMENTS),
                new Row(
                        "task",
                        new Document("company", "").append("company_origin", "abc"),
                        PhaseName.PUBLIC_OBJECTS),
                new Row("model", new Document("company_origin", "abc"), PhaseName.PUBLIC_OBJECTS),
                new Row(
                        "user",
                        new Document("company", "xyz")
                                .append(
                                        "credentials",
                                        List.of(
                                                new Document("company", "xyz"),
                                                new Document("company", "abc"))),
                        PhaseName.FOREIGN_CREDENTIALS));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsSomebodyElsesIsNot(Document document) {
        databases.backend().getCollection("task").insertOne(document);

        assertThat(look()).isEmpty();
    }

    static Stream<Document> whatIsSomebodyElsesIsNot() {
        return Stream.of(
                new Document("company", "ABC"),
                new Document("company", "abcd"),
                new Document("company", "xyz").append("company_origin", "abc"),
                new Document("company", null),
                new Document("company", List.of("xyz", "abcd")),
                new Document("name", "abc"));
    }

    @Test
    @Needs(Capability.ALL_TYPES)
    void aCollectionThatIsLargerThanASliceIsReadToItsEndWhateverTheTypesOfItsIds() {
        insert(
                IntStream.range(0, 10_000).<Object>mapToObj(number -> "%05d".formatted(number)),
                "xyz");
        insert(Stream.of("a string behind them", 12345, 7.5, new ObjectId(), true), "abc");

        assertThat(look()).extracting(Leftover::count).containsExactly(5L);
    }

    private void insert(Stream<Object> ids, String company) {
        databases
                .backend()
                .getCollection("task")
                .insertMany(
                        ids.map(id -> new Document("_id", id).append("company", company)).toList());
    }

    private List<Leftover> look() {
        return new MongoWitness(databases, new TenantCollections(databases))
                .look(TestDatabases.TENANT)
                .toList();
    }
}
