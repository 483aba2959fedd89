package org.ontherecord.published;

/** Which version of a claim's page is shown, and what lies around it. */
public record FrozenVersion(ClaimVersions all, PublishedVerdict version) {

    public boolean isNewest() {
        return version.number() == all.newest().number();
    }

    public PublishedVerdict before() {
        return all.version(version.number() - 1);
    }

    public PublishedVerdict after() {
        return all.version(version.number() + 1);
    }
}
