package org.ontherecord.published.sharing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The sign beside a verdict's word, as the pages have it: drawn in a square of 20. */
final class CardSign {
    private static final BasicStroke LINE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHES =
            new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2.6f, 2.43f}, 0);
    private static final Shape DISC = new Ellipse2D.Double(0.5, 0.5, 19, 19);
    private static final Shape RING = new Ellipse2D.Double(1.5, 1.5, 17, 17);

    private CardSign() {}

    static void draw(Graphics2D card, String sign, Color colour, Color paper, double x, double y, double size) {
        var here = (Graphics2D) card.create();
        here.translate(x, y);
        here.scale(size / 20, size / 20);
        here.setStroke(LINE);
        here.setColor(colour);
        if (sign.endsWith("-filled")) {
            here.fill(DISC);
            here.setColor(paper);
        } else if (sign.equals("dashed")) {
            here.setStroke(DASHES);
            here.draw(new Ellipse2D.Double(2, 2, 16, 16));
        } else {
            here.draw(RING);
        }
        switch (sign) {
            case "tick-filled", "tick-open" -> here.draw(path(6, 10.3, 8.7, 13, 14, 7.6));
            case "cross-filled", "cross-open" -> {
                here.draw(path(6.8, 6.8, 13.2, 13.2));
                here.draw(path(13.2, 6.8, 6.8, 13.2));
            }
            case "half" -> here.fill(new Arc2D.Double(1.5, 1.5, 17, 17, -90, 180, Arc2D.PIE));
            case "bars" -> {
                here.draw(path(7.8, 6.3, 7.8, 13.7));
                here.draw(path(12.2, 6.3, 12.2, 13.7));
            }
            case "arrow" -> here.draw(path(8.3, 6.2, 12.1, 10, 8.3, 13.8));
            case "question" -> {
                var hook = new Path2D.Double(new Arc2D.Double(7.4, 5.3, 5.2, 5.2, 180, -240, Arc2D.OPEN));
                hook.curveTo(10.4, 10.6, 10, 11, 10, 11.8);
                here.draw(hook);
                here.draw(path(10, 14.2, 10, 14.4));
            }
            default -> {}
        }
        here.dispose();
    }

    private static Path2D path(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }
}
