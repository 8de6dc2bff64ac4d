package io.clearmltenants.redis;

import io.clearmltenants.tenant.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * The value is JSON and names the company.
 *
 * @param expected the place where it names it
 */
record CompanyInValue(KeyValue.OfCompany expected) implements Proof {
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
        return JsonText.tree(value).filter(tree -> expected.isOf(target.id(), tree)).isPresent();
    }
}
