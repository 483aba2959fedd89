package org.ontherecord.extraction;

import java.time.LocalDate;
import java.util.List;

import org.ontherecord.article.Quote;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;

/** What the software found and thinks of it; every part but the quote is for a person to change. */
public record Proposal(
        Quote quote,
        int score,
        List<String> reasons,
        Claim.Kind kind,
        Appearance.Mode mode,
        String speakerName,
        LocalDate saidOn,
        String wording) {}
