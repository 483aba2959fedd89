package org.ontherecord.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jsoup.nodes.Document;

/** What a person types into the claim editor: everything in order, or a page's own values with some typed anew. */
final class Typing {
    private final Map<String, String> values = new LinkedHashMap<>();

    Typing() {
        with("headline", Checked.WORDS)
                .with("wording", "End the war within 24 hours of taking office.")
                .with("kind", "PROMISE")
                .with("speaker", "R. Sample")
                .with("topics", "ukraine, war")
                .with("deadline_date", "2025-01-21")
                .with("deadline_time", "12:00")
                .with("deadline_zone", "America/New_York")
                .with("deadline_rule", "24 hours after the inauguration.")
                .with("criteria", "A ceasefire in force.")
                .with("rating", "broken")
                .with("in_force_from", "2025-01-22")
                .with("reason", "The war had not ended by the deadline.")
                .with("body", "We read the reports.\r\n\r\nAll of them.");
        evidence(0, "A ministry", "yes");
        evidence(1, "A wire service", "");
    }

    private void evidence(int row, String source, String primary) {
        with("evidence-" + row + "-source", source)
                .with("evidence-" + row + "-title", "Report")
                .with("evidence-" + row + "-url", "https://source.example/" + row)
                .with("evidence-" + row + "-saved_copy_url", "https://copy.example/" + row)
                .with("evidence-" + row + "-dated_on", "2025-01-22")
                .with("evidence-" + row + "-stance", "CONTRADICTS")
                .with("evidence-" + row + "-primary", primary);
    }

    Typing with(String name, String value) {
        values.put(name, value);
        return this;
    }

    String[] values() {
        return flat(values);
    }

    /** The form of the page as a browser would send it, with some fields typed anew. */
    static String[] sent(Document page, String... typed) {
        var values = new LinkedHashMap<String, String>();
        for (var control : page.select("main input, main textarea, main select")) {
            boolean unchecked = control.attr("type").matches("radio|checkbox") && !control.hasAttr("checked");
            if (!unchecked
                    && !control.attr("name").isEmpty()
                    && !control.attr("name").equals("csrf-token")) {
                values.put(
                        control.attr("name"),
                        control.tagName().equals("textarea")
                                ? control.wholeText().replaceFirst("^\n", "")
                                : control.val());
            }
        }
        for (int i = 0; i < typed.length; i += 2) {
            values.put(typed[i], typed[i + 1]);
        }
        return flat(values);
    }

    private static String[] flat(Map<String, String> values) {
        var flat = new ArrayList<String>();
        values.forEach((name, value) -> flat.addAll(Arrays.asList(name, value)));
        return flat.toArray(String[]::new);
    }
}
