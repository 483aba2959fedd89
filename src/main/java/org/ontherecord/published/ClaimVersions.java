package org.ontherecord.published;

import java.util.List;

/**
 * The versions of a claim's page: one for each verdict, with its number, for good. Newest first.
 *
 * @param merged which claim answers for this one today; null when it answers for itself
 */
public record ClaimVersions(ClaimSummary claim, List<PublishedVerdict> all, MergedClaim merged) {

    static String address(long claim) {
        return "/claims/" + claim + "/versions";
    }

    public String address() {
        return address(claim.number());
    }

    public PublishedVerdict newest() {
        return all.get(0);
    }

    public PublishedVerdict first() {
        return all.get(all.size() - 1);
    }

    /** That version, or null. */
    public PublishedVerdict version(int number) {
        return all.stream()
                .filter(verdict -> verdict.number() == number)
                .findFirst()
                .orElse(null);
    }

    /** Where two versions are compared. */
    public String comparison(int from, int to) {
        return comparison(claim.number(), from, to);
    }

    static String comparison(long claim, int from, int to) {
        return address(claim) + "/" + from + ".." + to;
    }

    /** What one version changed. */
    public String changes(PublishedVerdict version) {
        return comparison(version.number() - 1, version.number());
    }

    /** Those published after one version, up to the other. */
    List<PublishedVerdict> after(int from, int to) {
        return all.stream()
                .filter(verdict -> verdict.number() > from && verdict.number() <= to)
                .toList();
    }
}
