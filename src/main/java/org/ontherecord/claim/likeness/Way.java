package org.ontherecord.claim.likeness;

import java.util.Optional;
import java.util.stream.Stream;

/** How one claim stands to another, said from the first one's side; kinds with a direction have two ways. */
public enum Way {
    SAME(Relation.Kind.SAME, false, "is the same claim as"),
    NARROWER(Relation.Kind.NARROWER, false, "is narrower than"),
    WIDER(Relation.Kind.NARROWER, true, "is wider than"),
    OTHER_PERIOD(Relation.Kind.OTHER_PERIOD, false, "says the same of another period as"),
    OTHER_PLACE(Relation.Kind.OTHER_PLACE, false, "says the same of another place as"),
    CONTRADICTS(Relation.Kind.CONTRADICTS, false, "contradicts"),
    REVERSES(Relation.Kind.REVERSAL, false, "takes back, later, what was said in"),
    REVERSED_BY(Relation.Kind.REVERSAL, true, "was taken back later in");

    final Relation.Kind kind;
    /** Whether it is kept with the second claim first. */
    final boolean turned;

    public final String inWords;

    Way(Relation.Kind kind, boolean turned, String inWords) {
        this.kind = kind;
        this.turned = turned;
        this.inWords = inWords;
    }

    public static Optional<Way> named(String name) {
        return Stream.of(values()).filter(way -> way.name().equals(name)).findFirst();
    }

    static Way of(Relation.Kind kind, boolean turned) {
        return Stream.of(values())
                .filter(way -> way.kind == kind && (way.turned == turned || !kind.isDirected()))
                .findFirst()
                .orElseThrow();
    }
}
