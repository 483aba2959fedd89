package org.ontherecord.published.sharing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.StringJoiner;
import javax.imageio.ImageIO;

import org.ontherecord.platform.Language;
import org.ontherecord.platform.Sign;
import org.ontherecord.platform.Wording;
import org.ontherecord.published.ClaimSummary;
import org.ontherecord.published.PublishedClaim;
import org.ontherecord.published.PublishedVerdict;
import org.ontherecord.published.timeline.CardRibbon;
import org.ontherecord.published.timeline.RibbonLine;
import org.ontherecord.published.timeline.TimelineAxis;
import org.ontherecord.published.timeline.TimelineShapes;

/** One version of a claim as a picture that other sites show: claim, verdict and date, so that it can outlive neither. */
final class ShareCard {
    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    /** U+200E: the line runs from the left even if the name in it does not. */
    private static final String LEFT_TO_RIGHT = "\u200e";

    private static final float LEFT = 64;
    private static final float RIGHT = WIDTH - LEFT;
    private static final float TITLE_TOP = 112;
    private static final float YEARS_TOP = 300;
    private static final CardRibbon.Place RIBBON = new CardRibbon.Place(LEFT, RIGHT, 368, 44, 12);
    private static final double FLAG_TOP = 328;

    private final Graphics2D card;
    private final PublishedClaim record;
    private final ClaimSummary claim;
    private final PublishedVerdict verdict;
    private final CardColour colour;

    private ShareCard(Graphics2D card, PublishedClaim record) {
        this.card = card;
        this.record = record;
        this.claim = record.claim();
        this.verdict = claim.verdict();
        this.colour = CardColour.ofRole(verdict.role());
    }

    /** The card of the version in force in the record, as PNG. The same record gives the same picture. */
    static byte[] png(PublishedClaim record) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D card = image.createGraphics();
        card.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        card.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        card.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        card.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        new ShareCard(card, record).draw();
        card.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private void draw() {
        card.setColor(CardColour.PAPER.fill());
        card.fillRect(0, 0, WIDTH, HEIGHT);
        card.setColor(colour.fill());
        card.fillRect(0, 0, WIDTH, 16);
        CardWords.fitted(about(), CardFont.SANS, new CardWords.Room(RIGHT - LEFT, 40, 1, 28, 24))
                .draw(card, CardColour.INK2.fill(), LEFT, RIGHT, 62);
        words();
        ribbon();
        verdict();
        foot();
    }

    private String about() {
        var about = new StringJoiner(" · ");
        if (claim.speaker() != null && CardFont.SANS.canWrite(claim.speaker().name())) {
            about.add(LEFT_TO_RIGHT + claim.speaker().name());
        }
        String kind = claim.isPromise() ? "Promise" : "Statement of fact";
        about.add(about.length() == 0 ? kind : kind.toLowerCase(java.util.Locale.ROOT));
        if (claim.firstSaid() != null) {
            about.add((claim.timesSaid().count() > 0 ? "first said " : "first reported ")
                    + claim.firstSaid().in(Language.ENGLISH));
        }
        return about.toString();
    }

    /** The exact words and under them the sentence that was rated, if there is room for both. */
    private void words() {
        float room = YEARS_TOP - 16 - TITLE_TOP;
        String title = CardFont.SERIF.canWrite(claim.titleQuoted()) ? claim.titleQuoted() : claim.wording();
        if (!CardFont.SERIF.canWrite(title)) {
            title = claim.id();
        }
        boolean more = !title.equals(claim.wording()) && CardFont.SANS.canWrite(claim.wording());
        var set = CardWords.fitted(
                title, CardFont.SERIF, new CardWords.Room(RIGHT - LEFT, more ? room - 44 : room, 3, 76, 48));
        if (more && !set.whole()) {
            more = false;
            set = CardWords.fitted(title, CardFont.SERIF, new CardWords.Room(RIGHT - LEFT, room, 3, 76, 48));
        }
        float below = set.draw(card, CardColour.INK.fill(), LEFT, RIGHT, TITLE_TOP);
        if (more) {
            float left = TITLE_TOP + room - below - 6;
            var rated =
                    CardWords.fitted(claim.wording(), CardFont.SANS, new CardWords.Room(RIGHT - LEFT, left, 2, 32, 26));
            rated.draw(
                    card, CardColour.INK2.fill(), LEFT, RIGHT, below + 6 + Math.min(16, (left - rated.height()) / 2));
        }
    }

    private void ribbon() {
        CardRibbon ribbon = CardRibbon.of(record.events(), verdict.publishedAt(), RIBBON);
        double bottom = RIBBON.top() + RIBBON.height();
        for (TimelineAxis.Tick year : ribbon.ticks()) {
            card.setColor(CardColour.RULE.fill());
            card.setStroke(new BasicStroke(2));
            card.draw(new Line2D.Double(year.x(), YEARS_TOP, year.x(), bottom + 8));
            if (year.words() != null) {
                float x = (float) year.x() + 10;
                CardWords.line(year.words(), CardFont.SANS, 23).draw(card, CardColour.INK2.fill(), x, x, YEARS_TOP);
            }
        }
        if (ribbon.notYet() != null) {
            card.setColor(CardColour.INK2.fill());
            card.setStroke(
                    new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {0.1f, 11}, 0));
            double y = RIBBON.top() + RIBBON.height() / 2;
            card.draw(
                    new Line2D.Double(ribbon.notYet().from(), y, ribbon.notYet().to(), y));
        }
        ribbon.segments().forEach(this::segment);
        if (ribbon.firstSaid() != null) {
            double radius = 12;
            double y = RIBBON.top() + RIBBON.height() / 2;
            card.setColor(CardColour.INK.fill());
            card.fill(new Ellipse2D.Double(ribbon.firstSaid() - radius, y - radius, 2 * radius, 2 * radius));
        }
        ribbon.flags().stream().filter(RibbonLine.Flag::moved).forEach(flag -> flag(flag, bottom));
        ribbon.flags().stream().filter(flag -> !flag.moved()).forEach(flag -> flag(flag, bottom));
    }

    private void segment(TimelineShapes.Segment segment) {
        CardColour role = CardColour.ofRole(segment.role());
        var all = new Rectangle2D.Double(segment.x(), segment.y(), segment.width(), segment.height());
        var edge = new Rectangle2D.Double(segment.x(), segment.y(), segment.width(), segment.edge());
        if (segment.texture().equals("unrated")) {
            card.setColor(CardColour.PAPER.fill());
            card.fill(all);
            card.setColor(role.fill());
            card.setStroke(
                    new BasicStroke(2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {8, 6}, 0));
            card.draw(new Rectangle2D.Double(all.x + 1.2, all.y + 1.2, Math.max(0, all.width - 2.4), all.height - 2.4));
            return;
        }
        card.setColor(role.tint());
        card.fill(all);
        card.setColor(role.fill());
        if (segment.texture().equals("final")) {
            card.fill(edge);
            return;
        }
        var hatched = (Graphics2D) card.create();
        hatched.clip(edge);
        hatched.setStroke(new BasicStroke(6));
        for (double x = edge.x - edge.height; x < edge.x + edge.width + edge.height; x += 14) {
            hatched.draw(new Line2D.Double(x, edge.y + edge.height + 3, x + edge.height + 6, edge.y - 3));
        }
        hatched.dispose();
    }

    /** The flag with its word; to the left of its pole where the card ends. One that was moved is hollow. */
    private void flag(RibbonLine.Flag flag, double bottom) {
        CardWords word = CardWords.line("Deadline", CardFont.STRONG, 23);
        double width = flag.moved() ? 34 : word.width() + 44;
        double way = flag.x() + width > RIGHT ? -1 : 1;
        var cloth = new Path2D.Double();
        cloth.moveTo(flag.x() - way, FLAG_TOP);
        cloth.lineTo(flag.x() + way * width, FLAG_TOP);
        cloth.lineTo(flag.x() + way * (width - 12), FLAG_TOP + 17);
        cloth.lineTo(flag.x() + way * width, FLAG_TOP + 34);
        cloth.lineTo(flag.x() - way, FLAG_TOP + 34);
        cloth.closePath();
        card.setColor(flag.moved() ? CardColour.INK2.fill() : CardColour.INK.fill());
        float[] dashes = flag.ahead() ? new float[] {9, 7} : null;
        card.setStroke(
                new BasicStroke(flag.moved() ? 2 : 4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0));
        card.draw(new Line2D.Double(flag.x(), FLAG_TOP, flag.x(), bottom + 4));
        card.setStroke(new BasicStroke(2));
        if (flag.moved()) {
            card.setColor(CardColour.PAPER.fill());
            card.fill(cloth);
            card.setColor(CardColour.INK2.fill());
            card.draw(cloth);
            card.draw(new Line2D.Double(flag.x(), FLAG_TOP + 17, flag.x() + way * width, FLAG_TOP + 17));
            return;
        }
        card.fill(cloth);
        float x = (float) (way > 0 ? flag.x() + 14 : flag.x() - width + 30);
        word.draw(card, CardColour.PAPER.fill(), x, x, (float) FLAG_TOP + 5);
    }

    private void verdict() {
        float top = 436;
        Color paper = CardColour.PAPER.fill();
        CardSign.draw(card, Sign.sign(verdict.ratingCode()), colour.fill(), paper, LEFT + 2, top + 2, 60);
        CardWords word = CardWords.line(verdict.label(), CardFont.SERIF, 66);
        float x = LEFT + 84;
        word.draw(card, colour.text(), x, RIGHT, top);
        String since = claim.withdrawn()
                ? "on " + Wording.day(verdict.publishedAt())
                : "since " + Wording.day(record.since().inForceFrom());
        x += word.width() + 30;
        CardWords.line(since, CardFont.SANS, 28).draw(card, CardColour.INK2.fill(), x, RIGHT, top + 25);
    }

    private void foot() {
        card.setColor(CardColour.RULE.fill());
        card.setStroke(new BasicStroke(2));
        card.draw(new Line2D.Double(LEFT, 528, RIGHT, 528));
        mark(LEFT, 564);
        CardWords.line(Sharing.SITE, CardFont.SERIF, 31).draw(card, CardColour.INK.fill(), LEFT + 68, RIGHT, 550);
        var asOf = CardWords.line(claim.id() + " · as of " + Wording.day(verdict.publishedAt()), CardFont.SANS, 26);
        asOf.draw(card, CardColour.INK2.fill(), RIGHT - asOf.width(), RIGHT, 553);
    }

    /** The sign of the site: said, said again, verdict. */
    private void mark(double x, double y) {
        var here = (Graphics2D) card.create();
        here.translate(x, y - 10.5);
        here.scale(1.5, 1.5);
        here.setColor(CardColour.INK.fill());
        here.setStroke(new BasicStroke(2));
        here.draw(new Ellipse2D.Double(1.5, 3.5, 7, 7));
        here.draw(new Line2D.Double(8.5, 7, 12.5, 7));
        here.draw(new Ellipse2D.Double(12.5, 3.5, 7, 7));
        here.draw(new Line2D.Double(19.5, 7, 22.5, 7));
        var diamond = new Path2D.Double();
        diamond.moveTo(27, 0.5);
        diamond.lineTo(33.5, 7);
        diamond.lineTo(27, 13.5);
        diamond.lineTo(20.5, 7);
        diamond.closePath();
        here.fill(diamond);
        here.dispose();
    }
}
