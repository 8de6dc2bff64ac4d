package io.clearmltenants.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clearmltenants.connect.ProtectedCompany;
import io.clearmltenants.connect.Reach;
import io.clearmltenants.connect.Server;
import io.clearmltenants.connect.ServerSettings;
import io.clearmltenants.inventory.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code doctor} found. */
@ApplicationScoped
public class DoctorText {
    private static final String SCHEMA = "clearml-tenants/doctor/1";

    private final ObjectMapper json;

    DoctorText(ObjectMapper json) {
        this.json = json;
    }

    /**
     * As text: what the installation consists of, settings with who said so, companies that are
     * safe, each server's answer.
     */
    public String render(Reach reach, Server server, List<Answer> answers) {
        StringBuilder text = new StringBuilder(new SiteTree(reach.outline()).text());
        text.append("Settings:\n");
        new ServerSettings(server, reach.farFiles())
                .lines()
                .forEach(
                        line ->
                                text.append(
                                        "  %-34s %s  (%s)%n"
                                                .formatted(
                                                        Printable.of(line.what()),
                                                        Printable.of(line.value()),
                                                        Printable.of(line.origin()))));
        text.append("\nCompanies that are never deleted:\n");
        server.protectedCompanies().values().forEach(company -> append(text, company));
        text.append("\nServers:\n");
        answers.forEach(answer -> append(text, answer));
        return text.toString().stripTrailing();
    }

    /** As one JSON object. */
    public String json(Reach reach, Server server, List<Answer> answers) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("schema", SCHEMA);
        object.put("site", reach.outline());
        object.put("settings", new ServerSettings(server, reach.farFiles()).lines());
        object.put(
                "protectedCompanies",
                server.protectedCompanies().values().stream().map(DoctorText::fields).toList());
        object.put("servers", answers);
        try {
            return json.writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> fields(ProtectedCompany company) {
        return Map.of("id", company.id(), "why", company.why(), "origin", company.origin().label());
    }

    private static void append(StringBuilder text, ProtectedCompany company) {
        text.append(
                "  %s%n          %s  (%s)%n"
                        .formatted(
                                Printable.of(company.id()),
                                Printable.of(company.why()),
                                Printable.of(company.origin().label())));
    }

    private static void append(StringBuilder text, Answer answer) {
        switch (answer) {
            case Answer.Found found -> {
                text.append("  ok      ").append(Printable.of(found.state().label()));
                if (!found.state().version().isEmpty()) {
                    text.append(", version ").append(found.state().version());
                }
                text.append('\n');
                found.state()
                        .clockDifference()
                        .ifPresent(
                                ahead ->
                                        text.append(
                                                "          clock %+d ms from ours%n"
                                                        .formatted(ahead.toMillis())));
                found.state()
                        .remarks()
                        .forEach(
                                remark ->
                                        text.append("          ")
                                                .append(Printable.of(remark))
                                                .append('\n'));
            }
            case Answer.Failed failed ->
                    text.append("  FAILED  ").append(Printable.of(failed.reason())).append('\n');
        }
    }
}
