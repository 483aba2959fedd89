package org.ontherecord.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.ParsingFeedException;
import com.rometools.rome.io.XmlReader;
import org.jsoup.Jsoup;

/** Reads RSS 0.9x, 1.0, 2.0 and Atom as ROME does. A document type is refused: it is how XML reads foreign files. */
final class FeedReader {

    /** Newest first; a feed that holds its whole archive is not taken in at once. */
    static final int MOST_ITEMS = 200;

    /** A feed's own name and its newest items; {@code leftOut} counts those beyond what we take. */
    record Feed(String title, List<Entry> entries, int leftOut) {}

    /**
     * What a feed says about one article; all but {@code key} and {@code title} may be null. {@code content} is markup, long
     * enough to be the article itself.
     */
    record Entry(
            String key,
            String address,
            String title,
            String summary,
            String content,
            String byline,
            LocalDate publishedOn) {}

    private FeedReader() {}

    static Feed read(byte[] bytes, String charset, URI address) {
        SyndFeed feed;
        try {
            String type = charset == null ? null : "application/xml; charset=" + charset;
            var in = new XmlReader(new ByteArrayInputStream(bytes), type, true);
            feed = new SyndFeedImpl(new FlatFeedInput().build(in), false);
        } catch (ParsingFeedException broken) {
            throw unreadable(why(broken));
        } catch (FeedException | IllegalArgumentException | IOException | StackOverflowError notOne) {
            throw unreadable("It is neither RSS nor Atom.");
        }
        List<SyndEntry> newest = new ArrayList<>(feed.getEntries());
        newest.sort(Comparator.comparing(FeedReader::moment, Comparator.nullsLast(Comparator.reverseOrder())));
        List<Entry> entries = newest.stream()
                .limit(MOST_ITEMS)
                .map(entry -> entry(entry, address))
                .filter(Objects::nonNull)
                .toList();
        return new Feed(CleanText.line(text(feed.getTitle()), 120), entries, Math.max(0, newest.size() - MOST_ITEMS));
    }

    private static String why(ParsingFeedException broken) {
        String said = String.valueOf(broken.getMessage());
        if (said.contains("DOCTYPE")) {
            return "It has a document type (DOCTYPE), which we do not read.";
        }
        return said.contains(FlatFeedInput.TOO_DEEP)
                ? "Its elements lie more than " + FlatFeedInput.DEEPEST + " deep in one another."
                : "Its XML is broken at line " + broken.getLineNumber() + ".";
    }

    private static Unreadable unreadable(String why) {
        return new Unreadable(Unreadable.Reason.NOT_TEXT, "We can't read this as a feed. " + why);
    }

    private static Entry entry(SyndEntry entry, URI feed) {
        URI link = Stream.of(entry.getLink(), entry.getUri())
                .map(written -> resolved(feed, written))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String title = CleanText.line(text(entry.getTitle()), 500);
        String summary = entry.getDescription() == null
                ? ""
                : text(entry.getDescription().getValue());
        String content = Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
                .map(SyndContent::getValue)
                .filter(value -> value != null && !value.isBlank() && value.length() <= ArticleText.LONGEST)
                .max(Comparator.comparing(String::length))
                .map(CleanText::of)
                .orElse(null);
        if (link == null && (content == null || content.isBlank())) {
            return null;
        }
        Date moment = moment(entry);
        String name = Stream.of(entry.getUri(), entry.getLink(), title + moment)
                .filter(given -> given != null && !given.isBlank())
                .findFirst()
                .orElse("");
        return new Entry(
                Snapshot.sha256(name),
                link == null ? null : link.toString(),
                title.isEmpty() ? "Untitled" : title,
                CleanText.line(summary, 2_000),
                content,
                blankToNull(CleanText.line(entry.getAuthor(), 200)),
                moment == null
                        ? null
                        : moment.toInstant().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static Date moment(SyndEntry entry) {
        return entry.getPublishedDate() != null ? entry.getPublishedDate() : entry.getUpdatedDate();
    }

    private static URI resolved(URI feed, String written) {
        if (written == null || written.isBlank() || written.length() > WebAddress.LONGEST) {
            return null;
        }
        try {
            String plain = written.strip().replace(" ", "%20");
            boolean relative = !plain.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
            return WebAddress.parse(
                    relative && feed != null && plain.contains("/")
                            ? feed.resolve(plain).toString()
                            : plain);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private static String text(String markup) {
        if (markup == null) {
            return "";
        }
        String bounded = markup.substring(0, Math.min(markup.length(), 20_000));
        return bounded.indexOf('<') < 0 && bounded.indexOf('&') < 0
                ? bounded
                : Jsoup.parseBodyFragment(bounded).text();
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
