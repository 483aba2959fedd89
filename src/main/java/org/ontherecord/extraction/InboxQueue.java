package org.ontherecord.extraction;

import java.util.Locale;

/** The queues the inbox falls into, each with its order; every order ends with the id, so it is total. */
public enum InboxQueue {
    TODO("To decide", "Nothing to decide.", InboxQueue.AWAKE, "c.score desc, c.id"),
    MINE("Mine", "Nothing is assigned to you.", InboxQueue.AWAKE + " and c.assignedTo.id = :me", "c.score desc, c.id"),
    REPEATS(
            "Likely repeats",
            "Nothing to decide looks like a claim on record.",
            InboxQueue.AWAKE + " and m.claimId is not null and m.percent >= :probably",
            "m.percent desc, c.score desc, c.id"),
    SOON(
            "Deadline soon",
            "No promise to decide on has its deadline within 30 days.",
            InboxQueue.AWAKE + " and c.deadlineOn between :today and :soon",
            "c.deadlineOn, c.score desc, c.id"),
    SNOOZED("Snoozed", "Nothing is snoozed.", "c.state = OPEN and c.snoozedUntil > :now", "c.snoozedUntil, c.id"),
    DISMISSED("Dismissed", "Nothing was dismissed.", "c.state = DISMISSED", "c.decidedAt desc, c.id desc");

    private static final String AWAKE = "c.state = OPEN and (c.snoozedUntil is null or c.snoozedUntil <= :now)";

    public final String label;
    public final String whenEmpty;
    final String condition;
    final String order;

    InboxQueue(String label, String whenEmpty, String condition, String order) {
        this.label = label;
        this.whenEmpty = whenEmpty;
        this.condition = condition;
        this.order = order;
    }

    /** As addresses name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOpen() {
        return this != DISMISSED;
    }

    /** The first one for a word that is none. */
    static InboxQueue of(String key) {
        for (InboxQueue queue : values()) {
            if (queue.key().equals(key)) {
                return queue;
            }
        }
        return TODO;
    }
}
