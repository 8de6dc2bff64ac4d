package io.clearmltenants.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"c0ffee00c0ffee00c0ffee00c0ffee01", "1", "C0FFEE_x", "a-b.c"})
    void anIdThatAServerMayHaveIsTaken(String value) {
        assertThat(new TenantId(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void anEmptyIdIsRefused(String value) {
        assertRefused(value, "is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void aPathElementIsRefused(String value) {
        assertRefused(value, "path element");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/", "a/b", "../x", "a\\b", "*", "c0ffee*", "a?", "[a]", "{a}", "a,b", "<a>", "a|b",
                "a:b", "a\"b", "'a'", "`a`", "$HOME", "a;b", "#a", "a%b"
            })
    void aPathOrPatternIsRefused(String value) {
        assertThatThrownBy(() -> new TenantId(value)).isInstanceOf(InvalidTenantId.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a ", "a b", "a\tb", "a\nb", "a\u0000", "\u007f"})
    void aSpaceOrControlCharacterIsRefused(String value) {
        assertRefused(value, "space or control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {".hidden", "-rf"})
    void aLeadingDotOrHyphenIsRefused(String value) {
        assertRefused(value, "does not start with");
    }

    @Test
    void anIdOfOver128CharactersIsRefused() {
        assertThat(new TenantId("a".repeat(128)).value()).hasSize(128);
        assertRefused("a".repeat(129), "longer than 128");
    }

    private static void assertRefused(String value, String reason) {
        assertThatThrownBy(() -> new TenantId(value))
                .isInstanceOf(InvalidTenantId.class)
                .hasMessageContaining(reason);
    }
}
