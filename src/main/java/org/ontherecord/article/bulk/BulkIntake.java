package org.ontherecord.article.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.article.CleanText;
import org.ontherecord.article.SentBytes;
import org.ontherecord.article.Unreadable;
import org.ontherecord.article.WebAddress;
import org.ontherecord.platform.LockedRow;

/** Takes a zip or a list apart and stores every item of it, all or nothing; nothing of it is read yet. */
@ApplicationScoped
class BulkIntake {

    static final int MOST_ITEMS = 2_000;
    static final int LARGEST_ITEM = 20 * 1024 * 1024;
    static final long LARGEST_WHOLE = 200L * 1024 * 1024;
    /** Text packs ten to one, at most; beyond this a file was made to burst. Small files may repeat themselves. */
    private static final int MOST_RATIO = 200;

    private static final int SMALL = 1024 * 1024;
    private static final int LONGEST_LABEL = 300;
    private static final Pattern BETWEEN_CELLS = Pattern.compile("[\\s,;\"'<>]+");
    /** What systems put into archives beside the files. */
    private static final Pattern NO_FILE =
            Pattern.compile("(?:^|.*[/\\\\])(?:__MACOSX[/\\\\].*|\\.[^/\\\\]*|Thumbs\\.db|desktop\\.ini)|.*[/\\\\]");

    /** An item of a list: a line, and the address in it or null. */
    record Line(String words, URI address) {}

    private final EntityManager database;
    private final Clock clock;

    BulkIntake(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A list of addresses, one a line, perhaps among other cells; a first line without one is a heading. */
    static List<Line> lines(String list) {
        List<Line> lines = new ArrayList<>();
        List<String> given = CleanText.of(list)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .limit(MOST_ITEMS + 2L)
                .toList();
        for (String line : given) {
            URI address = address(line);
            if (address != null || line != given.get(0)) {
                lines.add(new Line(CleanText.line(line, LONGEST_LABEL), address));
            }
        }
        return lines;
    }

    long addresses(List<Line> lines, String name, Account who) {
        String sum = SentBytes.sha256(
                lines.stream().map(line -> line.words() + " " + line.address()).collect(Collectors.joining("\n")));
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Long> same = readNow(sum, who);
            if (same.isPresent()) {
                return same.get();
            }
            Instant now = clock.instant();
            Bulk bulk = begin(Bulk.Kind.ARTICLE_ADDRESSES, name, sum, who, now);
            for (int i = 0; i < lines.size(); i++) {
                URI address = lines.get(i).address();
                var item = new BulkItem(bulk, i + 1, lines.get(i).words(), now);
                if (address == null) {
                    item.fail("There is no web address in this line.", now);
                } else {
                    item.address = address.toString();
                    item.host = address.getHost();
                }
                item.persist();
            }
            return note(bulk, lines.size(), who, now);
        });
    }

    /** The files of a zip; {@link Unreadable} when it is none or holds more than we take. */
    long files(Path file, String name, Account who) {
        try (ZipFile zip = open(file)) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !NO_FILE.matcher(entry.getName()).matches())
                    .limit(MOST_ITEMS + 1L)
                    .toList();
            if (entries.isEmpty()) {
                throw new Unreadable(Unreadable.Reason.EMPTY, "There are no files in this zip.");
            }
            if (entries.size() > MOST_ITEMS) {
                throw tooMany();
            }
            String sum = SentBytes.sha256(file);
            return QuarkusTransaction.requiringNew().timeout(300).call(() -> {
                Optional<Long> same = readNow(sum, who);
                return same.isPresent() ? same.get() : store(zip, entries, name, sum, who);
            });
        } catch (IOException notAZip) {
            boolean locked = String.valueOf(notAZip.getMessage()).contains("encrypted");
            throw new Unreadable(
                    Unreadable.Reason.NOT_TEXT,
                    locked
                            ? "This zip needs a password. Pack the files without one."
                            : "This is not a zip we can open. Pack the files again as .zip.");
        }
    }

    static Unreadable tooMany() {
        return new Unreadable(
                Unreadable.Reason.TOO_LARGE, "We take at most 2,000 articles at once. Divide them and add the parts.");
    }

    /** Old programs write names in their own character sets; names are only shown, so any reading of them will do. */
    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (IOException badName) {
            return new ZipFile(file.toFile(), Charset.forName("windows-1252"));
        }
    }

    private long store(ZipFile zip, List<? extends ZipEntry> entries, String name, String sum, Account who)
            throws IOException {
        Instant now = clock.instant();
        Bulk bulk = begin(Bulk.Kind.ARTICLE_FILES, name, sum, who, now);
        long unpacked = 0;
        for (int i = 0; i < entries.size(); i++) {
            ZipEntry entry = entries.get(i);
            String label = CleanText.line(entry.getName(), LONGEST_LABEL);
            var item = new BulkItem(bulk, i + 1, label.isEmpty() ? "File " + (i + 1) : label, now);
            item.fail("Not unpacked.", now);
            item.persist();
            database.flush();
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] content = in.readNBytes((int) Math.min(LARGEST_ITEM + 1L, LARGEST_WHOLE + 1 - unpacked));
                unpacked += content.length;
                if (unpacked > LARGEST_WHOLE) {
                    throw new Unreadable(
                            Unreadable.Reason.TOO_LARGE,
                            "This zip unpacks to more than 200 MB. Divide it and add the parts.");
                }
                keep(item, entry, content, now);
            } catch (IOException damaged) {
                item.fail("This file is damaged within the zip. Pack it again.", now);
            }
        }
        return note(bulk, entries.size(), who, now);
    }

    private void keep(BulkItem item, ZipEntry entry, byte[] content, Instant now) {
        if (content.length > LARGEST_ITEM) {
            item.fail("This file is larger than 20 MB. Paste the article's words instead.", now);
        } else if (content.length > SMALL && content.length / MOST_RATIO > Math.max(1, entry.getCompressedSize())) {
            item.fail("This file unpacks to far more than an article.", now);
        } else if (content.length == 0) {
            item.fail("This file is empty.", now);
        } else {
            database.createNativeQuery("update bulk_item set content = :content where id = :id")
                    .setParameter("content", content)
                    .setParameter("id", item.id)
                    .executeUpdate();
            item.again(now);
        }
    }

    /** The same that this person sent and that is not through; two presses at once wait for each other here. */
    private Optional<Long> readNow(String sum, Account who) {
        LockedRow.of(database, Account.class, who.id);
        return Bulk.<Bulk>find("sha256 = ?1 and startedBy = ?2 order by id desc", sum, who).page(0, 10).stream()
                .filter(Bulk::isGoingOn)
                .map(bulk -> bulk.id)
                .findFirst();
    }

    private static Bulk begin(Bulk.Kind kind, String name, String sum, Account who, Instant now) {
        String line = CleanText.line(name, LONGEST_LABEL);
        Bulk bulk = new Bulk(kind, line.isEmpty() ? "Without a name" : line, who, now);
        bulk.sha256 = sum;
        bulk.persist();
        return bulk;
    }

    private static long note(Bulk bulk, int items, Account who, Instant now) {
        AuditEvent.record(
                who, "bulk started", "bulk", bulk.id, null, Map.of("kind", bulk.kind.name(), "items", items), now);
        return bulk.id;
    }

    private static URI address(String line) {
        if (line.length() > 10_000) {
            return null;
        }
        URI whole = WebAddress.parse(line);
        if (whole != null && line.indexOf(' ') < 0 && line.indexOf(',') < 0) {
            return whole;
        }
        for (String cell : BETWEEN_CELLS.split(line)) {
            URI address = WebAddress.parse(cell);
            if (address != null) {
                return address;
            }
        }
        return whole;
    }
}
