package org.ontherecord.published;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class ClaimPageTest {
    @Inject
    PublishedFixture fixture;

    @Test
    void aReaderSeesWhoSaidWhatAndWhatWeFound() {
        long number = Known.promise(fixture).number;
        given().get("/claims/" + number + "-ill-have-that-done-in-24-hours")
                .then()
                .statusCode(200)
                .body(
                        containsString("“I&#39;ll have that done in 24 hours.”"),
                        containsString("Donald Trump"),
                        containsString("End the war between Russia and Ukraine"),
                        containsString("The war did not end by the deadline"),
                        containsString("Before that: Not yet rated, then In the works, then Stalled."),
                        containsString("At least 53 times"),
                        containsString("noon, New York"),
                        containsString("<strong>its own</strong>"),
                        containsString("I will get it settled before I even become president"),
                        containsString("Yearly check, no change."),
                        not(containsString("working copy")));
    }

    @Test
    void theNumberIsTheKeyAndAWrongSlugLeadsToTheRightOne() {
        long number = Known.promise(fixture).number;
        for (String path :
                new String[] {"/claims/" + number, "/claims/" + number + "-", "/claims/" + number + "-old-words"}) {
            given().redirects()
                    .follow(false)
                    .get(path)
                    .then()
                    .statusCode(301)
                    .header("Location", endsWith("/claims/" + number + "-ill-have-that-done-in-24-hours"));
        }
    }

    @Test
    void whatIsNotPublishedIsNotThere() {
        long number = fixture.promise("Only a draft.").draft("broken", "Nobody signed this off.").number;
        given().get("/claims/" + number).then().statusCode(404);
        given().get("/claims/999999999").then().statusCode(404);
    }
}
