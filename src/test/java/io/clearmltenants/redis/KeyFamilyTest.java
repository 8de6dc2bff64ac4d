package io.clearmltenants.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyFamilyTest {

    @Test
    void noNameBeginsLikeTwoFamilies() {
        List<String> beginnings =
                KeyFamily.all().flatMap(family -> family.keyName().beginnings().stream()).toList();

        assertThat(beginnings)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        beginning ->
                                assertThat(beginnings)
                                        .filteredOn(beginning::startsWith)
                                        .hasSize(1));
    }

    @ParameterizedTest
    @EnumSource
    void aNameOrAValueSaysWhoseTheKeysAre(KeyFamily family) {
        boolean byName = family.keyName().then() != KeyName.Then.OTHER;
        boolean byValue = !(family.keyValue() instanceof KeyValue.Plain);

        assertThat(byName || byValue).isTrue();
    }
}
