package org.ontherecord.matching;

import java.time.LocalDate;
import java.util.List;

/**
 * What the matching knows of a claim: a row of the view of the same name.
 *
 * @param number the public number
 * @param published whether the public may see it, by a verdict of ours or another publisher's check
 * @param language BCP 47
 * @param wording the claim as worded on record
 * @param title the headline, or the title of the other publisher's check; or null
 * @param quotes exact words of its first five appearances
 * @param speaker who said it, or null
 * @param aliases other names of the speaker
 * @param saidOn the first day known, or null
 * @param deadline a promise's last day where it was made, or null
 * @param externalId the other publisher's id of an imported claim, or null
 * @param publisher that publisher, or null
 */
public record MatchableClaim(
        long number,
        boolean published,
        String language,
        String wording,
        String title,
        List<String> quotes,
        String speaker,
        List<String> aliases,
        LocalDate saidOn,
        LocalDate deadline,
        String externalId,
        String publisher) {}
