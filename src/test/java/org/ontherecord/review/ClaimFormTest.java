package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.ontherecord.claim.Claim;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.speaker.Speaker;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimFormTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 23);

    private final Map<String, List<String>> sent = new LinkedHashMap<>();
    private final FormErrors errors = new FormErrors();

    ClaimFormTest() {
        typed("wording", "Taxes will fall.");
        typed("kind", "PROMISE");
    }

    @Test
    void aDraftMayBeIncomplete() {
        var draft = read();
        assertThat(errors.all()).isEmpty();
        assertThat(draft.facts().wording()).isEqualTo("Taxes will fall.");
        assertThat(draft.rating()).isNull();
        assertThat(draft.facts().speaker()).isNull();
    }

    @Test
    void readsBackWhatItShows() {
        typed("headline", "Taxes will go down");
        typed("topics", "taxes, money");
        typed("deadline_date", "2025-12-31");
        typed("deadline_time", "23:59");
        typed("deadline_zone", "europe/kyiv");
        typed("deadline_rule", "By the end of the year.");
        typed("evidence-3-source", "A ministry");
        typed("evidence-3-title", "Budget");
        typed("evidence-3-stance", "SUPPORTS");
        typed("evidence-3-primary", "yes");
        var draft = read();
        assertThat(errors.all()).isEmpty();

        var shown = ClaimForm.of(draft, null);
        assertThat(shown.get("deadline_zone")).isEqualTo("Europe/Kyiv");
        assertThat(shown.get("evidence-0-title")).isEqualTo("Budget");
        var again = new DraftReader(shown, new NoRecords(), errors).read(TODAY).orElseThrow();
        assertThat(again.changesSince(draft)).isEmpty();
        assertThat(again.facts().deadlineAt()).isEqualTo(Instant.parse("2025-12-31T21:59:00Z"));
    }

    @Test
    void aDeadlineNeedsDateTimeAndPlace() {
        typed("deadline_date", "2025-12-31");
        read();
        assertThat(fields()).containsExactly("deadline_time", "deadline_zone");
    }

    @Test
    void aPlaceAloneIsNoDeadlineYet() {
        typed("deadline_zone", "Europe/Kyiv");
        assertThat(read().facts().deadlineAt()).isNull();
        assertThat(errors.all()).isEmpty();
    }

    @Test
    void onlyPromisesHaveDeadlines() {
        typed("kind", "STATEMENT");
        typed("deadline_rule", "By the end of the year.");
        read();
        assertThat(fields()).containsExactly("deadline_date");
    }

    @Test
    void anEmptyRowOfEvidenceIsLeftOut() {
        typed("evidence-0-source", "");
        typed("evidence-0-stance", "CONTEXT");
        typed("evidence-1-source", "A ministry");
        typed("evidence-1-title", "Budget");
        typed("evidence-1-stance", "CONTEXT");
        assertThat(read().evidence()).extracting(Draft.Piece::source).containsExactly("A ministry");
    }

    @Test
    void evidenceSaysWhoAndWhatAndIsNotFromTheFuture() {
        typed("evidence-0-url", "ftp://old.example/x");
        typed("evidence-0-dated_on", "2025-01-24");
        read();
        assertThat(fields())
                .containsExactly(
                        "evidence-0-source",
                        "evidence-0-title",
                        "evidence-0-url",
                        "evidence-0-dated_on",
                        "evidence-0-stance");
    }

    @Test
    void removingARowClosesTheGap() {
        for (int row = 0; row < 3; row++) {
            typed("evidence-" + row + "-source", "Source " + row);
        }
        var form = ClaimForm.typed(sent);
        form.evidence().remove(1);
        assertThat(form.evidence().count()).isEqualTo(2);
        assertThat(form.get("evidence-1-source")).isEqualTo("Source 2");
    }

    @Test
    void aRowCanBeAddedUpToALimit() {
        var form = ClaimForm.typed(sent);
        for (int i = 0; i < 100; i++) {
            form.evidence().addEmpty();
        }
        assertThat(form.evidence().count()).isEqualTo(EvidenceRows.MOST);
    }

    @Test
    void theReasonIsCountedInCharactersAsReadersSeeThem() {
        typed("reason", "😀".repeat(200));
        read();
        assertThat(errors.all()).isEmpty();
        typed("reason", "😀".repeat(201));
        read();
        assertThat(errors.of("reason")).isEqualTo("This has 201 characters; 200 are allowed.");
    }

    @Test
    void aVerdictFromTheOtherScaleIsRefused() {
        typed("rating", "false");
        read();
        assertThat(errors.of("rating")).contains("not on the scale for a promise");
    }

    @Test
    void noPersonIsMadeForAFormWithErrors() {
        typed("speaker", "Somebody New");
        typed("wording", " ");
        assertThat(new DraftReader(ClaimForm.typed(sent), new NoRecords(), errors).read(TODAY))
                .isEmpty();
    }

    private void typed(String name, String value) {
        sent.put(name, List.of(value));
    }

    private Draft read() {
        return new DraftReader(ClaimForm.typed(sent), new NoRecords(), errors)
                .read(TODAY)
                .orElse(null);
    }

    private List<String> fields() {
        return errors.all().stream().map(FormErrors.FieldError::field).toList();
    }

    /** No ratings, and an error if a speaker is asked for. */
    private record NoRecords() implements DraftReader.Records {
        @Override
        public List<Rating> ratings(Claim.Kind kind) {
            return List.of();
        }

        @Override
        public List<Speaker> speakers(String name) {
            return List.of();
        }

        @Override
        public Speaker newSpeaker(String name) {
            throw new AssertionError("nobody should be looked up");
        }
    }
}
