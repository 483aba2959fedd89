package org.ontherecord.extraction.model;

import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;
import org.ontherecord.extraction.Candidate;
import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** A model on this machine that says what it is told; the mayor is invented. */
@QuarkusTest
class ModelJobTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String GOOD = """
            [{"quote": "The budget rose by 12 percent last year", "speaker": "Dana Moss", "kind": "statistic",
              "wording": "The town's budget rose by 12 percent."}]""";

    @Inject
    ModelJob job;

    @Inject
    People people;

    @Inject
    EntityManager database;

    @Inject
    TestClock clock;

    @TestHTTPResource("/")
    URL site;

    private FakeModel model;
    private DeskBrowser browser;
    private String article;
    private long snapshot;

    @BeforeEach
    void addAnArticleThatTheRulesHaveRead() throws IOException {
        model = new FakeModel();
        browser = DeskBrowser.with(people.cookieOf(people.checker()));
        clock.stopAt(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        sql("update extraction set finished_at = now() - interval '3 years' where state = 'DONE'");
        sql("update model_reading set state = 'SKIPPED', finished_at = now() where state = 'QUEUED'");
        sql("delete from model_request");
        snapshot = add();
    }

    @AfterEach
    void stop() {
        job.use(ModelSettings.of(ConfigProvider.getConfig()));
        model.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "ollama"})
    void aGoodAnswerBecomesACandidateThatSaysWhoProposedIt(String kind) {
        job.use(settings(kind, 10, 100_000, "a-key"));
        model.says = GOOD;
        job.run();
        Candidate candidate = candidates().get(0);
        assertThat(candidate.quoteExact).isEqualTo("The budget rose by 12 percent last year");
        assertThat(candidate.proposedBy).isEqualTo("model fake, prompt 1");
        assertThat(candidate.wording).isEqualTo("The town's budget rose by 12 percent.");
        assertThat(candidate.speakerName).isEqualTo("Dana Moss");
        assertThat(reading()).isEqualTo("DONE: 1 proposed, 0 unverifiable, 0 doubled, try 1, null");
        browser.get(article + "?candidate=" + candidate.id)
                .body(
                        containsString("Proposed by a model</li>"),
                        containsString("Proposed by a language model (model fake, prompt 1); a person decides."));
        assertThat(model.asked).hasSize(1);
        assertThat(model.asked.get(0)).contains("The budget rose by 12 percent", "\"fake\"", "JSON array");
        assertThat(model.keys).containsExactly("Bearer a-key");
        job.run();
        assertThat(model.asked).hasSize(1);
    }

    @Test
    void withoutSettingsNothingIsAskedAndNothingQueued() {
        job.use(ModelSettings.of(ConfigProvider.getConfig()));
        job.run();
        assertThat(job.settings().isOn()).isFalse();
        assertThat(model.asked).isEmpty();
        assertThat(number("select count(*) from model_reading where snapshot_id = " + snapshot))
                .isZero();
    }

    @Test
    void anInventedQuoteIsCountedAndNeverShown() {
        on();
        model.says = "[{\"quote\": \"The mayor stole a horse in broad daylight\"}]";
        job.run();
        assertThat(candidates()).isEmpty();
        assertThat(reading()).isEqualTo("DONE: 0 proposed, 1 unverifiable, 0 doubled, try 1, null");
    }

    @Test
    void garbageThreeTimesParksTheTextWithItsReason() {
        on();
        model.says = "I am sorry, but I cannot help with that.";
        for (int i = 0; i < 5; i++) {
            job.run();
            clock.forward(Duration.ofMinutes(10));
        }
        assertThat(reading())
                .isEqualTo(
                        "PARKED: 0 proposed, 0 unverifiable, 0 doubled, try 3, the model's answer was no list of quotes");
        assertThat(model.asked).hasSize(3);
        assertThat(job.breaker().allows()).isTrue();
        browser.get(article).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEVER", "DRIPPING"})
    void aSlowModelIsGivenUpAfterTheTimeOut(String manner) {
        job.use(settings("openai", 100, 1_000_000, null, Duration.ofSeconds(1)));
        model.manner = FakeModel.Manner.valueOf(manner);
        job.run();
        assertThat(reading()).contains("QUEUED", "try 1, the model did not answer within 1 seconds");
        browser.get(article).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "ollama"})
    void anErrorOfTheServerIsAFailedTryOfOneRequest(String kind) {
        job.use(settings(kind, 10, 100_000, null));
        model.status = 500;
        job.run();
        assertThat(reading()).contains("QUEUED", "try 1, the model's server answered 500");
        assertThat(model.asked).hasSize(1);
    }

    @Test
    void aModelThatIsDownIsLeftAloneAndAskedAgainLater() throws IOException {
        on();
        add();
        add();
        add();
        model.close();
        job.run();
        assertThat(reading()).contains("QUEUED", "try 1, the model's server could not be reached");
        assertThat(job.breaker().pausedUntil()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(number("select count(*) from model_request")).isEqualTo(3);
        job.run();
        assertThat(number("select count(*) from model_request")).isEqualTo(3);
        browser.get(article).statusCode(200);

        clock.forward(Duration.ofMinutes(5));
        job.run();
        assertThat(number("select count(*) from model_request")).isEqualTo(4);
        assertThat(job.breaker().pausedUntil()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void whenTheHourIsUsedUpTextsWaitForTheNextOne() {
        job.use(settings("openai", 1, 100_000, null));
        add();
        job.run();
        job.run();
        assertThat(model.asked).hasSize(1);
        assertThat(number("select count(*) from model_reading where state = 'QUEUED' and attempts = 0"))
                .isOne();
        clock.forward(Duration.ofMinutes(61));
        job.run();
        assertThat(model.asked).hasSize(2);
    }

    @Test
    void whenTheDayIsUsedUpTextsWaitForTheNextOne() {
        job.use(settings("openai", 100, 30_000, null));
        sql("insert into model_reading (snapshot_id, queued_at, next_try_at, finished_at, state) values (" + snapshot
                + ", now(), now(), now(), 'SKIPPED')");
        sql("insert into model_request (snapshot_id, asked_at, characters, model, prompt_version) values (" + snapshot
                + ", '" + clock.instant() + "', 29999, 'another', 1)");
        add();
        job.run();
        assertThat(model.asked).isEmpty();
        clock.forward(Duration.ofHours(25));
        job.run();
        assertThat(model.asked).hasSize(1);
    }

    @Test
    void aTextThatKillsTheAppIsParkedInTheEnd() {
        on();
        job.run();
        sql("update model_reading set state = 'QUEUED', finished_at = null, attempts = 3, next_try_at = '"
                + clock.instant() + "' where snapshot_id = " + snapshot);
        job.run();
        assertThat(reading()).contains("PARKED", "the app stopped while the model was asked");
        assertThat(model.asked).hasSize(1);
    }

    @Test
    void whoIsLateForTheLeaseWritesNothing() {
        on();
        model.says = GOOD;
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "insert into model_reading (snapshot_id, queued_at, next_try_at) values (:id, :now, :now)")
                        .setParameter("id", snapshot)
                        .setParameter("now", clock.instant())
                        .executeUpdate());
        var first = job.take().orElseThrow();
        assertThat(job.take()).isEmpty();
        clock.forward(Duration.ofMinutes(2));
        var second = job.take().orElseThrow();
        job.show(first);
        assertThat(candidates()).isEmpty();
        job.show(second);
        assertThat(candidates()).hasSize(1);
    }

    @Test
    void aCopyIsNotShown() {
        on();
        long copy = add();
        sql("update article set origin_article_id = (select article_id from snapshot where id = " + snapshot
                + ") where id = (select article_id from snapshot where id = " + copy + ")");
        job.run();
        assertThat(model.asked).hasSize(1);
        assertThat(number("select count(*) from model_reading where state = 'SKIPPED' and snapshot_id = " + copy))
                .isOne();
    }

    @Test
    void theDeskSaysHowTheModelIsDoing() {
        String name = "fake-" + UUID.randomUUID();
        job.use(new ModelSettings(model.address("openai"), "openai", name, null, PATIENCE, 1, 100_000));
        model.says = GOOD.replace("]", ", {\"quote\": \"The mayor stole a horse in broad daylight\"}]");
        add();
        job.run();
        browser.get("/desk/articles").body(containsString("href=\"/desk/model\""));
        browser.get("/desk/model")
                .statusCode(200)
                .body(
                        containsString(name + ", OpenAI-compatible, prompt 1"),
                        containsString("On. The budget is used up, texts wait."),
                        containsString("1 of 1 requests"),
                        containsString("of 100,000 characters"),
                        containsString("<td data-l=\"Proposed\">1</td>"),
                        containsString("<td data-l=\"Invented\">1</td>"));
    }

    @Test
    void theDeskSaysUntilWhenAFailingServerIsLeftAlone() {
        on();
        add();
        add();
        model.status = 503;
        job.run();
        browser.get("/desk/model")
                .body(containsString(
                        "Left alone until <time datetime=\"" + clock.instant().plus(Duration.ofMinutes(5))));
    }

    @Test
    void anAdministratorHasParkedTextsShownAgain() {
        on();
        model.says = "garbage";
        for (int i = 0; i < 3; i++) {
            job.run();
            clock.forward(Duration.ofMinutes(10));
        }
        DeskBrowser admin = DeskBrowser.with(people.cookieOf(people.admin()));
        admin.get("/desk/model")
                .body(
                        containsString("Parked after three tries"),
                        containsString("the model's answer was no list of quotes".replace("'", "&#39;")));
        browser.post("/desk/model/retries").statusCode(403);
        admin.post("/desk/model/retries").statusCode(303);
        assertThat(reading()).startsWith("QUEUED");
        model.says = GOOD;
        job.run();
        assertThat(candidates()).hasSize(1);
    }

    @Test
    void thePageIsFineForEveryone() {
        on();
        model.says = "garbage";
        for (int i = 0; i < 3; i++) {
            job.run();
            clock.forward(Duration.ofMinutes(10));
        }
        model.says = GOOD;
        add();
        job.run();
        clock.run();
        try (Browser chromium = Browser.open()) {
            Page page = chromium.visitor();
            people.cookieOf(people.admin())
                    .forEach((name, value) ->
                            page.context().addCookies(List.of(new Cookie(name, value).setUrl(site.toString()))));
            page.navigate(site + "desk/model");
            assertThat(Reading.text(page, "main")).contains("Parked after three tries", "fake, prompt 1");
            Reading.isFineInEverySetting(page);
            job.use(ModelSettings.of(ConfigProvider.getConfig()));
            page.reload();
            Reading.isFineInEverySetting(page);
        }
    }

    @Test
    void withoutAModelTheDeskSaysSoAndDoesNotLinkItsPage() {
        job.use(ModelSettings.of(ConfigProvider.getConfig()));
        browser.get("/desk/articles").body(not(containsString("href=\"/desk/model\"")));
        browser.get("/desk/model").statusCode(200).body(containsString("the operator has named none"));
        DeskBrowser.anonymous().get("/desk/model").statusCode(not(200));
    }

    private void on() {
        job.use(settings("openai", 100, 1_000_000, null));
    }

    private ModelSettings settings(String kind, int requests, long characters, String key) {
        return settings(kind, requests, characters, key, PATIENCE);
    }

    private ModelSettings settings(String kind, int requests, long characters, String key, Duration patience) {
        return new ModelSettings(model.address(kind), kind, "fake", key, patience, requests, characters);
    }

    private long add() {
        String text =
                "News from %s\n\nMayor Dana Moss spoke on Friday. The budget rose by 12 percent last year, Moss said."
                        .formatted(UUID.randomUUID());
        String location = browser.post("/desk/articles/new?by=text", "text", text, "publishedOn", "2024-11-08")
                .statusCode(303)
                .extract()
                .header("Location");
        article = location.substring(location.indexOf("/desk/"));
        long id = number("select id from snapshot where article_id = " + article.replaceAll("\\D", ""));
        sql("update extraction set state = 'DONE', finished_at = '" + clock.instant() + "' where snapshot_id = " + id);
        return id;
    }

    private List<Candidate> candidates() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Candidate.list("snapshot.id = ?1 order by quoteStart", snapshot));
    }

    private String reading() {
        return (String) QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("""
                        select state || ': ' || proposed || ' proposed, ' || unverifiable || ' unverifiable, ' || doubled
                               || ' doubled, try ' || attempts || ', ' || coalesce(trouble, 'null')
                        from model_reading where snapshot_id = :id""")
                        .setParameter("id", snapshot)
                        .getSingleResult());
    }

    private long number(String query) {
        return ((Number) QuarkusTransaction.requiringNew()
                        .call(() -> database.createNativeQuery(query).getSingleResult()))
                .longValue();
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(statement).executeUpdate());
    }
}
