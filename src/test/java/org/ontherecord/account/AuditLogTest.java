package org.ontherecord.account;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class AuditLogTest {
    private static final Instant DAY = Instant.parse("2019-03-05T10:00:00Z");

    @Inject
    People people;

    private Account ida;
    private DeskBrowser editor;
    private String deed;

    @BeforeEach
    void somebodyDidSomething() {
        ida = people.named("Ida " + UUID.randomUUID(), Role.EDITOR);
        editor = DeskBrowser.with(people.cookieOf(ida));
        deed = "lamp-lit-" + UUID.randomUUID();
        record(deed, 7L, Map.of("place", "=cellar"), Map.of("place", "<attic>"), DAY);
        record(deed, 8L, null, null, DAY.plusSeconds(86_400));
    }

    @Test
    void theLogSaysWhoDidWhatToWhatAndWhatItWasBefore() {
        editor.get("/desk/audit?action=" + deed + "&number=7")
                .statusCode(200)
                .body(containsString(ida.name), containsString("lamp 7"))
                .body(containsString("place: <del>=cellar</del> → &lt;attic&gt;"))
                .body(not(containsString("lamp 8")));
    }

    @Test
    void itIsFilteredByPersonDayAndThing() {
        editor.get("/desk/audit?who=" + ida.id + "&from=2019-03-06&until=2019-03-06")
                .body(containsString("lamp 8"), not(containsString("lamp 7")));
        editor.get("/desk/audit?who=" + ida.id + "&subject=lamp&until=2019-03-05")
                .body(containsString("lamp 7"), not(containsString("lamp 8")));
        editor.get("/desk/audit?who=system&action=" + deed).body(containsString("Nothing in the log fits"));
    }

    @Test
    void whatCannotBeUnderstoodIsSaidBesideTheField() {
        editor.get("/desk/audit?number=many&from=spring&until=2019-01-01")
                .statusCode(422)
                .body(containsString("Write a number, such as 12."))
                .body(containsString("Write the first day like 2026-11-23."), containsString("value=\"many\""));
        editor.get("/desk/audit?from=2019-02-01&until=2019-01-01").statusCode(422);
        editor.get("/desk/audit/events.csv?from=spring").statusCode(422);
    }

    @Test
    void aLongLogIsReadPageByPageWithNothingTwice() {
        for (long lamp = 100; lamp < 205; lamp++) {
            record(deed, lamp, null, null, DAY);
        }
        String address = "/desk/audit?action=" + deed;
        String first = editor.get(address).extract().asString();
        String older = first.replaceAll("(?s).*href=\"/desk/audit\\?([^\"]*before=\\d+)\".*", "$1")
                .replace("&amp;", "&");
        String second = editor.get("/desk/audit?" + older).extract().asString();
        assertThat(lamps(first)).isEqualTo(100);
        assertThat(lamps(second)).isEqualTo(7);
        assertThat(second).contains("lamp 7<");
    }

    @Test
    void theCsvHasAllTheFilterLetsThrough() {
        String csv = editor.get("/desk/audit/events.csv?action=" + deed)
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("audit-log.csv"))
                .extract()
                .asString();
        assertThat(csv.lines().toList()).hasSize(3);
        assertThat(csv)
                .startsWith("id,happened_at,who,action,subject_type,subject_id,old_value,new_value\r\n")
                .contains("2019-03-05T10:00:00Z," + ida.name + "," + deed
                        + ",lamp,7,\"{\"\"place\"\":\"\"=cellar\"\"}\"");
    }

    @Test
    void aNameThatASpreadsheetWouldCalculateIsMadeWords() {
        assertThat(AuditLine.harmless("=1+1")).isEqualTo("'=1+1");
        assertThat(AuditLine.harmless("Ida")).isEqualTo("Ida");
    }

    private static long lamps(String page) {
        return page.split("<td data-l=\"To what\">lamp ", -1).length - 1;
    }

    private void record(
            String action, Long subject, Map<String, Object> before, Map<String, Object> after, Instant at) {
        QuarkusTransaction.requiringNew().run(() -> AuditEvent.record(ida, action, "lamp", subject, before, after, at));
    }
}
