package org.ontherecord.published;

import java.util.List;

import org.ontherecord.platform.Wording;

/**
 * One publication on the record: what the claim's page said with it, and what it had said before.
 *
 * @param before the verdict it followed, or null
 * @param sources those of its sources that have an address
 */
public record Publication(ClaimSummary claim, PublishedArticle.Tag before, List<Reference> sources) {
    public record Reference(String title, String url) {}

    /** Whether another rating stands since; a first verdict and a check change nothing. */
    public boolean isChange() {
        return before != null && !before.code().equals(verdict().code());
    }

    public PublishedVerdict verdict() {
        return claim.verdict();
    }

    /** The page of this very version, which never changes. */
    public String permalink() {
        return permalink(verdict().number());
    }

    public String permalink(int version) {
        return "/claims/" + claim.number() + "/versions/" + version;
    }

    /** What it changed, compared with the version before; there is one for all but the first. */
    public String difference() {
        int number = verdict().number();
        return permalink(number - 1) + ".." + number;
    }

    /** "Broken (was Stalled)", "Still Broken", "Corrected to Mostly false (was False)". */
    public String inWords() {
        String label = verdict().label();
        String was = isChange() ? " (was " + before.label() + ")" : "";
        return switch (verdict().kind()) {
            case "correction" -> isChange() ? "Corrected to " + label + was : "Corrected, still " + label;
            case "clarification" -> "Made clearer, " + (isChange() ? label + was : "still " + label);
            case "original", "withdrawal" -> label + was;
            default -> isChange() ? label + was : "Still " + label;
        };
    }

    /** "Correction", for the log. */
    public String kindInWords() {
        return Wording.capitalise(verdict().kind());
    }
}
