package org.ontherecord.published;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.ontherecord.platform.Language;
import org.ontherecord.platform.WordDiff;

/** Two versions of a claim's page beside each other: the fields that differ, and the verdicts that changed them. */
public record VersionComparison(
        ClaimVersions versions,
        Frozen from,
        Frozen to,
        List<Change> changes,
        List<Source> sources,
        List<PublishedAppearance> said) {

    /** All that one verdict froze. */
    public record Frozen(ClaimSummary claim, String criteria, String body, List<EvidenceSource> evidence) {
        public PublishedVerdict verdict() {
            return claim.verdict();
        }
    }

    /** A field whose words differ. */
    public record Change(Field field, WordDiff diff) {}

    /** A source that was added or taken out; one that says something else now is both. */
    public record Source(boolean added, EvidenceSource source) {}

    /** What a version says in words, in the order of the page. */
    public enum Field {
        REASON((frozen, language) -> frozen.verdict().reason()),
        IN_FORCE_FROM((frozen, language) -> language.day(frozen.verdict().inForceFrom())),
        WORDING((frozen, language) -> frozen.claim.wording()),
        HEADLINE((frozen, language) -> frozen.claim.headline()),
        KIND((frozen, language) -> RecordWording.kindInWords(frozen.claim, language.code())),
        SPEAKER((frozen, language) -> speaker(frozen.claim.speaker())),
        CAPACITY((frozen, language) -> frozen.claim.capacity()),
        TOPICS((frozen, language) -> String.join(", ", frozen.claim.topics())),
        LANGUAGE((frozen, language) -> frozen.claim.language()),
        DEADLINE((frozen, language) -> deadline(frozen.claim.deadline(), language)),
        DEADLINE_RULE((frozen, language) -> rule(frozen.claim.deadline())),
        CRITERIA((frozen, language) -> frozen.criteria),
        BODY((frozen, language) -> frozen.body);

        private final BiFunction<Frozen, Language, String> words;

        Field(BiFunction<Frozen, Language, String> words) {
            this.words = words;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private String of(Frozen frozen, Language language) {
            return Objects.requireNonNullElse(words.apply(frozen, language), "");
        }

        private static String speaker(SpeakerRef speaker) {
            return speaker == null ? null : speaker.name();
        }

        private static String deadline(PromiseDeadline deadline, Language language) {
            return deadline == null
                    ? null
                    : "%s, %s (%s)"
                            .formatted(
                                    language.day(deadline.date()),
                                    RecordWording.timeAndPlace(deadline, language.code()),
                                    RecordWording.utc(deadline, language.code()));
        }

        private static String rule(PromiseDeadline deadline) {
            return deadline == null ? null : deadline.rule();
        }
    }

    static VersionComparison of(
            ClaimVersions versions, Frozen from, Frozen to, List<PublishedAppearance> said, Language language) {
        List<Change> changes = Stream.of(Field.values())
                .filter(field -> !field.of(from, language).equals(field.of(to, language)))
                .map(field -> new Change(field, WordDiff.between(field.of(from, language), field.of(to, language))))
                .toList();
        List<Source> sources = Stream.concat(
                        missing(from.evidence, to.evidence).map(source -> new Source(false, source)),
                        missing(to.evidence, from.evidence).map(source -> new Source(true, source)))
                .toList();
        return new VersionComparison(versions, from, to, changes, sources, said);
    }

    /** The verdicts that led from one to the other, oldest last. */
    public List<PublishedVerdict> published() {
        return versions.after(from.verdict().number(), to.verdict().number());
    }

    public boolean isVerdictChanged() {
        return !from.verdict().code().equals(to.verdict().code());
    }

    /** How many fields differ, the verdict, the sources and the times said being one each. */
    public int fields() {
        return changes.size() + (isVerdictChanged() ? 1 : 0) + (sources.isEmpty() ? 0 : 1) + (said.isEmpty() ? 0 : 1);
    }

    public String address() {
        return versions.comparison(from.verdict().number(), to.verdict().number());
    }

    /** Those of one list that the other has not. */
    private static Stream<EvidenceSource> missing(List<EvidenceSource> from, List<EvidenceSource> other) {
        List<EvidenceSource> same = other.stream().map(EvidenceSource::itself).toList();
        return from.stream().filter(source -> !same.contains(source.itself()));
    }
}
