package io.clearmltenants.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearmltenants.tenant.TenantId;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherTypesTest {

    @Test
    void anIdOfDigitsCouldBeANumber() {
        assertThat(OtherTypes.values(new TenantId("12345"))).isEqualTo(List.of(12345L));
    }

    @Test
    void anIdOf24HexadecimalDigitsCouldBeAnObjectId() {
        String id = "65f1c0ffee65f1c0ffee65f1";

        assertThat(OtherTypes.values(new TenantId(id))).isEqualTo(List.of(new ObjectId(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0ffee00c0ffee00c0ffee00c0ffee01", "acme", "007", "1e3"})
    void anIdAsTheServerMakesItCouldBeNothingElse(String id) {
        assertThat(OtherTypes.values(new TenantId(id))).isEmpty();
    }
}
