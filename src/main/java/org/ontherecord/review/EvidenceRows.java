package org.ontherecord.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.RoughDate;

/** The rows of evidence in the claim editor, among the other fields as {@code evidence-0-title} and so on. */
final class EvidenceRows {
    static final int MOST = 60;
    private static final Pattern NAME = Pattern.compile("evidence-(\\d{1,3})-([a-z_]+)");
    private static final Pattern WISH = Pattern.compile("(remove|raise|lower)-evidence-(\\d{1,3})");
    private static final List<String> CELLS =
            List.of("source", "title", "url", "dated_on", "accessed_on", "quote", "primary", "saved_copy_url");

    private final Typed typed;

    EvidenceRows(Typed typed) {
        this.typed = typed;
    }

    static String cell(int row, String name) {
        return "evidence-" + row + "-" + name;
    }

    /** Does what a button of the rows asks for; says whether it was one. */
    boolean change(String wish) {
        if (wish.equals("add-evidence")) {
            addEmpty();
            return true;
        }
        var match = WISH.matcher(wish);
        if (!match.matches()) {
            return false;
        }
        int row = Integer.parseInt(match.group(2));
        switch (match.group(1)) {
            case "remove" -> remove(row);
            case "raise" -> swap(row - 1, row);
            default -> swap(row, row + 1);
        }
        return true;
    }

    private void swap(int upper, int lower) {
        var rows = byNumber();
        if (rows.containsKey(upper) && rows.containsKey(lower)) {
            rows.put(upper, rows.put(lower, rows.get(upper)));
            replaceBy(rows);
        }
    }

    int count() {
        return byNumber().size();
    }

    void addEmpty() {
        if (count() < MOST) {
            typed.put(cell(count(), "source"), "");
        }
    }

    void add(Draft.Piece piece) {
        int row = count();
        typed.put(cell(row, "source"), piece.source());
        typed.put(cell(row, "title"), piece.title());
        typed.put(cell(row, "url"), piece.url());
        typed.put(cell(row, "dated_on"), ClaimForm.typed(piece.dated()));
        typed.put(cell(row, "accessed_on"), ClaimForm.iso(piece.accessedOn()));
        typed.put(cell(row, "quote"), piece.quote());
        typed.put(cell(row, "stance"), piece.stance().name());
        typed.put(cell(row, "primary"), piece.primary() ? "yes" : "");
        typed.put(cell(row, "saved_copy_url"), piece.savedCopyUrl());
    }

    void remove(int row) {
        var rows = byNumber();
        rows.remove(row);
        replaceBy(rows);
    }

    /** Counts the rows anew from 0, so that nothing between them is missing. */
    void renumber() {
        replaceBy(byNumber());
    }

    void takeFrom(EvidenceRows other) {
        replaceBy(other.byNumber());
    }

    /** The rows that hold anything; what cannot be read is told at its cell. */
    List<Draft.Piece> read(LocalDate today, FormErrors errors) {
        errors.require(count() <= MOST, "evidence", "At most %d sources fit here.".formatted(MOST));
        var pieces = new ArrayList<Draft.Piece>();
        for (int row = 0; row < count(); row++) {
            if (!isEmpty(row)) {
                pieces.add(piece(row, today, errors));
            }
        }
        return List.copyOf(pieces);
    }

    private Draft.Piece piece(int row, LocalDate today, FormErrors errors) {
        int number = row + 1;
        String source =
                typed.needed(cell(row, "source"), 200, "Say who published source %d.".formatted(number), errors);
        String title = typed.needed(cell(row, "title"), 500, "Give the title of source %d.".formatted(number), errors);
        String url = typed.webAddress(cell(row, "url"), errors);
        String copy = typed.webAddress(cell(row, "saved_copy_url"), errors);
        RoughDate dated = typed.pastRoughDate(cell(row, "dated_on"), today, errors);
        LocalDate accessed = typed.pastDay(cell(row, "accessed_on"), today, errors);
        String quote = typed.text(cell(row, "quote"), 5_000, errors);
        var stance = Stream.of(Evidence.Stance.values())
                .filter(known -> known.name().equals(typed.get(cell(row, "stance"))))
                .findFirst();
        errors.require(
                stance.isPresent(), cell(row, "stance"), "Say what source %d does to the claim.".formatted(number));
        boolean primary = !typed.isBlank(cell(row, "primary"));
        return new Draft.Piece(source, title, url, dated, accessed, quote, stance.orElse(null), primary, copy);
    }

    private boolean isEmpty(int row) {
        return CELLS.stream().allMatch(name -> typed.isBlank(cell(row, name)));
    }

    private TreeMap<Integer, Map<String, String>> byNumber() {
        var rows = new TreeMap<Integer, Map<String, String>>();
        typed.all().forEach((name, value) -> {
            var match = NAME.matcher(name);
            if (match.matches()) {
                rows.computeIfAbsent(Integer.parseInt(match.group(1)), number -> new LinkedHashMap<>())
                        .put(match.group(2), value);
            }
        });
        return rows;
    }

    private void replaceBy(Map<Integer, Map<String, String>> rows) {
        typed.all().keySet().removeIf(name -> NAME.matcher(name).matches());
        int row = 0;
        for (var cells : rows.values()) {
            for (var cell : cells.entrySet()) {
                typed.put(cell(row, cell.getKey()), cell.getValue());
            }
            row++;
        }
    }
}
