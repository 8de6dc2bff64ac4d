package io.clearmltenants.elastic;

import java.util.List;
import java.util.Optional;

/** The indices of all clusters as they are at the moment of the question. */
interface IndexCatalog {

    /** Every index once, by its real name. */
    List<IndexState> list();

    /**
     * The index whose real name is exactly this, with the aliases that it has now.
     *
     * @param cluster uuid of its cluster
     */
    Optional<IndexState> find(String cluster, String name);

    /**
     * Deletes one index by its real name.
     *
     * @return how many indices were asked to go; one that is gone already counts as gone
     */
    long delete(IndexState index);
}
