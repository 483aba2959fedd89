package org.ontherecord.claim.imports;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Files of others' checks by hand: looked through first, then taken in. People and publishers are invented. */
@QuarkusTest
class ImportDeskTest {
    @Inject
    People people;

    @Inject
    ImportJob job;

    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);
    private DeskBrowser admin;

    @BeforeEach
    void signIn() {
        admin = DeskBrowser.with(people.cookieOf(people.admin()));
    }

    @Test
    void aFileIsLookedThroughAndThenTakenIn() {
        String file = "external_id,text,speaker,date,rating,publisher\n1,<b>Rain</b> " + mark + ",Jane Roe " + mark
                + ",2019,False,Checkers " + mark + "\n=2,,,,,Checkers " + mark + "\n";
        String look = location(upload(file));
        admin.get(look).header("Refresh", equalTo("3")).body(containsString("Waiting to begin"));
        job.run();
        admin.get(look)
                .body(
                        containsString("Looked through"),
                        containsString("Nothing is taken in by looking."),
                        containsString("&lt;b&gt;Rain&lt;/b&gt; " + mark),
                        containsString("“text” is empty. Write the claim there."),
                        containsString("Take in 1 claim<"));
        admin.get("/desk/claims?q=" + mark).body(not(containsString("claim-words")));
        admin.get(look + "/remarks.csv")
                .header("Content-Type", containsString("text/csv"))
                .body(containsString("row,what,column,external_id,reason\r\n3,error,text,'=2,"));
        String real = location(admin.post(look + "/begin"));
        job.run();
        admin.get(real).body(containsString("<strong>Finished</strong>: 2 of 2 rows."));
        admin.get("/desk/claims?q=" + mark).body(containsString("&lt;b&gt;Rain&lt;/b&gt; " + mark));
        admin.get("/desk/claims").body(not(containsString(mark)));
        admin.get("/desk/imports").body(containsString("checks.csv"));
    }

    @Test
    void whatCannotBeReadIsRefusedBesideTheField() {
        upload("a,b\n1,2\n")
                .statusCode(422)
                .body(containsString("There is a problem"), containsString("no column “text”"));
        upload("").statusCode(422).body(containsString("Choose a CSV or JSON file."));
    }

    @Test
    void onlyAdministratorsImport() {
        DeskBrowser.with(people.cookieOf(people.editor())).get("/desk/imports").statusCode(403);
        DeskBrowser.anonymous().get("/desk/imports").statusCode(303);
        admin.get("/desk/imports/999999999").statusCode(404);
    }

    private ValidatableResponse upload(String file) {
        return admin.request()
                .multiPart("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")
                .multiPart("publisher", "")
                .multiPart("file", "checks.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/desk/imports")
                .then();
    }

    private static String location(ValidatableResponse response) {
        String location = response.statusCode(303).extract().header("Location");
        return location.substring(location.indexOf("/desk/"));
    }
}
