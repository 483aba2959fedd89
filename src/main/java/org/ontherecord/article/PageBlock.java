package org.ontherecord.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Words of a page that stand together: a paragraph, a heading, an item of a list or a row of a table. */
record PageBlock(String text, int linked, Element in) {

    private static final Set<String> BLOCKS = Set.of(
            ("p div section article main header footer aside blockquote ul ol li dl dt dd h1 h2 h3 h4 h5 h6 figure"
                            + " figcaption table thead tbody caption tr td th pre address hr body center details summary amp-accordion")
                    .split(" "));
    private static final Pattern FINAL_STOP = Pattern.compile("[.!?…。！？؟۔:][\\p{Pe}\\p{Pf}\\p{Pi}\"'*]{0,3}$");
    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    /** Marks where a word may be broken; they would part what a reader sees as one word. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]");

    /** All blocks under an element, in reading order, but for those in what is left out. */
    static List<PageBlock> under(Element root, Set<Element> without) {
        var reading = new Reading(without);
        reading.collect(root, false);
        reading.close(root);
        return reading.found;
    }

    /** Whole sentences and not a list of links: what articles are made of. */
    boolean isProse() {
        return linked * 2 < text.length() && (words() >= 8 && endsSentence() || words() >= 25);
    }

    boolean endsSentence() {
        return FINAL_STOP
                .matcher(text.substring(Math.max(0, text.length() - 6)))
                .find();
    }

    boolean isLink() {
        return linked * 10 >= text.length() * 8;
    }

    boolean isHeading() {
        return HEADING.matcher(in.normalName()).matches();
    }

    boolean isItem() {
        return text.startsWith("• ") || in.normalName().equals("tr");
    }

    /** Words as spaces part them; scripts without spaces count two characters as one. */
    int words() {
        int words = 0;
        int unspaced = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            words += letter && !inside ? 1 : 0;
            unspaced += c >= '\u2E80' && c <= '\uD7AF' || c >= '\u0E00' && c <= '\u0E7F' ? 1 : 0;
            inside = letter || inside && !Character.isWhitespace(c);
        }
        return Math.max(words, unspaced / 2);
    }

    private static final class Reading {
        private final List<PageBlock> found = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private final Set<Element> without;
        private int linked;

        Reading(Set<Element> without) {
            this.without = without;
        }

        private void collect(Element element, boolean inLink) {
            for (Node node : element.childNodes()) {
                if (node instanceof TextNode text) {
                    words.append(text.getWholeText());
                    linked += inLink ? text.getWholeText().strip().length() : 0;
                } else if (node instanceof Element child && !without.contains(child)) {
                    enter(element, child, inLink || child.normalName().equals("a"));
                }
            }
        }

        private void enter(Element parent, Element child, boolean inLink) {
            String name = child.normalName();
            boolean block = BLOCKS.contains(name);
            if (block || name.equals("br")) {
                close(parent);
            }
            if (name.equals("tr") && isData(child)) {
                row(child);
                return;
            }
            if (name.equals("li")) {
                words.append("• ");
            }
            collect(child, inLink);
            if (block) {
                close(child);
            }
        }

        /** A row of figures is one block; a table used for layout holds blocks of its own. */
        private static boolean isData(Element row) {
            return row.children().size() > 1
                    && row.children().stream()
                            .flatMap(cell -> cell.children().stream())
                            .noneMatch(inside -> BLOCKS.contains(inside.normalName()));
        }

        private void row(Element row) {
            for (Element cell : row.children()) {
                words.append(words.isEmpty() ? "" : " | ");
                collect(cell, false);
            }
            close(row);
        }

        private void close(Element in) {
            String text = INVISIBLE
                    .matcher(words)
                    .replaceAll("")
                    .replaceAll("[\\s\\p{Z}]++", " ")
                    .strip();
            if (!text.isEmpty() && !text.equals("•")) {
                found.add(new PageBlock(text, linked, in));
            }
            words.setLength(0);
            linked = 0;
        }
    }
}
