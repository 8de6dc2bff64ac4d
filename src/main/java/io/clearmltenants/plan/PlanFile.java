package io.clearmltenants.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.report.Digests;
import io.clearmltenants.report.SealedFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plans as JSON, sealed with a digest so that a plan that was edited is not executed. */
@ApplicationScoped
public class PlanFile {
    private final ObjectMapper json;

    PlanFile(ObjectMapper json) {
        this.json = json;
    }

    /** The same plan with its digest. */
    public Plan sealed(Plan plan) {
        return withDigest(
                plan, Digests.sha256(json(withDigest(plan, "")).getBytes(StandardCharsets.UTF_8)));
    }

    /** The plan as one JSON object, for people and scripts. */
    public String json(Plan plan) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(plan);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes a plan, whole or not at all. */
    public void write(Plan plan, Path file) {
        try {
            SealedFile.write(file, json(plan).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new InvalidPlan(
                    "The plan cannot be written to " + file + ": " + failure.getMessage() + ".",
                    failure);
        }
    }

    /**
     * @throws InvalidPlan where it cannot be read, is no plan, or was changed since it was written
     */
    public Plan read(Path file) {
        Plan plan = parse(file);
        if (!Plan.SCHEMA.equals(plan.schema())) {
            throw new InvalidPlan(
                    "The file "
                            + file
                            + " is not a plan of this version (schema "
                            + plan.schema()
                            + ").",
                    null);
        }
        if (!sealed(plan).digest().equals(plan.digest())) {
            throw new InvalidPlan(
                    "The plan " + file + " was changed since it was made; make a new one.", null);
        }
        return plan;
    }

    private Plan parse(Path file) {
        try {
            return json.readValue(Files.readAllBytes(file), Plan.class);
        } catch (IOException failure) {
            throw new InvalidPlan(
                    "The file "
                            + file
                            + " is not a plan that can be read: "
                            + failure.getMessage().lines().findFirst().orElse("")
                            + ".",
                    failure);
        }
    }

    private static Plan withDigest(Plan plan, String digest) {
        return new Plan(
                plan.schema(),
                plan.tenant(),
                plan.created(),
                plan.servers(),
                plan.items(),
                plan.warnings(),
                plan.kept(),
                digest);
    }
}
