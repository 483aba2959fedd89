package org.ontherecord.review;

import java.time.Instant;
import java.util.List;

import org.ontherecord.claim.Claim;
import org.ontherecord.speaker.Speaker;

/** The ratings and speakers on record; a speaker who is named for the first time is added. */
record OnRecord(Instant now) implements DraftReader.Records {
    @Override
    public List<Rating> ratings(Claim.Kind kind) {
        return Rating.forKind(kind);
    }

    @Override
    public List<Speaker> speakers(String name) {
        return Speaker.all(name);
    }

    @Override
    public Speaker newSpeaker(String name) {
        return Speaker.named(name, now);
    }
}
