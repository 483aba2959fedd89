package org.ontherecord.published;

import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.ontherecord.account.People;

@QuarkusTest
class LookTest {
    @Inject
    PublishedFixture fixture;

    @Inject
    People people;

    @Test
    void stay() throws Exception {
        long number = Known.promise(fixture).number;
        Files.writeString(Path.of("/tmp/look.claim"), "" + number);
        for (var a : new org.ontherecord.account.Account[] {people.admin(), people.editor(), people.checker()}) {
            var c = people.cookieOf(a).entrySet().iterator().next();
            Files.writeString(Path.of("/tmp/look." + a.role.name().toLowerCase()), c.getKey() + "=" + c.getValue());
        }
        var browser = org.ontherecord.DeskBrowser.with(people.cookieOf(people.checker()));
        var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
        for (var a : mapper.readTree(getClass().getResourceAsStream("/demo/record.json")).get("articles")) {
            System.out.println("ARTICLE " + browser.post("/desk/articles/new?by=text", "text", a.get("text").asText(), "title", a.get("title").asText(), "outlet", a.get("outlet").asText(), "publishedOn", a.get("published_on").asText(), "byline", a.get("byline").asText()).extract().header("Location"));
        }
        Path stop = Path.of("/tmp/look.stop");
        Files.deleteIfExists(stop);
        System.out.println("LOOK READY");
        while (!Files.exists(stop)) Thread.sleep(1000);
    }
}
