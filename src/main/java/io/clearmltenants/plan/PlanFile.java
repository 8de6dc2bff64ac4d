package io.clearmltenants.plan;

import io.clearmltenants.json.DamagedFile;
import io.clearmltenants.json.SealedJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** Plans as files: executed later exactly as they were printed. */
@ApplicationScoped
public class PlanFile {
    private final SealedJson json;

    PlanFile(SealedJson json) {
        this.json = json;
    }

    /** The same plan with the digest of its content. */
    public Plan sealed(Plan plan) {
        return new Plan(
                plan.schema(),
                plan.tenant(),
                plan.created(),
                plan.servers(),
                plan.unknownCollections(),
                plan.items(),
                plan.warnings(),
                plan.kept(),
                json.digest(plan));
    }

    /** The plan in JSON. */
    public String json(Plan plan) {
        return json.text(plan);
    }

    /**
     * Writes the plan, whole or not at all, readable by its owner alone.
     *
     * @throws io.clearmltenants.json.UnwritableFile if it cannot be written
     */
    public void write(Plan plan, Path file) {
        json.write(plan, file);
    }

    /**
     * @throws DamagedFile if the file is missing, no plan, or was changed after it was written
     */
    public Plan read(Path file) {
        return json.read(file, Plan.class, Plan.SCHEMA);
    }
}
