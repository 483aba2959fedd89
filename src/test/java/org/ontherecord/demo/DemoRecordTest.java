package org.ontherecord.demo;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.ontherecord.account.People;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class DemoRecordTest {
    @Inject
    DemoRecord demoRecord;

    @Inject
    People people;

    @Inject
    EntityManager database;

    /** The script goes through the newsroom's own verbs, so a rule it breaks fails here. */
    @Test
    @TestTransaction
    void theWholeScriptPassesThePublishGate() {
        var checker = people.checker();
        var script = DemoScript.read();
        demoRecord.play(script, checker, people.editor());
        database.flush();

        int expected = script.claims().stream()
                .mapToInt(story -> story.verdicts().size())
                .sum();
        @SuppressWarnings("unchecked")
        List<String> kinds = database.createNativeQuery(
                        "select v.kind from verdict v join claim c on c.id = v.claim_id where c.created_by = :who and c.wording in :wordings",
                        String.class)
                .setParameter("who", checker.id)
                .setParameter(
                        "wordings",
                        script.claims().stream().map(DemoScript.Story::wording).toList())
                .getResultList();
        assertThat(database.createNativeQuery("select count(*) from claim_relation where added_by = :who")
                        .setParameter("who", people.editor().id)
                        .getSingleResult())
                .asString()
                .isNotEqualTo("0");
        assertThat(kinds).hasSize(expected).contains("ORIGINAL", "UPDATE", "CORRECTION", "CONFIRMATION", "WITHDRAWAL");
    }

    @Test
    void evidenceIsNeverDatedAfterTheVerdictThatLeansOnIt() {
        var script = DemoScript.read();
        script.claims()
                .forEach(story -> story.verdicts()
                        .forEach(finding -> finding.evidence().stream()
                                .map(script.evidence()::get)
                                .filter(source -> source.datedOn() != null)
                                .forEach(source -> assertThat(source.datedOn().atStartOfDay())
                                        .as(source.title())
                                        .isBefore(finding.publishedAt()
                                                .atOffset(java.time.ZoneOffset.UTC)
                                                .toLocalDateTime()))));
    }

    @Test
    void theRecordShowsEveryRatingAndMarksWhatIsInvented() {
        var script = DemoScript.read();
        var invented = script.claims().stream()
                .filter(story -> story.topics().contains("Sample"))
                .toList();
        var wellKnown = script.claims().stream()
                .filter(story -> !invented.contains(story))
                .toList();
        assertThat(wellKnown).hasSizeGreaterThanOrEqualTo(12);
        assertThat(invented).isNotEmpty().allSatisfy(story -> {
            assertThat(story.wording()).containsAnyOf("Sample", "عينة");
            assertThat(story.speaker()).containsAnyOf("(sample)", "(عينة)");
        });
        assertThat(script.claims().stream()
                        .flatMap(story -> story.verdicts().stream())
                        .map(DemoScript.Finding::rating))
                .contains("not-yet-rated", "in-the-works", "stalled", "kept", "compromise", "broken", "cant-be-rated")
                .contains("true", "mostly-true", "half-true", "mostly-false", "false", "unproven");
    }
}
