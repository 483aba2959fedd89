package org.ontherecord.published.sharing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.ontherecord.published.Known;
import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class ShareCardTest {
    @Inject
    PublishedFixture fixture;

    @Inject
    EntityManager em;

    @TestFactory
    Stream<DynamicTest> everyStateHasACardWithTheColourOfItsVerdictOnTop() {
        return Shared.all(fixture).entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Response answer = given().get("/claims/" + entry.getValue().number + "/card.png");
                    BufferedImage card = picture(answer, entry.getKey());
                    assertThat(card.getWidth()).isEqualTo(1200);
                    assertThat(card.getHeight()).isEqualTo(630);
                    assertThat(Stream.of(CardColour.values())
                                    .map(colour -> colour.fill().getRGB()))
                            .contains(card.getRGB(600, 8));
                    assertThat(card.getRGB(600, 20))
                            .isEqualTo(CardColour.PAPER.fill().getRGB());
                }));
    }

    @Test
    void anOldVersionKeepsItsCard() throws Exception {
        long number = Known.promise(fixture).number;
        Response first = card(number, "1");
        assertThat(picture(first, "version-1").getRGB(600, 8))
                .isEqualTo(CardColour.NONE.fill().getRGB());
        assertThat(picture(card(number, "4"), "version-4").getRGB(600, 8))
                .isEqualTo(CardColour.NEG2.fill().getRGB());
        assertThat(card(number, "1").asByteArray()).isEqualTo(first.asByteArray());
        assertThat(first.header("Cache-Control")).contains("immutable");
        assertThat(first.header("Content-Disposition")).startsWith("inline");
        given().header("If-None-Match", first.header("ETag"))
                .get("/claims/" + number + "/card.png?v=1")
                .then()
                .statusCode(304);
    }

    @Test
    void withoutAVersionItLeadsToTheCardOfToday() {
        long number = Known.promise(fixture).number;
        given().redirects()
                .follow(false)
                .get("/claims/" + number + "/card.png")
                .then()
                .statusCode(302)
                .header("Location", org.hamcrest.Matchers.endsWith("/claims/" + number + "/card.png?v=5"));
    }

    @Test
    void whatWasNeverPublishedHasNoCard() {
        long number = Known.promise(fixture).number;
        for (String version : List.of("6", "0", "05", "x")) {
            assertThat(card(number, version).statusCode()).as(version).isEqualTo(404);
        }
        given().get("/claims/999999999/card.png").then().statusCode(404);
        given().get("/claims/999999999/card.png?v=1").then().statusCode(404);
    }

    @Test
    void twoWhoAreFirstAtOnceGetTheSameCardAndOneIsKept() throws Exception {
        long number = Known.promise(fixture).number;
        var both = Executors.newFixedThreadPool(4);
        List<Future<byte[]>> cards = IntStream.range(0, 4)
                .mapToObj(reader -> both.submit(() -> card(number, "3").asByteArray()))
                .toList();
        var different = new ArrayList<byte[]>();
        for (Future<byte[]> card : cards) {
            byte[] bytes = card.get();
            if (different.stream().noneMatch(seen -> java.util.Arrays.equals(seen, bytes))) {
                different.add(bytes);
            }
        }
        both.shutdown();
        assertThat(different).hasSize(1);
        assertThat(em.createNativeQuery("select count(*) from derived_file where name = :name")
                        .setParameter("name", "share-card/" + number + "/3")
                        .getSingleResult())
                .isEqualTo(1L);
    }

    @Test
    void theColoursAreThoseOfTheStyleSheet() throws Exception {
        String tokens = Files.readString(Path.of("src/main/resources/META-INF/resources/css/tokens.css"));
        String light = tokens.substring(0, tokens.indexOf("@media"));
        for (CardColour colour : CardColour.values()) {
            String token = colour.name().toLowerCase();
            assertThat(value(light, token))
                    .isEqualTo(String.format("#%06x", colour.fill().getRGB() & 0xffffff));
            if (light.contains("--" + token + "-t:")) {
                assertThat(value(light, token + "-t"))
                        .isEqualTo(String.format("#%06x", colour.text().getRGB() & 0xffffff));
            }
        }
        assertThat(light).contains("--tint: 10%");
    }

    @Test
    void lettersOurTypefacesLackComeFromTheMachineAndBeginOnTheirOwnSide() {
        assertThat(CardFont.SERIF.canWrite("“Déjà vu”, Łódź, Ērgļi — 24 hours…"))
                .isTrue();
        var latin = CardWords.line("The bridge", CardFont.SERIF, 40);
        assertThat(latin.lines().get(0).isLeftToRight()).isTrue();
        var arabic = CardWords.line(Shared.ARABIC, CardFont.SERIF, 40);
        assertThat(arabic.lines().get(0).isLeftToRight()).isFalse();
    }

    @Test
    void wordsAreMadeSmallerAndThenCutAtAWord() {
        var room = new CardWords.Room(1072, 180, 3, 76, 48);
        assertThat(CardWords.fitted("Short.", CardFont.SERIF, room).size()).isEqualTo(76);
        var longer = CardWords.fitted("word ".repeat(20).strip(), CardFont.SERIF, room);
        assertThat(longer.size()).isBetween(48f, 74f);
        assertThat(longer.whole()).isTrue();
        var cut = CardWords.fitted("word ".repeat(1000).strip(), CardFont.SERIF, room);
        assertThat(cut.size()).isEqualTo(48);
        assertThat(cut.lines()).hasSize(3);
        assertThat(CardWords.fitted("x".repeat(5000), CardFont.SERIF, room).lines())
                .hasSizeLessThanOrEqualTo(3);
    }

    private static String value(String css, String token) {
        var found = Pattern.compile("--" + token + ": (?:light-dark\\()?(#[0-9a-f]{6})")
                .matcher(css);
        assertThat(found.find()).as(token).isTrue();
        return found.group(1);
    }

    private static Response card(long number, String version) {
        return given().get("/claims/" + number + "/card.png?v=" + version);
    }

    /** Also kept where a person can look at it. */
    private static BufferedImage picture(Response answer, String name) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("image/png");
        Files.createDirectories(Path.of("target/cards"));
        Files.write(Path.of("target/cards", name.replace(' ', '-') + ".png"), answer.asByteArray());
        return ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
    }
}
