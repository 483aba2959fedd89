package org.ontherecord.platform;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.ontherecord.platform.WordDiff.Change;

import static org.assertj.core.api.Assertions.assertThat;

class WordDiffTest {
    @Test
    void comparesByWord() {
        assertThat(shown(WordDiff.between("The war goes on.", "The war went on.")))
                .isEqualTo("The war [-goes-][+went+] on.");
    }

    @Test
    void aNewPhraseReadsAsOne() {
        assertThat(shown(WordDiff.between("The envoy speaks of 100 days.", "The war did not end.")))
                .isEqualTo("The [-envoy speaks of 100 days-][+war did not end+].");
    }

    @Test
    void keepsEveryCharacterOfBothTexts() {
        var before = "Größe 😀 1,5 Mio.\n\nzweitens";
        var after = "Größe 😀 1,6 Mio.\n\ndrittens: ja";
        var diff = WordDiff.between(before, after);
        assertThat(side(diff, Change.ADDED)).isEqualTo(before);
        assertThat(side(diff, Change.REMOVED)).isEqualTo(after);
    }

    @Test
    void equalTextsHaveNoChange() {
        assertThat(WordDiff.between("same", "same").stretches())
                .containsExactly(new WordDiff.Stretch(Change.SAME, "same"));
        assertThat(WordDiff.between("", "").stretches()).isEmpty();
    }

    @Test
    void fromNothingAllIsAdded() {
        assertThat(shown(WordDiff.between("", "two words"))).isEqualTo("[+two words+]");
        assertThat(shown(WordDiff.between("two words", ""))).isEqualTo("[-two words-]");
    }

    @Test
    void listsAreComparedByEntry() {
        assertThat(shown(WordDiff.betweenLists(List.of("a", "b"), List.of("b", "c"))))
                .isEqualTo("[-a-]b[+c+]");
    }

    @Test
    void longTextsAreComparedWordByWordWhereTheyDiffer() {
        String before = "The same line.\n".repeat(4000) + "The war goes on.\n" + "More.\n".repeat(2000);
        assertThat(shown(WordDiff.between(before, before.replace("goes", "went"))))
                .contains("The war [-goes-][+went+] on.");
    }

    @Test
    void twoLongTextsWithNothingInCommonAreShownWhole() {
        String before = IntStream.range(0, 9000).mapToObj(i -> "a" + i).collect(Collectors.joining(" "));
        String after = IntStream.range(0, 9000).mapToObj(i -> "b" + i).collect(Collectors.joining(" "));
        assertThat(WordDiff.between(before, after).stretches())
                .containsExactly(
                        new WordDiff.Stretch(Change.REMOVED, before), new WordDiff.Stretch(Change.ADDED, after));
        assertThat(WordDiff.between("x\n".repeat(25_000) + "x", "y\n".repeat(25_000) + "y")
                        .stretches())
                .hasSize(2);
    }

    @Test
    void newSpaceBetweenTheSameWordsIsNoChange() {
        assertThat(shown(WordDiff.between("One. Two.", "One.\n\nTwo."))).isEqualTo("One.\n\nTwo.");
    }

    private static String side(WordDiff diff, Change left) {
        return diff.stretches().stream()
                .filter(stretch -> stretch.change() != left)
                .map(WordDiff.Stretch::text)
                .collect(Collectors.joining());
    }

    private static String shown(WordDiff diff) {
        return diff.stretches().stream()
                .map(stretch -> switch (stretch.change()) {
                    case SAME -> stretch.text();
                    case ADDED -> "[+" + stretch.text() + "+]";
                    case REMOVED -> "[-" + stretch.text() + "-]";
                })
                .collect(Collectors.joining());
    }
}
