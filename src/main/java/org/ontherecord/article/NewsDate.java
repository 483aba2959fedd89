package org.ontherecord.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole calendar date written out in a line, such as "Friday 8 November 2024" or "Nov. 8, 2024". */
public final class NewsDate {

    private static final List<List<String>> MONTHS = List.of(
            List.of("jan", "janvier", "enero", "gennaio", "يناير"),
            List.of("feb", "février", "fevrier", "febrero", "فبراير"),
            List.of("mar", "mär", "märz", "mars", "marzo", "مارس"),
            List.of("apr", "avril", "abril", "aprile", "أبريل"),
            List.of("may", "mai", "mayo", "maggio", "مايو"),
            List.of("jun", "juin", "junio", "giugno", "يونيو"),
            List.of("jul", "juillet", "julio", "luglio", "يوليو"),
            List.of("aug", "août", "aout", "agosto", "أغسطس"),
            List.of("sep", "settembre", "setiembre", "سبتمبر"),
            List.of("oct", "okt", "ottobre", "أكتوبر"),
            List.of("nov", "نوفمبر"),
            List.of("dec", "dez", "déc", "dic", "ديسمبر"));
    private static final Pattern ISO = Pattern.compile("\\b((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d)");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.|º)?\\s(?:of\\s|de\\s)?(\\p{L}{3,10})\\.?,?\\s(?:de\\s|del\\s)?((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}{3,10})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s((?:19|20)\\d\\d)(?!\\d)");

    private NewsDate() {}

    public static LocalDate find(String line) {
        String bounded = line.substring(0, Math.min(line.length(), 300)).replaceAll("\\s++", " ");
        Matcher iso = ISO.matcher(bounded);
        if (iso.find()) {
            return date(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(bounded);
        while (dayFirst.find()) {
            LocalDate date = date(dayFirst.group(3), month(dayFirst.group(2)), dayFirst.group(1));
            if (date != null) {
                return date;
            }
        }
        Matcher monthFirst = MONTH_FIRST.matcher(bounded);
        while (monthFirst.find()) {
            LocalDate date = date(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2));
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    /** A machine-written time stamp, as in page metadata; the date is the one its author's clock showed. */
    public static LocalDate stamp(String stamp) {
        if (stamp == null || stamp.length() < 10 || stamp.length() > 60) {
            return stamp == null ? null : find(stamp);
        }
        try {
            return OffsetDateTime.parse(stamp.strip()).toLocalDate();
        } catch (DateTimeException notIso) {
            return find(stamp);
        }
    }

    private static LocalDate date(String year, int month, String day) {
        try {
            return month == 0 ? null : LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int month(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            for (String name : MONTHS.get(i)) {
                if (name.length() == 3 ? lower.startsWith(name) : lower.equals(name)) {
                    return i + 1;
                }
            }
        }
        return 0;
    }
}
