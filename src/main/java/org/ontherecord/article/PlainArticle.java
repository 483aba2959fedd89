package org.ontherecord.article;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text: kept as given, furniture and all, since no rule may take a person's words away; {@code extraction} passes over
 * the furniture when it reads. The headline, byline, outlet and date are read from its first lines.
 */
final class PlainArticle {

    private static final int TOP_LINES = 15;
    private static final Pattern FINAL_STOP = Pattern.compile("[.!?…][\\p{Pe}\\p{Pf}\"']{0,3}$");
    private static final Pattern BYLINE = Pattern.compile(
            "^(?:[Bb]y|BY|Von|Par|Por)\\s+(\\p{Lu}[\\p{L}.'’-]*+(?:\\s+(?:(?:and|und|et|y|de|van|von)\\s+)?\\p{Lu}[\\p{L}.'’-]*+){1,5})"
                    + "(?:\\s*[,|·–-].{0,80})?$");
    private static final Pattern SOURCE = Pattern.compile(
            "^(?:Source|Published (?:by|in)|From)\\s*:\\s*(\\p{L}[^\\n]{1,60})$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AGENCY =
            Pattern.compile("^.{2,60}?\\((Reuters|AP|AFP|dpa|DPA|PA|EFE|ANSA|UPI|Xinhua|TASS|Interfax)\\)\\s*[-–—]");
    private static final Pattern DATELINE = Pattern.compile("^.{2,60}?\\((?:\\p{L}| ){2,20}\\)\\s?[-–—]\\s");
    /** Words that stand alone above an article: the section of a site, or a button. */
    private static final Set<String> NOT_AN_OUTLET = Set.of(
            "world",
            "news",
            "home",
            "politics",
            "business",
            "sport",
            "sports",
            "opinion",
            "culture",
            "uk",
            "us",
            "europe",
            "asia",
            "africa",
            "economy",
            "health",
            "science",
            "technology",
            "tech",
            "climate",
            "live",
            "menu",
            "search",
            "share",
            "subscribe",
            "next story",
            "previous story",
            "send push",
            "read more",
            "latest",
            "breaking",
            "breaking news",
            "exclusive",
            "analysis",
            "comment",
            "print",
            "save",
            "follow",
            "sign in",
            "log in",
            "skip to content",
            "advertisement",
            "national",
            "international",
            "local",
            "video");

    private PlainArticle() {}

    static ArticleText read(String raw) {
        String text = CleanText.of(raw);
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(TOP_LINES)
                .toList();
        int headline = headline(lines);
        String title = lines.isEmpty()
                ? null
                : CleanText.line(
                        DATELINE.matcher(lines.get(Math.max(0, headline))).replaceFirst(""), 200);
        return new ArticleText(
                text,
                title,
                firstGroup(BYLINE, lines),
                outlet(lines, headline),
                date(text, lines),
                Languages.guess(text),
                null);
    }

    /** The first line of four words or more that does not end like a sentence, before the first long paragraph; or -1. */
    private static int headline(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int words = line.split("\\s+").length;
            if (words >= 3
                    && line.length() <= 200
                    && !FINAL_STOP.matcher(line).find()
                    && !BYLINE.matcher(line).matches()
                    && NewsDate.find(line) == null
                    && !NOT_AN_OUTLET.contains(line.toLowerCase(Locale.ROOT))) {
                return i;
            }
            if (words > 12 && FINAL_STOP.matcher(line).find()) {
                return -1;
            }
        }
        return -1;
    }

    private static String outlet(List<String> lines, int headline) {
        String named = firstGroup(SOURCE, lines);
        if (named == null) {
            named = firstGroup(AGENCY, lines);
        }
        if (named != null) {
            return CleanText.line(named, 120);
        }
        List<String> above = new ArrayList<>();
        for (int i = 0; i < headline; i++) {
            String line = lines.get(i);
            if (line.split("\\s+").length <= 4
                    && Character.isUpperCase(line.codePointAt(0))
                    && !NOT_AN_OUTLET.contains(line.toLowerCase(Locale.ROOT))
                    && NewsDate.find(line) == null) {
                above.add(line);
            }
        }
        return above.size() == 1 ? CleanText.line(above.get(0), 120) : null;
    }

    private static LocalDate date(String text, List<String> lines) {
        List<String> last = text.length() > 20_000
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        List<String> looked = new ArrayList<>(lines);
        looked.addAll(last.subList(Math.max(0, last.size() - 4), last.size()));
        for (String line : looked) {
            LocalDate found = line.length() <= 110 ? NewsDate.find(line) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String firstGroup(Pattern pattern, List<String> lines) {
        for (String line : lines) {
            Matcher match = pattern.matcher(line.substring(0, Math.min(200, line.length())));
            if (match.find()) {
                return match.group(1).strip();
            }
        }
        return null;
    }
}
