package org.ontherecord.published.sharing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.ontherecord.platform.Site;
import org.ontherecord.published.ClaimSummary;
import org.ontherecord.published.PublishedClaim;

/** How one version of a claim is cited, by its permanent address, in the forms that reference managers read. */
record Citation(String id, int version, String title, LocalDate date, String language, String url) {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    static Citation of(Site site, PublishedClaim record) {
        ClaimSummary claim = record.claim();
        return new Citation(
                claim.id(),
                claim.verdict().number(),
                (claim.titleQuoted() + " Verdict: " + claim.verdict().label())
                        .replaceAll("[\\s\\p{Cntrl}\u2028\u2029]+", " ")
                        .strip(),
                LocalDate.ofInstant(claim.verdict().publishedAt(), ZoneOffset.UTC),
                "en",
                ShareLinks.of(site, record).permalink());
    }

    /** A sentence for a footnote. */
    String plain() {
        return Sharing.SITE + " (" + LONG.format(date) + "). " + title + " (" + id + ", version " + version + "). "
                + url;
    }

    /** CSL-JSON, an array of one. */
    List<Map<String, Object>> csl() {
        var publisher = Map.of("literal", Sharing.SITE);
        var issued = List.of(List.of(date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
        return List.of(Map.ofEntries(
                Map.entry("id", id + "-v" + version),
                Map.entry("type", "webpage"),
                Map.entry("title", title),
                Map.entry("author", List.of(publisher)),
                Map.entry("container-title", Sharing.SITE),
                Map.entry("genre", "Fact-check"),
                Map.entry("number", id),
                Map.entry("version", String.valueOf(version)),
                Map.entry("issued", Map.of("date-parts", issued)),
                Map.entry("language", language),
                Map.entry("URL", url)));
    }

    /** BibLaTeX; BibTeX reads it too and leaves out what it does not know. */
    String bibtex() {
        return "@online{" + id + "-v" + version + ",\n"
                + "  author = {{" + Sharing.SITE + "}},\n"
                + "  title = {{" + latex(title) + "}},\n"
                + "  organization = {" + Sharing.SITE + "},\n"
                + "  date = {" + date + "},\n"
                + "  year = {" + date.getYear() + "},\n"
                + "  version = {" + version + "},\n"
                + "  note = {" + id + "},\n"
                + "  url = {" + url + "}\n"
                + "}\n";
    }

    /** RIS: a tag, two spaces, a hyphen, a space; one line each, ended as it demands. */
    String ris() {
        return String.join(
                "\r\n",
                "TY  - ELEC",
                "TI  - " + title,
                "AU  - " + Sharing.SITE,
                "PB  - " + Sharing.SITE,
                "PY  - " + date.getYear(),
                "DA  - " + date.toString().replace('-', '/') + "/",
                "ET  - Version " + version,
                "M1  - " + id,
                "LA  - " + language,
                "UR  - " + url,
                "ER  - ",
                "");
    }

    /** Braces are counted even behind a backslash, so they are written by name. */
    private static String latex(String words) {
        var safe = new StringBuilder();
        words.codePoints()
                .forEach(letter -> safe.append(
                        switch (letter) {
                            case '\\' -> "\\textbackslash{}";
                            case '{' -> "\\textbraceleft{}";
                            case '}' -> "\\textbraceright{}";
                            case '^' -> "\\textasciicircum{}";
                            case '~' -> "\\textasciitilde{}";
                            case '$', '&', '#', '%', '_' -> "\\" + (char) letter;
                            default -> Character.toString(letter);
                        }));
        return safe.toString();
    }
}
