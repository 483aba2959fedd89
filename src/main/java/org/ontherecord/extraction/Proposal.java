package org.ontherecord.extraction;

import java.time.LocalDate;
import java.util.List;

import org.ontherecord.article.Quote;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.extraction.reading.Deadline;
import org.ontherecord.extraction.reading.Kind;
import org.ontherecord.extraction.reading.Time;
import org.ontherecord.platform.RoughDate;

/** What the software found and thinks of it; every part but the quote is for a person to change. */
public record Proposal(
        Quote quote,
        int score,
        List<String> reasons,
        Kind kind,
        Appearance.Mode mode,
        String speakerName,
        Time said,
        Deadline deadline,
        String wording) {

    /** The kind of claim it would become. */
    Claim.Kind claimKind() {
        return kind == Kind.PROMISE ? Claim.Kind.PROMISE : Claim.Kind.STATEMENT;
    }

    /** The first day of what the text tells of when it was said; null when it does not. */
    LocalDate saidOn() {
        return said == null ? null : said.from();
    }

    RoughDate.Precision saidPrecision() {
        return said == null
                ? null
                : RoughDate.Precision.valueOf(said.precision().name());
    }
}
