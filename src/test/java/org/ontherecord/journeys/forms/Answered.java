package org.ontherecord.journeys.forms;

import java.util.LinkedHashMap;
import java.util.Map;

import io.restassured.response.ValidatableResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** The page a form was answered with, and what its sender finds there. */
record Answered(Form form, String what, Document page) {
    /** Words long enough to be worth keeping; what is shorter was chosen or is a number. */
    private static final int TYPED = 20;

    static Answered with(int status, ValidatableResponse answer, Form form, String happened) {
        String what = form + " " + happened;
        var response = answer.extract();
        assertThat(response.statusCode()).as(what).isEqualTo(status);
        return new Answered(form, what, Jsoup.parse(response.asString()));
    }

    Answered says(String sentence) {
        assertThat(page.select("main").text()).as(what).contains(sentence);
        return this;
    }

    Answered hasAHeading() {
        assertThat(page.select("h1").text()).as(what).isNotBlank();
        return this;
    }

    /** In the summary, leading to that control. */
    Answered leadsTo(String anchor, String sentence) {
        assertThat(page.title()).as(what).startsWith("Error: ");
        assertThat(page.select(".error-summary a[href=#" + anchor + "]").text())
                .as(what)
                .contains(sentence);
        return this;
    }

    /** There is a summary; it leads to fields that are there, and beside each stands the same sentence. */
    Answered saysEverythingTwice() {
        assertThat(page.select(".error-summary a")).as(what).isNotEmpty();
        for (Element link : page.select(".error-summary a")) {
            String field = link.attr("href").substring(1);
            assertThat(page.getElementById(field))
                    .as(what + " leads to " + field)
                    .isNotNull();
            assertThat(page.select(".field-error").eachText())
                    .as(what + " says it beside " + field)
                    .anyMatch(beside -> beside.endsWith(link.text()));
        }
        return this;
    }

    /** In a control of its name, or as words to copy; secrets are nowhere. */
    Answered keeps(Map<String, String> typed) {
        typed.forEach((field, value) -> {
            if (value.length() > TYPED && form.isTyped(field)) {
                boolean inItsField = page.select("main [name=" + field + "]").stream()
                        .anyMatch(control -> content(control).equals(value));
                assertThat(inItsField || page.select("main").text().contains(value))
                        .as(what + " keeps " + field)
                        .isTrue();
            }
        });
        return repeatsNoSecret();
    }

    Answered repeatsNoSecret() {
        form.right.forEach((field, value) -> {
            if (form.isSecret(field) && value.length() > TYPED) {
                assertThat(page.html()).as(what + " repeats " + field).doesNotContain(value);
            }
        });
        return this;
    }

    /** What stands in the hidden fields of the forms that go to this address. */
    Map<String, String> hidden() {
        var values = new LinkedHashMap<String, String>();
        page.select("main form").stream()
                .filter(there -> there.attr("action").equals(form.path))
                .flatMap(there -> there.select("input[type=hidden]").stream())
                .filter(field -> !field.attr("name").equals("csrf-token"))
                .forEach(field -> values.put(field.attr("name"), field.val()));
        return values;
    }

    private static String content(Element control) {
        return control.tagName().equals("textarea") ? control.wholeText().replaceFirst("^\n", "") : control.val();
    }
}
