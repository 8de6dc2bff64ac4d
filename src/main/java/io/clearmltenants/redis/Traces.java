package io.clearmltenants.redis;

import io.clearmltenants.phase.Leftover;
import io.clearmltenants.phase.PhaseName;
import io.clearmltenants.tenant.IdKind;
import io.clearmltenants.tenant.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one database still says about a tenant. It reads names and values as text and shares nothing
 * but the facts of {@link KeyFamily} with the way in which keys are found and proven for erasing.
 */
final class Traces {
    private static final int LISTED = 100;

    /** Keys whose values name the company. */
    private static final List<String> SPEAKING =
            beginnings(family -> family.keyValue() instanceof KeyValue.OfCompany);

    /** Keys whose names end with a queue's id. */
    private static final List<String> OF_QUEUES =
            beginnings(family -> family.keyName().then() == KeyName.Then.QUEUE);

    private static final Pattern COMPANY =
            Pattern.compile(
                    "\"company(?:_id)?\"\\s*:\\s*(?:\\{[^{}]*?\"id\"\\s*:\\s*)?\"([^\"]*)\"");

    private final Target target;
    private final Mention mention;
    private final Set<String> queues = new HashSet<>();
    private final Set<String> listed = new LinkedHashSet<>();
    private long more;

    Traces(Target target) {
        this.target = target;
        this.mention = Mention.of(target);
    }

    private static List<String> beginnings(Predicate<KeyFamily> wanted) {
        return KeyFamily.all()
                .filter(wanted)
                .flatMap(family -> family.keyName().beginnings().stream())
                .toList();
    }

    /** Looks at some keys of one server. */
    void examine(Node node, List<String> names) {
        List<String> speaking = new ArrayList<>();
        for (String name : names) {
            if (SPEAKING.stream().anyMatch(name::startsWith)) {
                speaking.add(name);
            } else if (mention.in(name)) {
                note(name);
            } else if (OF_QUEUES.stream().anyMatch(name::startsWith)) {
                queues.add(name);
            }
        }
        examineValues(node, speaking);
    }

    /** The traces: the first ones by name, the others as a number. */
    Stream<Leftover> leftovers(String label) {
        try (Stream<String> ids = target.ids().stream(IdKind.QUEUE)) {
            ids.flatMap(id -> OF_QUEUES.stream().map(beginning -> beginning + id))
                    .filter(queues::contains)
                    .forEach(this::note);
        }
        Stream<Leftover> first =
                listed.stream().map(name -> new Leftover(PhaseName.REDIS, label + ": " + name, 1));
        return more == 0
                ? first
                : Stream.concat(
                        first,
                        Stream.of(new Leftover(PhaseName.REDIS, label + ": further keys", more)));
    }

    /** If the value names a company, it decides; else the name does. */
    private void examineValues(Node node, List<String> names) {
        Map<String, String> companies = new HashMap<>();
        node.strings(
                names,
                (name, value) -> {
                    Matcher company = COMPANY.matcher(value);
                    if (company.find()) {
                        companies.put(name, company.group(1));
                    }
                });
        for (String name : names) {
            String company = companies.get(name);
            if (company == null ? mention.in(name) : company.equals(target.id().value())) {
                note(name);
            }
        }
    }

    private void note(String name) {
        if (listed.contains(name)) {
            return;
        }
        if (listed.size() < LISTED) {
            listed.add(name);
        } else {
            more++;
        }
    }
}
