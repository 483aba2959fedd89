package org.ontherecord.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A text cut at the ends of all its candidates, so that also nested and overlapping ones can be drawn one after another. */
final class MarkedText {

    /**
     * Words that belong to the same candidates. {@code card} is the one they are drawn for: the selected, else the
     * shortest; null for plain text. {@code ending} are the numbers that end here.
     */
    public record Piece(
            String text, Card card, boolean starts, boolean selected, List<Integer> ending, boolean lineBreak) {}

    /** A block of lines between empty ones. */
    public record Paragraph(List<Piece> pieces) {}

    private MarkedText() {}

    static List<Paragraph> of(String text, List<Card> cards, Card selected) {
        TreeSet<Integer> cuts = new TreeSet<>();
        cards.forEach(card -> cuts.add(card.start()));
        cards.forEach(card -> cuts.add(card.end()));
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        int codePoint = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); ) {
            boolean end = i == text.length();
            boolean newline = !end && text.charAt(i) == '\n';
            if ((end || newline || cuts.contains(codePoint)) && i > from) {
                pieces.add(piece(
                        text.substring(from, i), codePoint - text.codePointCount(from, i), codePoint, cards, selected));
                from = i;
            }
            if (newline) {
                from = i + 1;
                boolean blockEnds = from >= text.length() || text.charAt(from) == '\n';
                if (blockEnds) {
                    close(paragraphs, pieces);
                    pieces = new ArrayList<>();
                } else if (!pieces.isEmpty()) {
                    pieces.add(new Piece("", null, false, false, List.of(), true));
                }
            }
            if (end) {
                break;
            }
            i += Character.charCount(text.codePointAt(i));
            codePoint++;
        }
        close(paragraphs, pieces);
        return paragraphs;
    }

    private static Piece piece(String words, int start, int end, List<Card> cards, Card selected) {
        List<Card> covering = cards.stream()
                .filter(card -> card.start() <= start && end <= card.end())
                .toList();
        Optional<Card> drawn = covering.stream()
                .filter(card -> selected != null && card.id() == selected.id())
                .findFirst()
                .or(() -> covering.stream().min(Comparator.comparingInt(card -> card.end() - card.start())));
        List<Integer> ending = covering.stream()
                .filter(card -> card.end() == end)
                .map(Card::number)
                .sorted()
                .toList();
        return new Piece(
                words,
                drawn.orElse(null),
                drawn.isPresent() && drawn.get().start() == start,
                drawn.isPresent() && selected != null && drawn.get().id() == selected.id(),
                ending,
                false);
    }

    private static void close(List<Paragraph> paragraphs, List<Piece> pieces) {
        if (pieces.stream().anyMatch(piece -> !piece.text().isBlank())) {
            paragraphs.add(new Paragraph(List.copyOf(pieces)));
        }
    }
}
