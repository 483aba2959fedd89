package org.ontherecord.published;

import java.net.URL;
import java.util.List;

import com.microsoft.playwright.Page;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Every component in every state, as a reader of any sight and any window meets it. */
@QuarkusTest
class ComponentsPageTest {
    @TestHTTPResource
    URL site;

    @ParameterizedTest
    @ValueSource(strings = {"dev/ui", "dev/ui/desk", "dev/ui/timelines/1"})
    void everyComponentIsFineForEveryone(String path) {
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor();
            page.navigate(site + path);
            Reading.isFineInEverySetting(page);
        }
    }

    @Test
    void everyExampleOfATimelineHasItsPage() {
        int number = 1;
        while (given().get("/dev/ui/timelines/" + number).statusCode() == 200) {
            number++;
        }
        assertThat(number).isGreaterThan(20);
        given().get("/dev/ui/timelines/" + number).then().statusCode(404);
    }

    @Test
    void thePageDoesNotExistInProduction() {
        assertThat(ComponentsPage.class.getAnnotation(IfBuildProfile.class)).isNotNull();
        assertThat(List.of(
                        ComponentsPage.class.getAnnotation(IfBuildProfile.class).anyOf()))
                .containsExactlyInAnyOrder("dev", "test");
    }
}
