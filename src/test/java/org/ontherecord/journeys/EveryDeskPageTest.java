package org.ontherecord.journeys;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.account.Role;
import org.ontherecord.claim.Claim;
import org.ontherecord.speaker.Speaker;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page of the desk that stands in who-may-what.txt, with words and names as long as they may be, for everyone who reads it. */
@QuarkusTest
class EveryDeskPageTest {
    /** Each is looked at in a test of its own, in more than one state. */
    private static final Set<String> ELSEWHERE = Set.of(
            "/desk",
            "/desk/claims/{id}/review",
            "/desk/reviews/{id}/verdicts/new",
            "/desk/me/second-factor",
            "/desk/me/second-factor/recovery-codes",
            "/desk/me/second-factor/removal",
            "/desk/model");

    /** Pieces that scripts ask for, no pages. */
    private static final Set<String> PARTS =
            Set.of("/desk/articles/outlets", "/desk/inbox/arrivals", "/desk/speakers/names");

    private static final String LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente";

    @Inject
    People people;

    @Inject
    EntityManager database;

    @TestHTTPResource("/")
    URL site;

    @Test
    void everyPageIsFineForEveryoneWithWordsOfAnyLength() throws Exception {
        Account admin = people.named("Maximiliane-Alexandrine " + LONG_WORD, Role.ADMIN);
        Map<String, Long> things = things(admin);
        var unknown = new ArrayList<String>();
        var known = new ArrayList<String>();
        for (String path : pages()) {
            boolean understood = !path.contains("{") || things.containsKey(path.replaceAll("\\{.*", ""));
            (understood ? known : unknown).add(path);
        }
        var cookie = people.cookieOf(admin).entrySet().iterator().next();
        var faults = new ConcurrentLinkedQueue<String>();
        Browser.inTwo(known, (browser, path) -> {
            Page page = browser.visitor();
            page.context().addCookies(List.of(new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site.toString())));
            String thing = path.replaceAll("\\{.*", "");
            try {
                var answer = page.navigate(
                        site + path.substring(1).replaceAll("\\{\\w+\\}", String.valueOf(things.get(thing))));
                assertThat(answer.status()).as(path).isEqualTo(200);
                if (path.equals("/desk/keys")) {
                    page.click(".bar-more summary");
                }
                Reading.isFineInEverySetting(page);
            } catch (AssertionError fault) {
                faults.add(fault.getMessage());
            }
            page.context().close();
        });
        assertThat(faults).isEmpty();
        assertThat(unknown)
                .as("a page with a parameter needs an example here, or a test of its own and a line in ELSEWHERE")
                .isEmpty();
    }

    private static List<String> pages() throws IOException {
        try (var table = EveryDeskPageTest.class.getResourceAsStream("/who-may-what.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("GET "))
                    .map(line -> line.split(" +")[1])
                    .filter(path -> path.startsWith("/desk")
                            && !path.endsWith(".csv")
                            && !ELSEWHERE.contains(path)
                            && !PARTS.contains(path))
                    .toList();
        }
    }

    /** By the beginning of its address, a thing of each kind with long words. */
    private Map<String, Long> things(Account admin) {
        var desk = DeskBrowser.with(people.cookieOf(admin));
        String mark = UUID.randomUUID().toString();
        long article = made(desk.post(
                "/desk/articles/new?by=text",
                "title",
                (LONG_WORD + " ").repeat(5),
                "outlet",
                "The " + LONG_WORD + " Gazette of " + mark,
                "text",
                "Minister Ola Sample promised to open 12 clinics in " + mark + " within two years. "
                        + LONG_WORD.repeat(4)));
        Instant now = Instant.parse("2026-11-01T08:00:00Z");
        long claim = QuarkusTransaction.requiringNew()
                .call(() -> Claim.of(
                                "The " + mark + " " + (LONG_WORD + " ").repeat(6) + "will pay 12 pensions by 2030.",
                                Claim.Kind.PROMISE,
                                Speaker.named(LONG_WORD + " " + mark, now),
                                "en",
                                Account.findById(admin.id),
                                now)
                        .id);
        return Map.of(
                "/desk/articles/", article,
                "/desk/claims/", claim,
                "/desk/accounts/", admin.id,
                "/desk/speakers/", one("select speaker_id from claim where id = " + claim),
                "/desk/feeds/",
                        inserted(
                                "insert into watched_feed (address, interval_minutes, keywords, added_by, added_at, state, next_poll_at)"
                                        + " values ('https://feed.invalid/" + LONG_WORD.repeat(3) + mark
                                        + "', 60, '{}', " + admin.id
                                        + ", now(), 'PAUSED', now()) returning id"),
                "/desk/articles/bulk/",
                        inserted(
                                "insert into bulk (kind, name, state, started_by, started_at, finished_at) values ('ARTICLE_FILES', '"
                                        + LONG_WORD.repeat(4) + ".zip', 'DONE', " + admin.id
                                        + ", now(), now()) returning id"),
                "/desk/imports/",
                        inserted(
                                "insert into claim_import (name, format, state, total, next_try_at, started_by, started_at, finished_at)"
                                        + " values ('" + LONG_WORD.repeat(4) + ".csv', 'CSV', 'DONE', 0, now(), "
                                        + admin.id
                                        + ", now(), now()) returning id"));
    }

    private static long made(io.restassured.response.ValidatableResponse answer) {
        String address = answer.statusCode(303).extract().header("Location");
        return Long.parseLong(address.replaceAll("[?#].*", "").replaceAll(".*/", ""));
    }

    private long one(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(sql).getSingleResult()).longValue());
    }

    private long inserted(String sql) {
        return one("with made as (" + sql + ") select id from made");
    }
}
