package org.ontherecord.extraction.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ontherecord.extraction.reading.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ModelAnswerTest {

    @Test
    void aListOfQuotesIsReadWithWhatIsKnownOfEach() {
        ModelAnswer answer = ModelAnswer.read("""
                [{"quote": "We lost 300 jobs", "speaker": "Dana Moss", "kind": "statistic", "wording": "300 jobs went."},
                 {"quote": "all is well", "speaker": null, "kind": "poem"}]""");
        assertThat(answer.suggestions())
                .containsExactly(
                        new ModelAnswer.Suggestion("We lost 300 jobs", "Dana Moss", Kind.STATISTIC, "300 jobs went."),
                        new ModelAnswer.Suggestion("all is well", null, null, null));
    }

    @Test
    void oneMarkdownFenceAroundItIsTakenOff() {
        assertThat(ModelAnswer.read("```json\n[{\"quote\": \"x\"}]\n```").suggestions())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sure! Here are the claims: []",
                "[] and more",
                "{\"quote\": \"x\"}",
                "[\"x\"]",
                "[{\"quote\": 7}]",
                "[{\"quote\": \"x\"}, {}]",
                "[{\"quote\": \"x\"",
                "null"
            })
    void anythingElseIsRefusedInWords(String garbage) {
        assertThatThrownBy(() -> ModelAnswer.read(garbage))
                .isInstanceOf(ModelTrouble.class)
                .hasMessage("the model's answer was no list of quotes");
    }

    @Test
    void anEndlessAnswerIsRefused() {
        assertThatThrownBy(() -> ModelAnswer.read("[".repeat(300_000))).hasMessage("the model's answer was too long");
        assertThatThrownBy(() -> ModelAnswer.read("[".repeat(100_000))).isInstanceOf(ModelTrouble.class);
    }
}
