package org.ontherecord.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.claim.likeness.Way;
import org.ontherecord.platform.RoughDate;
import org.ontherecord.review.Evidence;
import org.ontherecord.review.Verdict;
import org.ontherecord.speaker.Speaker;

/** What the demonstration says happened, as written in {@code demo/record.json}. */
record DemoScript(
        List<Piece> articles,
        List<Person> speakers,
        List<Story> claims,
        List<Tie> relations,
        Map<String, Source> evidence) {
    /** An article of an invented outlet; claims name it by its key. */
    record Piece(String key, String outlet, String title, String byline, LocalDate publishedOn, String text) {}

    record Person(String name, Speaker.Kind kind, List<String> aliases, String wikidataId, List<Office> affiliations) {}

    record Office(String role, String body, LocalDate fromOn, LocalDate toOn) {}

    record Story(
            String wording,
            String headline,
            Claim.Kind kind,
            String speaker,
            String capacity,
            List<String> topics,
            String language,
            Instant deadlineAt,
            String deadlineZone,
            String deadlineRule,
            String criteria,
            Instant createdOn,
            List<Saying> appearances,
            List<Count> counted,
            List<Finding> verdicts) {
        String languageOrEnglish() {
            return language == null ? "en" : language;
        }

        /** What the claim is about when the finding is published: a later one may give another deadline. */
        Claim.Facts facts(Speaker by, Finding finding) {
            boolean moved = finding.deadlineAt() != null;
            return new Claim.Facts(
                    wording,
                    headline,
                    kind,
                    by,
                    capacity,
                    topics,
                    languageOrEnglish(),
                    moved ? finding.deadlineAt() : deadlineAt,
                    deadlineZone,
                    moved ? finding.deadlineRule() : deadlineRule,
                    criteria);
        }
    }

    /** How one claim stands to another; both are named by their wording. */
    record Tie(String claim, Way way, String other, String note, Instant addedOn) {}

    /** Words in one of the articles, or in a source outside. */
    record Saying(
            Appearance.Mode mode,
            String quote,
            LocalDate saidOn,
            RoughDate.Precision saidPrecision,
            String occasion,
            String article,
            String sourceTitle,
            String sourceUrl) {
        RoughDate date() {
            return saidOn == null
                    ? null
                    : new RoughDate(saidOn, saidPrecision == null ? RoughDate.Precision.DAY : saidPrecision);
        }
    }

    /** A total that somebody counted; recorded with the claim unless it says when. */
    record Count(
            int times,
            boolean atLeast,
            LocalDate fromOn,
            LocalDate toOn,
            String countedBy,
            String sourceTitle,
            String sourceUrl,
            Instant recordedAt) {}

    record Finding(
            Instant publishedAt,
            LocalDate inForceFrom,
            Verdict.Kind kind,
            String rating,
            String reason,
            String publicReason,
            String body,
            String note,
            List<String> evidence,
            Instant deadlineAt,
            String deadlineRule) {}

    record Source(
            String source,
            String title,
            String url,
            LocalDate datedOn,
            String quote,
            Evidence.Stance stance,
            boolean primary,
            String savedCopyUrl) {}

    static DemoScript read() {
        ObjectMapper json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream file = DemoScript.class.getResourceAsStream("/demo/record.json")) {
            return json.readValue(file, DemoScript.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the demonstration's own file cannot be read", e);
        }
    }
}
