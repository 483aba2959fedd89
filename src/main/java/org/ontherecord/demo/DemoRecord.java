package org.ontherecord.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.ontherecord.account.Account;
import org.ontherecord.article.Snapshot;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.claim.CountedAppearance;
import org.ontherecord.claim.likeness.Relation;
import org.ontherecord.demo.DemoScript.Finding;
import org.ontherecord.demo.DemoScript.Saying;
import org.ontherecord.demo.DemoScript.Source;
import org.ontherecord.demo.DemoScript.Story;
import org.ontherecord.platform.RoughDate;
import org.ontherecord.review.Draft;
import org.ontherecord.review.Handover;
import org.ontherecord.review.PublishCheck;
import org.ontherecord.review.Rating;
import org.ontherecord.review.Review;
import org.ontherecord.review.Verdict;
import org.ontherecord.speaker.Affiliation;
import org.ontherecord.speaker.Speaker;

/** Plays the script: each claim is found, checked by one person, signed off by another and published, on its own dates. */
@ApplicationScoped
class DemoRecord {
    private final DemoArticles articles;

    DemoRecord(DemoArticles articles) {
        this.articles = articles;
    }

    void play(DemoScript script, Account checker, Account editor) {
        Map<String, Snapshot> texts = new HashMap<>();
        script.articles().forEach(piece -> texts.put(piece.key(), articles.add(piece, checker, addedOn(piece))));
        Instant start = script.claims().get(0).createdOn();
        script.speakers().forEach(person -> introduce(person, start));
        Map<String, Claim> claims = new HashMap<>();
        for (Story story : script.claims()) {
            Claim claim = found(story, texts, checker);
            claims.put(story.wording(), claim);
            Review review = Review.open(claim, checker, story.createdOn());
            story.verdicts().forEach(finding -> {
                claim.reword(story.facts(claim.speaker, finding));
                publish(review, finding, script.evidence(), checker, editor);
            });
        }
        script.relations()
                .forEach(tie -> Relation.add(
                        claims.get(tie.claim()),
                        tie.way(),
                        claims.get(tie.other()),
                        tie.note(),
                        editor,
                        tie.addedOn()));
    }

    /** At noon of the day it appeared. */
    private static Instant addedOn(DemoScript.Piece piece) {
        return piece.publishedOn().atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private void introduce(DemoScript.Person person, Instant now) {
        Speaker speaker = Speaker.named(person.name(), now);
        speaker.describe(
                person.name(),
                person.kind() == null ? Speaker.Kind.PERSON : person.kind(),
                person.aliases() == null ? List.of() : person.aliases(),
                person.wikidataId());
        if (person.affiliations() != null) {
            person.affiliations()
                    .forEach(office -> Affiliation.of(
                            speaker, office.role(), office.body(), day(office.fromOn()), day(office.toOn())));
        }
    }

    private static RoughDate day(LocalDate on) {
        return on == null ? null : new RoughDate(on, RoughDate.Precision.DAY);
    }

    private Claim found(Story story, Map<String, Snapshot> texts, Account checker) {
        Instant now = story.createdOn();
        Speaker speaker = Speaker.named(story.speaker(), now);
        Claim claim = Claim.of(story.wording(), story.kind(), speaker, story.languageOrEnglish(), checker, now);
        story.appearances().forEach(saying -> record(saying, claim, texts, checker, now));
        if (story.counted() != null) {
            story.counted()
                    .forEach(count -> CountedAppearance.add(
                            claim,
                            new CountedAppearance.Total(
                                    count.times(),
                                    count.atLeast(),
                                    count.fromOn(),
                                    count.toOn(),
                                    count.countedBy(),
                                    count.sourceTitle(),
                                    count.sourceUrl()),
                            checker,
                            count.recordedAt() == null ? now : count.recordedAt()));
        }
        return claim;
    }

    private void record(Saying saying, Claim claim, Map<String, Snapshot> texts, Account checker, Instant now) {
        if (saying.article() == null) {
            var place =
                    new Appearance.Place(saying.sourceTitle(), saying.sourceUrl(), saying.date(), saying.occasion());
            Appearance.outside(claim, saying.mode(), saying.quote(), place, checker, now);
        } else {
            Snapshot text = texts.get(saying.article());
            Instant read = text.takenAt.isAfter(now) ? text.takenAt : now;
            articles.quote(text, saying, claim, checker, read);
        }
    }

    private void publish(Review review, Finding finding, Map<String, Source> sources, Account checker, Account editor) {
        Instant now = finding.publishedAt();
        Claim claim = review.claim;
        var draft = new Draft(
                claim.facts(),
                Rating.of(claim.kind, finding.rating()).orElseThrow(),
                finding.reason(),
                finding.body(),
                finding.inForceFrom(),
                finding.note() == null ? finding.publicReason() : finding.note(),
                finding.evidence().stream()
                        .map(key -> piece(sources.get(key), now))
                        .toList());
        // All of the script is one transaction; the version counts up only when the step before is written.
        Review.flush();
        var revision = review.save(draft, null, review.version, checker, now.minusSeconds(7200))
                .orElseThrow(() -> new IllegalStateException("nothing new in " + finding.publicReason()));
        Handover.submit(review, revision, checker, now.minusSeconds(3600));
        Handover.approve(review, revision, editor, null, now.minusSeconds(600));
        Verdict.publish(
                review, revision, editor, new PublishCheck.Publication(finding.kind(), finding.publicReason()), now);
    }

    private static Draft.Piece piece(Source source, Instant now) {
        return new Draft.Piece(
                source.source(),
                source.title(),
                source.url(),
                source.datedOn() == null ? null : new RoughDate(source.datedOn(), RoughDate.Precision.DAY),
                now.atOffset(ZoneOffset.UTC).toLocalDate(),
                source.quote(),
                source.stance(),
                source.primary(),
                source.savedCopyUrl());
    }
}
