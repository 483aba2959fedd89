package org.ontherecord.published;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of versions say, and the strip above a page that is one of them. */
@MessageBundle("version")
public interface VersionMessages {
    @Message("Claims")
    String claims();

    @Message("Versions")
    String versions();

    @Message("Versions of this record")
    String versionsOf();

    @Message(
            "Each verdict we publish makes a new version of the page. None is ever changed or removed, so each can be cited and compared.")
    String lede();

    @Message("Every version, newest first")
    String tableCaption();

    @Message("Version")
    String version();

    @Message("Version {number}")
    String numbered(int number);

    @Message("Verdict")
    String verdict();

    @Message("What was done, and why")
    String why();

    @Message("Published")
    String published();

    @Message("What changed")
    String whatChanged();

    @Message("with version {number}")
    String withVersion(int number);

    @Message("all versions")
    String allVersions();

    @Message("Compare two versions")
    String compareTwo();

    @Message("From")
    String from();

    @Message("to")
    String to();

    @Message("Compare")
    String compare();

    @Message("Version {number} of {count}, published on")
    String frozen(int number, int count);

    @Message("It is the newest.")
    String newest();

    @Message("The verdict today:")
    String verdictToday();

    @Message("See the record today")
    String recordToday();

    @Message("Previous version")
    String previous();

    @Message("Next version")
    String next();

    @Message("What changed from version {from} to version {to}")
    String changedFromTo(int from, int to);

    @Message(
            "{#if count == 0}Nothing of what the page says changed{#else if count == 1}1 field changed{#else}{count} fields changed{/if}")
    String fieldsChanged(int count);

    @Message("{#if count == 1}The verdict that changed it{#else}The verdicts that changed it{/if}")
    String publishedBetween(int count);

    @Message("Added:")
    String added();

    @Message("Removed:")
    String removed();

    @Message("Sources")
    String sources();

    @Message("Times said that came onto the page")
    String saidSince();

    @Message(
            "{#switch field}{#case 'REASON'}Why, in one sentence{#case 'IN_FORCE_FROM'}In force from{#case 'WORDING'}The sentence that is rated{#case 'HEADLINE'}Exact words{#case 'KIND'}Kind{#case 'SPEAKER'}Person{#case 'CAPACITY'}Capacity{#case 'TOPICS'}Topics{#case 'LANGUAGE'}Language{#case 'DEADLINE'}Deadline{#case 'DEADLINE_RULE'}The deadline’s rule{#case 'CRITERIA'}What counts as kept{#else}What we found{/switch}")
    String field(String field);

    @Message("{#if primary}primary{#else}secondary{/if}")
    String primary(boolean primary);

    @Message("{from} was merged into {into} on")
    String mergedInto(String from, String into);

    @Message("See the record of {into} today")
    String recordThatAnswers(String into);
}
