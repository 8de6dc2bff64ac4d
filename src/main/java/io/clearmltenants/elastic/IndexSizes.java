package io.clearmltenants.elastic;

import io.clearmltenants.connect.ConnectFailure;
import io.clearmltenants.phase.Amount;
import io.clearmltenants.phase.TransientFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The size of each company's indices, from one listing. */
@ApplicationScoped
public class IndexSizes {
    private final Indices indices;

    IndexSizes(Indices indices) {
        this.indices = indices;
    }

    /** Bytes by company; {@link Amount#UNKNOWN} for all if Elasticsearch does not answer. */
    public Map<String, Long> of(Collection<String> companies) {
        try {
            List<IndexState> all = indices.list();
            return companies.stream()
                    .collect(Collectors.toMap(Function.identity(), company -> bytes(company, all)));
        } catch (ConnectFailure | TransientFailure unknown) {
            return companies.stream()
                    .collect(Collectors.toMap(Function.identity(), company -> Amount.UNKNOWN));
        }
    }

    private static long bytes(String company, List<IndexState> all) {
        IndexNames names = IndexNames.ofCompany(company);
        return all.stream()
                .filter(index -> names.own(index.name()))
                .mapToLong(IndexState::bytes)
                .sum();
    }
}
