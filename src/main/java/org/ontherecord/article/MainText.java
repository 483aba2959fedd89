package org.ontherecord.article;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the article's own paragraphs in a page. Readability judges headings, lists and short lines; prose beside the
 * article's other prose is kept whatever it says, and what is certainly {@link Furniture} goes. Measured on the pages of
 * {@code MainTextTest}.
 */
final class MainText {

    /** Beyond this the readability scoring takes seconds; such pages are read by the rules alone. */
    private static final int MOST_ELEMENTS = 20_000;
    /** The smallest part of the page with this share of its prose holds the article, in percent. */
    private static final int ARTICLE = 85;
    /** The smallest part with this share is surely the article. */
    private static final int CORE = 60;
    /** An article under the headline needs this share: some sites put only the headline into it. */
    private static final int HEADED = 30;
    /** Blocks looked at for being a repetition in large type. */
    private static final int MOST_PULLED = 100;

    private static final String STANDFIRST =
            "[itemprop=description],.standfirst,.dek,.lede,.article-summary,.article__summary,"
                    + ".chapo,.subtitle,.entradilla,.vorspann,.article-lead,.key-events,.key-points,.highlights";
    private static final Pattern BYLINE =
            Pattern.compile("^(?:by|von|par|por|text|texte|بقلم)[: ]\\s?\\p{Lu}.{0,120}", Pattern.CASE_INSENSITIVE);

    private final String title;
    private final String byline;
    private final List<PageBlock> blocks;
    private final Set<PageBlock> furniture = identity();
    private final Set<Element> standfirsts = identity();
    private final Map<Element, Integer> prose = new IdentityHashMap<>();
    private final Set<Element> root = identity();
    private final Set<Element> core = identity();
    private final Set<String> readable;

    static List<String> of(Document page, PageFacts facts, String base) {
        var found = new MainText(page, facts, base);
        List<String> paragraphs = found.paragraphs();
        return paragraphs.isEmpty() ? found.anything() : paragraphs;
    }

    private MainText(Document page, PageFacts facts, String base) {
        title = letters(facts.title());
        byline = letters(facts.byline());
        Set<Element> without = Furniture.of(page);
        blocks = PageBlock.under(page.body(), without);
        blocks.stream().filter(Furniture::is).forEach(furniture::add);
        standfirsts.addAll(page.select(STANDFIRST));
        for (PageBlock block : blocks) {
            if (block.isProse() && !furniture.contains(block)) {
                for (Element around = block.in(); around != null; around = around.parent()) {
                    prose.merge(around, block.text().length(), Integer::sum);
                }
            }
        }
        Element headed = headed(page);
        Element holding = headed != null ? headed : smallest(page.body(), ARTICLE);
        Element article = holding.closest("article");
        root.addAll((article == null ? holding : article).getAllElements());
        core.addAll((headed != null ? headed : smallest(page.body(), CORE)).getAllElements());
        readable = readable(page, without, base);
    }

    /** The article with the page's headline in it, if it also holds a fair part of the prose. */
    private Element headed(Document page) {
        return page.select("article").stream()
                .filter(article -> article.selectFirst("h1") != null)
                .filter(article ->
                        prose.getOrDefault(article, 0) * 100L > prose.getOrDefault(page.body(), 0) * (long) HEADED)
                .findFirst()
                .orElse(null);
    }

    private Element smallest(Element body, int percent) {
        Set<Element> paragraphs = identity();
        blocks.forEach(block -> paragraphs.add(block.in()));
        long wanted = (long) prose.getOrDefault(body, 0) * percent / 100;
        Element smallest = body;
        for (boolean deeper = wanted > 0; deeper; ) {
            deeper = false;
            for (Element child : smallest.children()) {
                if (prose.getOrDefault(child, 0) >= wanted && !paragraphs.contains(child)) {
                    smallest = child;
                    deeper = true;
                    break;
                }
            }
        }
        return smallest;
    }

    /** What readability would show, or null when it overlooks a good part of the article and is no judge. */
    private Set<String> readable(Document page, Set<Element> without, String base) {
        if (prose.isEmpty() || page.getAllElements().size() > MOST_ELEMENTS) {
            return null;
        }
        without.forEach(Element::remove);
        Element shown = new Readability4J(base, page).parse().getArticleContent();
        if (shown == null) {
            return null;
        }
        Set<String> texts =
                PageBlock.under(shown, Set.of()).stream().map(PageBlock::text).collect(Collectors.toSet());
        long all = 0;
        long seen = 0;
        for (PageBlock block : blocks) {
            if (block.isProse() && core.contains(block.in())) {
                all += block.text().length();
                seen += texts.contains(block.text()) ? block.text().length() : 0;
            }
        }
        return seen * 10 >= all * 7 ? texts : null;
    }

    private List<String> paragraphs() {
        List<PageBlock> article = blocks.stream()
                .filter(block -> root.contains(block.in()) || isStandfirst(block))
                .toList();
        int first = -1;
        int last = -1;
        for (int i = 0; i < article.size(); i++) {
            PageBlock block = article.get(i);
            if (block.isProse() && !furniture.contains(block) && !isAboutIt(block) && !isStandfirst(block)) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        Set<PageBlock> kept = identity();
        for (int i = 0; i < article.size() && first >= 0; i++) {
            PageBlock block = article.get(i);
            boolean stays = i < first
                    ? opens(block) || isOver(block, article.get(first))
                    : i <= last ? belongs(block) : closes(block, article.get(last));
            if (stays && !furniture.contains(block) && !block.isLink() && !isTitle(block)) {
                kept.add(block);
            }
        }
        dropRepetitions(article, kept);
        dropHeadingsOfNothing(article, kept);
        return article.stream().filter(kept::contains).map(PageBlock::text).toList();
    }

    /** Above the first paragraph: its standfirst and short sentences, but not who wrote it and when. */
    private boolean opens(PageBlock block) {
        return !isAboutIt(block)
                && (isStandfirst(block) && block.words() >= 4
                        || (block.endsSentence() || block.isItem() && block.words() >= 4) && isReadable(block));
    }

    /** A heading of the first paragraph itself. */
    private static boolean isOver(PageBlock block, PageBlock first) {
        return block.isHeading() && block.in().parent() == first.in().parent();
    }

    private boolean belongs(PageBlock block) {
        if (block.isProse()
                || block.endsSentence() && block.linked() * 2 < block.text().length()) {
            return core.contains(block.in()) || isStandfirst(block) || isReadable(block);
        }
        return isReadable(block);
    }

    /** Below the last paragraph: short sentences, notes in brackets and the end of a list, if they stand beside it. */
    private boolean closes(PageBlock block, PageBlock last) {
        boolean beside = block.in().parent() == last.in().parent() || block.in() == last.in();
        return !block.isHeading()
                && ((block.endsSentence() || block.text().endsWith(")")) && (beside || isReadable(block))
                        || block.isItem() && beside && isReadable(block));
    }

    private boolean isReadable(PageBlock block) {
        return readable == null || readable.contains(block.text());
    }

    private boolean isAboutIt(PageBlock block) {
        return block.words() <= 14
                && (BYLINE.matcher(block.text()).matches()
                        || block.words() <= 10 && NewsDate.find(block.text()) != null
                        || !byline.isEmpty() && letters(block.text()).equals(byline));
    }

    private boolean isTitle(PageBlock block) {
        return block.in().normalName().equals("h1")
                || !title.isEmpty() && letters(block.text()).equals(title);
    }

    private boolean isStandfirst(PageBlock block) {
        Element around = block.in();
        for (int i = 0; i < 3 && around != null; i++, around = around.parent()) {
            if (standfirsts.contains(around)) {
                return true;
            }
        }
        return false;
    }

    /** Words repeated in large type: the sentence they repeat stays. */
    private void dropRepetitions(List<PageBlock> article, Set<PageBlock> kept) {
        List<PageBlock> pulled = article.stream()
                .filter(kept::contains)
                .filter(block -> block.in().closest("blockquote,figure,q") != null || block.isHeading())
                .filter(block -> block.words() >= 5 && block.text().length() <= 400)
                .limit(MOST_PULLED)
                .toList();
        if (pulled.isEmpty()) {
            return;
        }
        Map<PageBlock, String> said = new IdentityHashMap<>();
        kept.forEach(block -> said.put(block, letters(block.text())));
        for (PageBlock block : pulled) {
            String words = said.get(block);
            if (kept.stream()
                    .anyMatch(other -> other != block && said.get(other).contains(words))) {
                kept.remove(block);
            }
        }
    }

    /** A heading over nothing but what was dropped, or at the very end. */
    private static void dropHeadingsOfNothing(List<PageBlock> article, Set<PageBlock> kept) {
        boolean below = false;
        int checked = 0;
        for (int i = article.size() - 1; i >= 0; i--) {
            PageBlock block = article.get(i);
            if (!kept.contains(block)) {
                continue;
            }
            if (block.isHeading() && (!below || checked++ < MOST_PULLED && isOverDropped(article, i, kept))) {
                kept.remove(block);
            } else {
                below = true;
            }
        }
    }

    private static boolean isOverDropped(List<PageBlock> article, int heading, Set<PageBlock> kept) {
        Element box = article.get(heading).in().parent();
        boolean dropped = false;
        for (int i = heading + 1; i < Math.min(article.size(), heading + 50) && isIn(box, article.get(i)); i++) {
            if (kept.contains(article.get(i))) {
                return false;
            }
            dropped = true;
        }
        return dropped;
    }

    /** No sentence in it: all its words that are no links. */
    private List<String> anything() {
        return blocks.stream()
                .filter(block -> !block.isLink() && !furniture.contains(block))
                .map(PageBlock::text)
                .toList();
    }

    private static boolean isIn(Element part, PageBlock block) {
        for (Element around = block.in(); around != null; around = around.parent()) {
            if (around == part) {
                return true;
            }
        }
        return false;
    }

    private static String letters(String text) {
        return text == null
                ? ""
                : text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]++", " ")
                        .strip();
    }

    private static <T> Set<T> identity() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
