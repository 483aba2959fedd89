package org.ontherecord.review;

import java.util.List;

import org.ontherecord.platform.Refusal;

/** A publication that the check does not let through, with everything that stands in its way. */
final class Blocked extends Refusal {
    final transient List<PublishCheck.Item> blocks;

    Blocked(List<PublishCheck.Item> blocks) {
        super(
                Because.INCOMPLETE,
                String.join(
                        " ", blocks.stream().map(PublishCheck.Item::sentence).toList()));
        this.blocks = blocks;
    }
}
