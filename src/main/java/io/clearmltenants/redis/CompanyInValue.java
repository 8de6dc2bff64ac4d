package io.clearmltenants.redis;

import com.fasterxml.jackson.core.JsonPointer;
import io.clearmltenants.tenant.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * The value is JSON and names the company.
 *
 * @param path where it names it
 */
record CompanyInValue(JsonPointer path) implements Proof {
    CompanyInValue(String path) {
        this(JsonPointer.compile(path));
    }

    @Override
    public List<String> own(Batch batch, Target target) {
        List<String> own = new ArrayList<>();
        batch.node()
                .strings(
                        batch.names(),
                        (name, value) -> {
                            if (isNamedIn(value, target)) {
                                own.add(name);
                            }
                        });
        return own;
    }

    private boolean isNamedIn(String value, Target target) {
        return JsonText.tree(value)
                .map(tree -> tree.at(path))
                .filter(node -> node.isTextual() && node.textValue().equals(target.id().value()))
                .isPresent();
    }
}
