package org.ontherecord.speaker;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class SpeakerDeskTest {
    @Inject
    People people;

    private DeskBrowser desk;
    private final String name = "Minister " + UUID.randomUUID();

    @BeforeEach
    void signIn() {
        desk = DeskBrowser.with(people.cookieOf(people.checker()));
    }

    private long add(String... more) {
        String location = post("/desk/speakers", 303, more).extract().header("Location");
        return Long.parseLong(location.replaceAll(".*/speakers/(\\d+).*", "$1"));
    }

    private io.restassured.response.ValidatableResponse post(String path, int status, String... fields) {
        return desk.post(path, fields).statusCode(status);
    }

    private String[] office(String kind, String aliases, String from, String to) {
        return new String[] {
            "name",
            name,
            "kind",
            kind,
            "aliases",
            aliases,
            "wikidata_id",
            "",
            "role",
            "Minister of Examples",
            "body",
            "Example Party",
            "from_on",
            from,
            "to_on",
            to
        };
    }

    @Test
    void aPersonIsKeptWithNamesAndOffices() {
        long id = add(office("PERSON", "The Example\nthe example\n\nM. E.", "2024-01-20", ""));
        desk.get("/desk/speakers/" + id)
                .statusCode(200)
                .body(containsString("Minister of Examples"), containsString("20 Jan 2024"));
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(Speaker.<Speaker>findById(id).aliases).containsExactly("The Example", "M. E.");
            assertThat(Speaker.known("m. e.")).isPresent();
        });
        desk.get("/desk/speakers?q=" + name.substring(9)).body(containsString(name), containsString("1 on record"));
    }

    @Test
    void everythingWrongIsToldAtOnceAndKept() {
        post(
                        "/desk/speakers",
                        422,
                        "name",
                        "",
                        "kind",
                        "GHOST",
                        "wikidata_id",
                        "42",
                        "role",
                        "",
                        "body",
                        "A body",
                        "from_on",
                        "soon",
                        "to_on",
                        "")
                .body(
                        containsString("Give the name."),
                        containsString("Say whether it is a person or a body."),
                        containsString("A Wikidata id is a Q and a number"),
                        containsString("Say what the office or party is in line 1."),
                        containsString("We can&#39;t read the date in line 1"),
                        containsString("value=\"A body\""),
                        containsString("value=\"soon\""));
    }

    @Test
    void whenAnOfficeBeganIsKeptAsExactlyAsItIsKnownAndSaidBack() {
        long id = add(office("PERSON", "", "2023-11", "spring 2024"));
        desk.get("/desk/speakers/" + id)
                .body(
                        containsString("value=\"Nov 2023\""),
                        containsString("Understood as about Nov 2023: 1 Nov – 30 Nov 2023."),
                        containsString("value=\"spring 2024\""),
                        containsString("Understood as about spring 2024: 1 Mar – 31 May 2024."));
        QuarkusTransaction.requiringNew().run(() -> {
            Affiliation office = Affiliation.of(Speaker.<Speaker>findById(id)).get(0);
            assertThat(office.fromOn).isEqualTo("2023-11-01");
            assertThat(office.toOn).as("the last day it may have ended").isEqualTo("2024-05-31");
        });
        post("/desk/speakers/" + id, 422, withVersion(id, office("PERSON", "", "2024", "2023")))
                .body(containsString("It ends before it begins in line 1."), containsString("value=\"2024\""));
        post("/desk/speakers/" + id, 303, withVersion(id, office("PERSON", "", "Nov 2023", "2023")));
    }

    private String[] withVersion(long id, String[] form) {
        String[] all = java.util.Arrays.copyOf(form, form.length + 2);
        all[form.length] = "version";
        all[form.length + 1] = version(id);
        return all;
    }

    @Test
    void anotherLineKeepsWhatWasTyped() {
        post(
                        "/desk/speakers",
                        200,
                        "name",
                        name,
                        "kind",
                        "BODY",
                        "role",
                        "One",
                        "body",
                        "",
                        "from_on",
                        "",
                        "to_on",
                        "",
                        "more",
                        "1")
                .body(containsString(name), containsString("id=\"role-1\""), not(containsString("There is a problem")));
    }

    @Test
    void oneNameIsOneRow() {
        add(office("PERSON", "", "", ""));
        post("/desk/speakers", 422, office("PERSON", "", "", "")).body(containsString("We know this name already"));
    }

    @Test
    void whoSavesSecondIsToldAndLosesNothing() {
        long id = add(office("PERSON", "", "", ""));
        String path = "/desk/speakers/" + id;
        String[] first = {"name", name, "kind", "PERSON", "aliases", "First alias", "version", version(id)};
        String[] second = {"name", name, "kind", "PERSON", "aliases", "Second alias", "version", version(id)};
        post(path, 303, first);
        String page = post(path, 409, second)
                .body(
                        containsString("Somebody else changed this"),
                        containsString("First alias"),
                        containsString("Second alias"))
                .extract()
                .asString();
        String fresh = page.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        post(path, 303, "name", name, "kind", "PERSON", "aliases", "Second alias", "version", fresh);
    }

    @Test
    void anUnknownNumberIsNotFound() {
        desk.get("/desk/speakers/987654321").statusCode(404);
    }

    private static String version(long id) {
        return QuarkusTransaction.requiringNew().call(() -> String.valueOf(Speaker.<Speaker>findById(id).version));
    }
}
