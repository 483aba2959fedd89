package org.ontherecord.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ontherecord.article.CleanText;
import org.ontherecord.article.WebAddress;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.RoughDate;
import org.ontherecord.platform.WrittenDate;

/** The values of a form exactly as typed, and how single values are read with a sentence where they cannot be. */
public final class Typed {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    private final Map<String, String> values;

    private Typed(Map<String, String> values) {
        this.values = values;
    }

    public static Typed of(Map<String, List<String>> form) {
        var values = new LinkedHashMap<String, String>();
        form.forEach((name, given) -> {
            if (!given.isEmpty()) {
                values.put(name, CleanText.of(given.get(0)));
            }
        });
        return new Typed(values);
    }

    public static Typed empty() {
        return new Typed(new LinkedHashMap<>());
    }

    /** What stands in the control; empty when it was not sent. For templates too. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    void put(String name, String value) {
        values.put(name, value == null ? "" : value);
    }

    Map<String, String> all() {
        return values;
    }

    boolean isBlank(String name) {
        return get(name).isBlank();
    }

    /** The text without spaces around it, or null when there is none. */
    public String text(String name, int most, FormErrors errors) {
        String text = get(name).strip();
        errors.requireAtMost(most, name, text);
        return text.isEmpty() ? null : text;
    }

    public String needed(String name, int most, String whenMissing, FormErrors errors) {
        errors.require(!isBlank(name), name, whenMissing);
        return text(name, most, errors);
    }

    LocalDate day(String name, FormErrors errors) {
        if (isBlank(name)) {
            return null;
        }
        var date = WrittenDate.rough(get(name));
        errors.require(
                date.filter(rough -> rough.precision() == RoughDate.Precision.DAY)
                        .isPresent(),
                name,
                date.map(rough -> "This needs a day, one from %s to %s."
                                .formatted(WrittenDate.inWords(rough.date()), WrittenDate.inWords(rough.last())))
                        .orElse("Write the date like 22 Jan 2025."));
        return WrittenDate.day(get(name)).orElse(null);
    }

    /** A date on which something is said to have happened already. */
    public LocalDate pastDay(String name, LocalDate today, FormErrors errors) {
        LocalDate day = day(name, errors);
        errors.require(day == null || !day.isAfter(today), name, "This day has not come yet.");
        return day;
    }

    RoughDate pastRoughDate(String name, LocalDate today, FormErrors errors) {
        if (isBlank(name)) {
            return null;
        }
        var date = WrittenDate.rough(get(name));
        errors.require(date.isPresent(), name, "Write the date like 22 Jan 2025, Nov 2024, spring 2023 or about 2019.");
        errors.require(date.isEmpty() || !date.get().date().isAfter(today), name, "This day has not come yet.");
        return date.orElse(null);
    }

    /** How a date that stands in the control is understood; null when it cannot be read. For templates too. */
    public String echo(String name) {
        return isBlank(name)
                ? null
                : WrittenDate.rough(get(name))
                        .map(date -> "Understood as " + WrittenDate.understood(date) + ".")
                        .orElse(null);
    }

    LocalTime time(String name, FormErrors errors) {
        if (isBlank(name)) {
            return null;
        }
        try {
            return LocalTime.parse(get(name).strip(), TIME);
        } catch (DateTimeException notATime) {
            errors.add(name, "Write the time like 17:00.");
            return null;
        }
    }

    String webAddress(String name, FormErrors errors) {
        if (isBlank(name)) {
            return null;
        }
        var address = WebAddress.parse(get(name));
        errors.require(address != null, name, "Give a full web address that begins with https:// or http://.");
        return address == null ? null : get(name).strip().replace(" ", "%20");
    }
}
