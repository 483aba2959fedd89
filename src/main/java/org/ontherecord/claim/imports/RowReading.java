package org.ontherecord.claim.imports;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

import org.ontherecord.article.CleanText;
import org.ontherecord.article.NewsDate;
import org.ontherecord.article.WebAddress;
import org.ontherecord.platform.RoughDate;
import org.ontherecord.platform.RoughDate.Precision;
import org.ontherecord.platform.WrittenDate;

/** A row understood, or the reasons why not. Only what a claim cannot be without keeps it out; all else is said in a notice. */
final class RowReading {
    static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_RATING = 300;
    private static final int LONGEST_ADDRESS = 2000;
    /** In UTF-8; an index holds no more. */
    private static final int LONGEST_ID = 1500;

    private static final int LONGEST_LANGUAGE = 35;

    private final RawRow row;
    private final List<Remark> remarks = new ArrayList<>();
    private boolean refused;

    private RowReading(RawRow row) {
        this.row = row;
    }

    /** The claim is null when a remark is an error. */
    record Understood(int line, ExternalClaim claim, List<Remark> remarks) {}

    static Understood of(RawRow row, String defaultPublisher) {
        RowReading reading = new RowReading(row);
        if (row.trouble() != null) {
            reading.error(null, row.trouble());
            return new Understood(row.line(), null, reading.remarks);
        }
        ExternalClaim claim = reading.claim(defaultPublisher);
        return new Understood(row.line(), reading.refused ? null : claim, reading.remarks);
    }

    private ExternalClaim claim(String defaultPublisher) {
        String wording = text();
        String url = url();
        return new ExternalClaim(
                publisher(defaultPublisher, url),
                id(url),
                wording,
                cut("title", LONGEST_TITLE),
                speaker(),
                row.get("speaker_is_body") != null,
                date(),
                checkedOn(),
                cut("rating", LONGEST_RATING),
                url,
                language());
    }

    private String text() {
        String text = line("text");
        if (text == null) {
            error("text", "“text” is empty. Write the claim there.");
        } else if (length(text) > LONGEST_TEXT) {
            error("text", "“text” has " + length(text) + " characters; a claim has at most 1,000. Shorten it.");
        }
        return text;
    }

    private String id(String url) {
        String id = line("external_id");
        if (id == null) {
            id = url;
        }
        if (id == null) {
            error(
                    "external_id",
                    "There is neither an “external_id” nor a “url”. Give one, so that the claim is known again.");
        } else if (id.getBytes(StandardCharsets.UTF_8).length > LONGEST_ID) {
            error("external_id", "“external_id” is longer than 1,500 bytes. Give a shorter one.");
        }
        return id;
    }

    private String publisher(String otherwise, String url) {
        String publisher = line("publisher");
        if (publisher == null) {
            publisher = otherwise;
        }
        if (publisher == null && url != null) {
            publisher = URI.create(WebAddress.parse(url).toString()).getHost();
            publisher = publisher == null ? null : publisher.replaceFirst("^www\\.", "");
        }
        if (publisher == null) {
            error("publisher", "No publisher is named. Fill “publisher”, or name one for all rows with the file.");
        } else if (length(publisher) > LONGEST_NAME) {
            error("publisher", "“publisher” is longer than 200 characters. Give its name.");
        }
        return publisher;
    }

    private String speaker() {
        String speaker = line("speaker");
        if (speaker != null && length(speaker) > LONGEST_NAME) {
            notice("speaker", "“speaker” is longer than 200 characters, so it is left out. Give one name.");
            return null;
        }
        return speaker;
    }

    private String url() {
        String url = line("url");
        if (url == null) {
            return null;
        }
        url = url.replace(" ", "%20");
        if (url.length() > LONGEST_ADDRESS || WebAddress.parse(url) == null) {
            notice("url", "“url” is no whole web address with https://, so there is no link.");
            return null;
        }
        return url.regionMatches(true, 0, "http", 0, 4)
                ? url.substring(0, 5).toLowerCase(Locale.ROOT) + url.substring(5)
                : url;
    }

    private RoughDate date() {
        String written = line("date");
        RoughDate date = written == null ? null : roughly(written);
        if (written != null && date == null) {
            notice(
                    "date",
                    "We cannot read the date “" + shown(written) + "”. Write 2019-10-22, 22 October 2019 or 2019.");
        }
        return date;
    }

    private LocalDate checkedOn() {
        String written = line("checked_on");
        RoughDate date = written == null ? null : roughly(written);
        return date == null || date.precision() != Precision.DAY ? null : date.date();
    }

    /** A date alone, or one within words such as "stated on October 22, 2019 in a speech". */
    private static RoughDate roughly(String written) {
        return WrittenDate.rough(written).orElseGet(() -> {
            LocalDate day = NewsDate.stamp(written.length() < 10 ? written + "          " : written);
            return day == null ? null : new RoughDate(day, Precision.DAY);
        });
    }

    private String language() {
        String language = line("language");
        if (language == null) {
            return "en";
        }
        try {
            if (language.length() <= LONGEST_LANGUAGE) {
                String tag = new Locale.Builder()
                        .setLanguageTag(language.replace('_', '-'))
                        .build()
                        .toLanguageTag();
                if (!tag.equals("und")) {
                    return tag;
                }
            }
        } catch (IllformedLocaleException notATag) {
            // said below
        }
        notice("language", "“" + shown(language) + "” is no language tag such as en or pt-BR. We took it for English.");
        return "en";
    }

    private String cut(String column, int most) {
        String value = line(column);
        if (value == null || length(value) <= most) {
            return value;
        }
        notice(column, "“" + column + "” is longer than " + most + " characters and was cut.");
        return CleanText.line(value, most);
    }

    private String line(String column) {
        String value = row.get(column);
        String line = value == null ? "" : CleanText.line(value, Integer.MAX_VALUE);
        return line.isEmpty() ? null : line;
    }

    private void error(String column, String words) {
        refused = true;
        remarks.add(new Remark(row.line(), Remark.Weight.ERROR, column, words, known()));
    }

    private void notice(String column, String words) {
        remarks.add(new Remark(row.line(), Remark.Weight.NOTICE, column, words, known()));
    }

    private String known() {
        String id = row.get("external_id");
        return id == null ? null : shown(CleanText.line(id, 300));
    }

    private static String shown(String words) {
        return CleanText.line(words, 100);
    }

    private static int length(String words) {
        return words.codePointCount(0, words.length());
    }
}
