package org.ontherecord.matching;

/** How near a claim is in meaning, as cosines: by its nearest text, and by wording and title alone; 0 where there is none. */
public record Nearness(double best, double wording, double title) {
    public static final Nearness NONE = new Nearness(0, 0, 0);
}
