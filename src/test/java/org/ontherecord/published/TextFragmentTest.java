package org.ontherecord.published;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

class TextFragmentTest {
    private static final String PAGE = "https://gazette.example/a";

    /** What stands before, the words, what stands after, whether they stand there twice, and the directive. */
    private record Case(String what, String prefix, String exact, String suffix, boolean repeated, String directive) {}

    @TestFactory
    Stream<DynamicTest> theDirectiveFollowsTheRulesThatBrowsersKeep() {
        return Stream.of(
                        once("spaces", "done in 24 hours", "done%20in%2024%20hours"),
                        once("hyphen, comma, ampersand", "a 24-hour, R&D plan", "a%2024%2Dhour%2C%20R%26D%20plan"),
                        once("other signs", "50% #1 a+b =c", "50%25%20%231%20a%2Bb%20%3Dc"),
                        once("umlauts", "für Öl", "f%C3%BCr%20%C3%96l"),
                        once("Arabic", "قال لا", "%D9%82%D8%A7%D9%84%20%D9%84%D8%A7"),
                        once("emoji", "yes 😀 no", "yes%20%F0%9F%98%80%20no"),
                        once("space around", "  done in 24 hours \t", "done%20in%2024%20hours"),
                        once("no-break and doubled spaces", "done\u00A0in  24\thours", "done%20in%2024%20hours"),
                        once("soft hyphen", "govern\u00ADment", "government"),
                        once("its own quotation marks", "“Done in 24 hours”", "Done%20in%2024%20hours"),
                        once("straight ones", "\"I'll do it,\" he said", "I%27ll%20do%20it%2C%22%20he%20said"),
                        once("low and angled ones", "„Ja“ und «non»", "Ja%E2%80%9C%20und%20%C2%ABnon"),
                        once("ellipses", "… and so on ...", "and%20so%20on"),
                        once("a list's bullet", "• done in 24 hours", "done%20in%2024%20hours"),
                        once("a minus is no dash", "-5 degrees", "%2D5%20degrees"),
                        once("nothing but signs", "“…”", "%E2%80%9C%E2%80%A6%E2%80%9D"),
                        new Case(
                                "begins and ends in a word",
                                "it is un",
                                "believ",
                                "able, he said",
                                false,
                                "unbelievable"),
                        new Case("ends in a number", "it cost ", "3", ".5 million", false, "3.5"),
                        new Case(
                                "second of two",
                                "And then he said: ",
                                "no more",
                                " of this, and left.",
                                true,
                                "And%20then%20he%20said%3A-,no%20more,-of%20this%2C%20and%20left."),
                        new Case(
                                "cut words around are left out",
                                "omething was said again: he said ",
                                "no more",
                                " of this, and left with everybod",
                                true,
                                "was%20said%20again%3A%20he%20said-,no%20more,-of%20this%2C%20and%20left%20with"),
                        new Case(
                                "only its own paragraph",
                                "The end.\n\nHe said ",
                                "no more",
                                " here.\nNext",
                                true,
                                "He%20said-,no%20more,-here."),
                        new Case(
                                "a quotation mark goes with what is before",
                                "He said ",
                                "“no more",
                                "” here",
                                true,
                                "He%20said%20%E2%80%9C-,no%20more,-%E2%80%9D%20here"),
                        new Case("signs alone tell nothing apart", "“", "no more", "”", true, "no%20more"),
                        new Case(
                                "across paragraphs",
                                "He said ",
                                "one two three four five six.\n\nSeven eight.\nNine ten",
                                " left",
                                false,
                                "He%20said-,one%20two%20three%20four%20five,Nine%20ten"),
                        new Case(
                                "across paragraphs, the second of two",
                                "He said ",
                                "one two.\nThree",
                                " left",
                                true,
                                "He%20said-,one%20two.,Three,-left"))
                .map(one -> dynamicTest(
                        one.what,
                        () -> assertThat(TextFragment.link(PAGE, one.exact, one.prefix, one.suffix, one.repeated))
                                .isEqualTo(PAGE + "#:~:text=" + one.directive)));
    }

    @Test
    void aLongQuoteIsFoundByItsFirstAndLastWords() {
        String words = "one two three four five six " + "and on ".repeat(50) + "six five four three two one";
        assertThat(TextFragment.link(PAGE, words, "", "", false))
                .endsWith("#:~:text=one%20two%20three%20four%20five,five%20four%20three%20two%20one");
    }

    @Test
    void oneEndlessWordStaysWhole() {
        String word = "字".repeat(301);
        assertThat(TextFragment.link(PAGE, word, "", "", false)).endsWith("text=" + "%E5%AD%97".repeat(301));
    }

    @Test
    void anAddressKeepsTheFragmentItHas() {
        assertThat(TextFragment.link(PAGE + "?x=1#part", "no", "", "", false)).isEqualTo(PAGE + "?x=1#part:~:text=no");
        assertThat(TextFragment.link(PAGE + "#", "no", "", "", false)).isEqualTo(PAGE + "#:~:text=no");
    }

    @Test
    void wordsThatAnAddressAlreadyPointsAtGiveWayToOurs() {
        assertThat(TextFragment.link(PAGE + "#:~:text=yes", "no", "", "", false))
                .isEqualTo(PAGE + "#:~:text=no");
        assertThat(TextFragment.link(PAGE + "#part:~:text=yes&text=b", "no", "", "", false))
                .isEqualTo(PAGE + "#part:~:text=no");
    }

    private static Case once(String what, String exact, String directive) {
        return new Case(what, "", exact, "", false, directive);
    }
}
