package org.ontherecord.published;

import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What a page costs the database does not depend on what stands on it. */
@QuarkusTest
class FixedNumberOfSelectsTest {
    @Inject
    @PersistenceUnitExtension
    SelectCounter counter;

    @Inject
    PublishedFixture fixture;

    @Test
    void everyPageAsksAsOftenAsItSays() {
        var rich = Known.promise(fixture);
        var poor = fixture.statement("Plain.")
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-01T00:00:00Z", "So it is.", "First.");
        Known.correctedStatement(fixture);
        assertThat(selects("/claims/" + rich.number)).isEqualTo(12);
        assertThat(selects("/claims/" + poor.number)).isEqualTo(12);
        assertThat(selects("/api/v1/claims/" + rich.number)).isEqualTo(13);
        assertThat(selects("/claims/" + rich.number + "/versions")).isEqualTo(3);
        assertThat(selects("/claims/" + rich.number + "/versions/3")).isEqualTo(16);
        assertThat(selects("/claims/" + poor.number + "/versions/1")).isEqualTo(16);
        assertThat(selects("/claims/" + rich.number + "/versions/1..5")).isEqualTo(8);
        assertThat(selects("/claims/" + rich.number + "/timeline.json")).isEqualTo(13);
        assertThat(selects("/timemap/claims/" + rich.number)).isEqualTo(3);
        assertThat(selects("/api/v1/claims/" + rich.number + "/versions")).isEqualTo(3);
        assertThat(selects("/api/v1/claims")).isEqualTo(3);
        assertThat(selects("/claims")).isEqualTo(6);
        assertThat(selects("/claims?kind=statement")).isEqualTo(6);
        assertThat(selects("/people")).isEqualTo(3);
        assertThat(selects("/people/" + rich.speaker())).isEqualTo(8);
        assertThat(selects("/articles")).isEqualTo(3);
        assertThat(selects("/articles/" + rich.article())).isEqualTo(2);
        assertThat(selects("/")).isEqualTo(3);
        assertThat(selects("/topics")).isEqualTo(2);
        assertThat(selects("/topics/ukraine")).isEqualTo(7);
        assertThat(selects("/about")).isZero();
        assertThat(selects("/corrections")).isEqualTo(4);
        assertThat(selects("/feeds/claims.atom?kind=promise")).isEqualTo(4);
        assertThat(selects("/how-we-rate")).isEqualTo(2);
    }

    private long selects(String path) {
        String page = path.matches("/(claims|people|articles)/\\d+")
                ? given().redirects().follow(false).get(path).header("Location")
                : path;
        return counter.during(asking ->
                given().header(SelectCounter.HEADER, asking).get(page).then().statusCode(200));
    }
}
