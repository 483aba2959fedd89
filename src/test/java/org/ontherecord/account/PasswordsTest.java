package org.ontherecord.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "fourteen chars",
                "aaaaaaaaaaaaaaaaaaaa",
                "12345678901234567",
                "Ana.Ferrand@newsroom.invalid",
                "passwordpassword1",
                "Ana Ferrand 12345678",
                "abcdefghijklmnopq",
                "newsroom-factcheck",
                "x7!x7!x7!x7!x7!x7!"
            })
    void aPasswordThatIsShortOrEasilyGuessedIsRefusedInWords(String password) {
        assertThat(passwords.refusal(password, "ana.ferrand@newsroom.invalid", "Ana Ferrand"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"correct horse battery", "ελληνικά και λέξεις", "fünfzehn Zeichen", "ana likes seven grey herons"
            })
    void aLongOneNeedsNoSpecialCharacters(String password) {
        assertThat(passwords.refusal(password, "a@b.invalid", "A")).isEmpty();
    }

    @Test
    void theSamePasswordIsNeverStoredTheSameTwice() {
        assertThat(passwords.hash(People.PASSWORD))
                .startsWith("$argon2id$")
                .isNotEqualTo(passwords.hash(People.PASSWORD));
    }

    @Test
    void lettersCountAsTheSameHoweverAKeyboardComposesThem() {
        assertThat(passwords.matches("fünfzehn Zeichen", passwords.hash("fu\u0308nfzehn Zeichen")))
                .isTrue();
    }
}
