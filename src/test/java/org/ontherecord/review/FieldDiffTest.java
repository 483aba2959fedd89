package org.ontherecord.review;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.ontherecord.review.FieldDiff.Change;

import static org.assertj.core.api.Assertions.assertThat;

class FieldDiffTest {
    @Test
    void comparesByWord() {
        assertThat(shown(FieldDiff.between("The war goes on.", "The war went on.")))
                .isEqualTo("The war [-goes-][+went+] on.");
    }

    @Test
    void aNewPhraseReadsAsOne() {
        assertThat(shown(FieldDiff.between("The envoy speaks of 100 days.", "The war did not end.")))
                .isEqualTo("The [-envoy speaks of 100 days-][+war did not end+].");
    }

    @Test
    void keepsEveryCharacterOfBothTexts() {
        var before = "Größe 😀 1,5 Mio.\n\nzweitens";
        var after = "Größe 😀 1,6 Mio.\n\ndrittens: ja";
        var diff = FieldDiff.between(before, after);
        assertThat(side(diff, Change.ADDED)).isEqualTo(before);
        assertThat(side(diff, Change.REMOVED)).isEqualTo(after);
    }

    @Test
    void equalTextsHaveNoChange() {
        assertThat(FieldDiff.between("same", "same").stretches())
                .containsExactly(new FieldDiff.Stretch(Change.SAME, "same"));
        assertThat(FieldDiff.between("", "").stretches()).isEmpty();
    }

    @Test
    void fromNothingAllIsAdded() {
        assertThat(shown(FieldDiff.between("", "two words"))).isEqualTo("[+two words+]");
        assertThat(shown(FieldDiff.between("two words", ""))).isEqualTo("[-two words-]");
    }

    @Test
    void listsAreComparedByEntry() {
        assertThat(shown(FieldDiff.betweenLists(List.of("a", "b"), List.of("b", "c"))))
                .isEqualTo("[-a-]b[+c+]");
    }

    private static String side(FieldDiff diff, Change left) {
        return diff.stretches().stream()
                .filter(stretch -> stretch.change() != left)
                .map(FieldDiff.Stretch::text)
                .collect(Collectors.joining());
    }

    private static String shown(FieldDiff diff) {
        return diff.stretches().stream()
                .map(stretch -> switch (stretch.change()) {
                    case SAME -> stretch.text();
                    case ADDED -> "[+" + stretch.text() + "+]";
                    case REMOVED -> "[-" + stretch.text() + "-]";
                })
                .collect(Collectors.joining());
    }
}
