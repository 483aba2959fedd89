package org.ontherecord.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ontherecord.article.ArticleReader;
import org.ontherecord.article.ArticleText;
import org.ontherecord.article.Quote;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class ClaimExtractorTest {

    private static final LocalDate FRIDAY = LocalDate.of(2024, 11, 8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portal",
                "wire",
                "interview",
                "live",
                "list",
                "opinion",
                "german",
                "french",
                "noquotes",
                "across",
                "wrapped",
                "unicode",
                "british"
            })
    void everyProposalStandsInTheTextAndIsFitToShow(String name) {
        ArticleText article = read(name);
        Findings findings = ClaimExtractor.propose(article.text(), article.language(), FRIDAY);
        assertThat(findings.dropped()).isZero();
        assertThat(findings.proposals()).isNotEmpty().allSatisfy(proposal -> {
            assertThat(proposal.quote().standsIn(article.text())).isTrue();
            assertThat(proposal.quote().exact())
                    .isEqualTo(proposal.quote().exact().strip());
            assertThat(proposal.score()).isBetween(0, 100);
            assertThat(proposal.wording()).isNotBlank().doesNotContain("\n", "\uFFFC");
            assertThat(proposal.wording().codePointCount(0, proposal.wording().length()))
                    .isLessThanOrEqualTo(300);
            assertThat(proposal.saidOn() == null || !proposal.saidOn().isAfter(FRIDAY))
                    .isTrue();
        });
        List<Quote> quotes = findings.proposals().stream().map(Proposal::quote).toList();
        assertThat(quotes).isSortedAccordingTo(Comparator.comparingInt(Quote::start));
        for (int i = 1; i < quotes.size(); i++) {
            assertThat(quotes.get(i).overlaps(quotes.get(i - 1))).isFalse();
        }
        assertThat(ClaimExtractor.propose(article.text(), article.language(), FRIDAY))
                .isEqualTo(findings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Next Story",
                "Send Push",
                "Politics",
                "Sample Gazette",
                "Enjoying",
                "Download",
                "Lantern greets Grenn",
                "Lantern wants talks",
                "Reporting by",
                "Share this",
                "10:42",
                "Ten things",
                "Weather",
                "budget debate as it happened",
                "Related",
                "Lesen Sie",
                "What the Harbour Party promises",
                "Minister verspricht neue",
                "a talk with the health minister",
                "still so long",
                "Will you promise"
            })
    void furnitureHeadingsAndQuestionsAreNeverCandidates(String words) {
        for (String name : List.of("portal", "wire", "interview", "live", "list", "german")) {
            assertThat(propose(name))
                    .noneMatch(proposal -> proposal.quote().exact().contains(words));
        }
    }

    @Test
    void thePromiseWithADeadlineComesFirstInAnArticleFullOfTalk() {
        Proposal first = ranked("portal").get(0);
        assertThat(first.quote().exact())
                .isEqualTo("Grenn's campaign promise to reopen the river crossing \"within ten days\"");
        assertThat(first.claimKind()).isEqualTo(Claim.Kind.PROMISE);
        assertThat(first.mode()).isEqualTo(Appearance.Mode.REPORTED);
        assertThat(first.speakerName()).isEqualTo("Tobias Grenn");
        assertThat(first.wording()).isEqualTo("Reopen the river crossing within ten days");
        assertThat(first.reasons()).contains("Promise", "Names a deadline");
    }

    @Test
    void speakersAreNamedInFullBySurnamePronounAndTitle() {
        assertThat(find("portal", "prepared to meet").speakerName()).isEqualTo("Adele Lantern");
        assertThat(find("portal", "prepared to meet").wording()).startsWith("Adele Lantern is prepared");
        assertThat(find("portal", "no meeting on the calendar").speakerName()).isEqualTo("Ivo Marsh");
        assertThat(find("portal", "People like her").speakerName()).isEqualTo("Tobias Grenn");
        assertThat(find("wire", "created 120,000").speakerName()).isEqualTo("Clara Voss");
        assertThat(find("wire", "disgrace").speakerName()).isEqualTo("Pavel Ord");
        assertThat(find("interview", "5,000 nurses").speakerName()).isEqualTo("Lena Okoro");
        assertThat(find("british", "1,200 times").speakerName()).isEqualTo("Fiona Hale");
        assertThat(find("across", "every contract").speakerName()).isEqualTo("Ada Stern");
        assertThat(find("german", "bis Ende 2028").speakerName()).isEqualTo("Anna Berger");
        assertThat(find("unicode", "2027").speakerName()).isEqualTo("José Peña‑Ruiz");
    }

    @Test
    void aLanguageWeHaveNoWordsOfIsLeftToAPerson() {
        ArticleText article = read("arabic");
        assertThat(ClaimExtractor.propose(article.text(), "ar", FRIDAY).proposals())
                .isEmpty();
    }

    @Test
    void aSpeakerTheTextDoesNotNameIsLeftOpen() {
        assertThat(find("noquotes", "budget had not been set").speakerName()).isNull();
        assertThat(find("opinion", "4 million crowns").speakerName()).isNull();
        assertThat(find("list", "300,000 homes").speakerName()).isNull();
        assertThat(ClaimExtractor.propose(
                                "The Gazette is owned by a trust. The bridge cost 4 million crowns, the Herald reported.",
                                "en",
                                null)
                        .proposals())
                .singleElement()
                .satisfies(proposal -> assertThat(proposal.speakerName()).isNull());
    }

    @Test
    void aPersonsGenderIsLearntSoThatSheIsNotHim() {
        String text = "Mrs Jane Roe spoke first. Mr John Doe answered her. She said the city lost 300 jobs in March.";
        assertThat(ClaimExtractor.propose(text, "en", null).proposals())
                .singleElement()
                .satisfies(proposal -> assertThat(proposal.speakerName()).isEqualTo("Jane Roe"));
    }

    @Test
    void theDayOfSayingIsReadBesideTheVerbOnly() {
        assertThat(find("portal", "prepared to meet").saidOn()).isEqualTo(LocalDate.of(2024, 11, 5));
        assertThat(find("wire", "fell to 4.1%").saidOn()).isEqualTo(LocalDate.of(2024, 11, 4));
        assertThat(find("portal", "clever opponent").saidOn()).isNull();
        var later = ClaimExtractor.propose("Jane Roe said the talks would begin on Monday.", "en", FRIDAY)
                .proposals();
        assertThat(later).allSatisfy(proposal -> assertThat(proposal.saidOn()).isNull());
    }

    @Test
    void promisesAreToldFromStatementsAndForecasts() {
        assertThat(find("wire", "50,000 more").claimKind()).isEqualTo(Claim.Kind.PROMISE);
        assertThat(find("noquotes", "200 crossings").claimKind()).isEqualTo(Claim.Kind.PROMISE);
        assertThat(find("live", "100 days").claimKind()).isEqualTo(Claim.Kind.PROMISE);
        assertThat(find("list", "18 weeks").claimKind()).isEqualTo(Claim.Kind.PROMISE);
        assertThat(find("french", "2026").claimKind()).isEqualTo(Claim.Kind.PROMISE);
        assertThat(find("live", "£9bn").claimKind()).isEqualTo(Claim.Kind.STATEMENT);
        var forecast = ClaimExtractor.propose("Jane Roe said prices would rise by 3% next year.", "en", null)
                .proposals();
        assertThat(forecast).singleElement().satisfies(proposal -> {
            assertThat(proposal.claimKind()).isEqualTo(Claim.Kind.STATEMENT);
            assertThat(proposal.reasons()).contains("Forecast");
        });
        var hedged = ClaimExtractor.propose("“I think we’ll build it by 2030,” Jane Roe said.", "en", null)
                .proposals();
        assertThat(hedged)
                .allSatisfy(proposal -> assertThat(proposal.claimKind()).isEqualTo(Claim.Kind.STATEMENT));
    }

    @Test
    void figuresRankAboveOpinionsAndFeelings() {
        assertRanked("wire", "120,000", "disgrace");
        assertRanked("interview", "1.2 million", "I love my job");
        assertRanked("portal", "last three elections", "clever opponent");
        assertRanked("german", "12 Prozent", "Schande");
        assertRanked("opinion", "4 million crowns", "libraries");
        assertThat(propose("opinion"))
                .noneMatch(proposal -> proposal.quote().exact().contains("terrible idea"));
    }

    @Test
    void abbreviationsAndQuotationsDoNotBreakSentences() {
        assertThat(find("noquotes", "200 crossings").quote().exact())
                .isEqualTo("Transport Secretary Maria J. Holm vowed to close 200 crossings by the end of 2026");
        assertThat(find("german", "4,2 Milliarden").quote().exact()).startsWith("Das Projekt");
        assertThat(find("wrapped", "80 percent").quote().exact()).contains("paid\noff");
        assertThat(ClaimExtractor.propose(
                                "Gov. Ann Lee told the U.S. Senate on Jan. 6 that crime fell by 9 percent.", "en", null)
                        .proposals())
                .singleElement()
                .satisfies(proposal -> assertThat(proposal.quote().exact()).isEqualTo("crime fell by 9 percent"));
    }

    @Test
    void wordsInQuotationMarksAreSaidAndTheRestIsReported() {
        assertThat(find("wire", "120,000").mode()).isEqualTo(Appearance.Mode.SAID);
        assertThat(find("wire", "4.1%").mode()).isEqualTo(Appearance.Mode.REPORTED);
        assertThat(find("french", "2026").quote().exact()).isEqualTo("Nous planterons 1 000 arbres d'ici 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "“",
                "\"\"\"\"",
                "'",
                "«»«»",
                ".",
                "said said said said that that that",
                "I will",
                "Trump's",
                "’s promise to",
                "promise to to to to",
                "He said “",
                "\n\n\n",
                "according to",
                "A: B: C: D: E.",
                ", said.",
                "🌳",
                "1. 2. 3."
            })
    void scrapsDoNoHarm(String scrap) {
        assertThatCode(() -> ClaimExtractor.propose(scrap, "en", FRIDAY)).doesNotThrowAnyException();
        assertThatCode(() -> ClaimExtractor.propose(scrap.repeat(50), "de", null))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A",
                "A ",
                "1,",
                "\"",
                "“",
                "' ",
                "said ",
                "promise to ",
                "I will ",
                "according to ",
                "Aa-",
                "A.",
                ". ",
                "by the end of ",
                "(",
                "Aa said that he would ",
                "Mr. ",
                "$1",
                "’s ",
                "\n",
                "- a b c d\n",
                "😀",
                "Jane Roe said, ",
                "x: ",
                "10:42 "
            })
    void aMillionCharactersOfAnythingAreReadInBoundedTime(String unit) {
        String text = unit.repeat(ArticleText.LONGEST / unit.length());
        assertTimeout(Duration.ofMinutes(2), () -> {
            Findings findings = ClaimExtractor.propose(text, "en", FRIDAY);
            assertThat(findings.proposals()).hasSizeLessThanOrEqualTo(ClaimExtractor.MOST);
        });
    }

    private static void assertRanked(String article, String higher, String lower) {
        assertThat(find(article, higher).score())
                .isGreaterThan(find(article, lower).score());
    }

    private static Proposal find(String article, String words) {
        return propose(article).stream()
                .filter(proposal -> proposal.quote().exact().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no candidate with “" + words + "”"));
    }

    private static List<Proposal> ranked(String article) {
        return propose(article).stream()
                .sorted(Comparator.comparingInt((Proposal proposal) -> -proposal.score()))
                .toList();
    }

    private static List<Proposal> propose(String name) {
        ArticleText article = read(name);
        return ClaimExtractor.propose(article.text(), article.language(), FRIDAY)
                .proposals();
    }

    private static ArticleText read(String name) {
        try (var in = ClaimExtractorTest.class.getResourceAsStream("/articles/" + name + ".txt")) {
            return ArticleReader.pasted(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
