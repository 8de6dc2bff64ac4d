package io.clearmltenants.mongo;

import com.mongodb.client.model.Projections;
import io.clearmltenants.tenant.InvalidTenantId;
import io.clearmltenants.tenant.Tenant;
import io.clearmltenants.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** The companies of a server, as the collection "company" of the database "backend" lists them. */
@ApplicationScoped
public class Companies {
    private final Databases databases;

    Companies(Databases databases) {
        this.databases = databases;
    }

    /**
     * The company whose {@code _id} is exactly this, if there is one.
     *
     * @throws InvalidTenantId if a company's {@code _id} reads like this, but is no string
     */
    public Optional<Tenant> find(TenantId id) {
        List<Company> alike =
                all().stream().filter(company -> company.text().equals(id.value())).toList();
        alike.stream()
                .filter(company -> !company.isText())
                .findFirst()
                .ifPresent(
                        company -> {
                            throw new InvalidTenantId(refusal(company));
                        });
        return alike.stream()
                .findFirst()
                .map(company -> new Tenant(id, Optional.of(company.name())));
    }

    /** All of them, in the order of the server. */
    List<Company> all() {
        return MongoFailures.translated(
                () ->
                        KnownCollection.COMPANY
                                .in(databases, BsonDocument.class)
                                .find()
                                .projection(Projections.include("name"))
                                .map(Companies::company)
                                .into(new ArrayList<>()));
    }

    /** The ids of all companies but one, in words. */
    Set<String> idsBeside(TenantId id) {
        return all().stream()
                .map(Company::text)
                .filter(text -> !text.equals(id.value()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Company company(BsonDocument document) {
        return new Company(
                document.get("_id"),
                document.get("name", new BsonString("null")) instanceof BsonString name
                        ? name.getValue()
                        : String.valueOf(document.get("name")));
    }

    private static String refusal(Company company) {
        return "The _id of company '%s' is of the type %s, and a ClearML server writes strings alone: nothing else of it can be told from other companies' for certain. Nothing was changed; ask who wrote it, and give the company a string as its _id first."
                .formatted(company.text(), company.type());
    }
}
