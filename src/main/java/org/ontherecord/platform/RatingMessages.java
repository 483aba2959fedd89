package org.ontherecord.platform;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The ratings that come with the product. A label or definition that is not here is the newsroom's own and stays as written. */
@MessageBundle("rating")
public interface RatingMessages {
    @Message(
            "{#switch code}{#case 'not-yet-rated'}Not yet rated{#case 'in-the-works'}In the works{#case 'stalled'}Stalled{#case 'kept'}Kept{#case 'compromise'}Compromise{#case 'broken'}Broken{#case 'cant-be-rated'}Can't be rated{#case 'being-checked'}Being checked{#case 'true'}True{#case 'mostly-true'}Mostly true{#case 'half-true'}Half true{#case 'mostly-false'}Mostly false{#case 'false'}False{#case 'unproven'}Unproven{#case 'withdrawn'}Withdrawn{#else}{/switch}")
    String label(String code);

    @Message(
            "{#switch code}{#case 'promise.not-yet-rated'}On our record. We have not yet found enough to say how it is going.{#case 'promise.in-the-works'}Steps that can be checked have been taken, and the promise can still be kept in time.{#case 'promise.stalled'}No progress that can be checked for some time, or a set-back that makes keeping it unlikely.{#case 'promise.kept'}What was promised happened, within the time promised and by the criteria on record.{#case 'promise.compromise'}A substantial part of what was promised happened, but less than promised or later.{#case 'promise.broken'}What was promised did not happen by the deadline, or was given up.{#case 'promise.cant-be-rated'}The promise does not say enough for anyone to tell whether it was kept. We say what is missing.{#case 'accuracy.not-yet-rated'}On our record. We have not yet found enough to rate it.{#case 'accuracy.being-checked'}We are researching it now. This is not a finding.{#case 'accuracy.true'}The evidence supports the claim, and nothing important is left out.{#case 'accuracy.mostly-true'}The claim is right in what matters; a detail is missing or inexact.{#case 'accuracy.half-true'}A part is right and a part is wrong, or something important is left out.{#case 'accuracy.mostly-false'}There is something in it, but the claim as made leads to a wrong conclusion.{#case 'accuracy.false'}The evidence contradicts the claim.{#case 'accuracy.unproven'}The evidence to be had neither supports nor contradicts the claim. We say what we looked for.{#else}{/switch}")
    String definition(String code);

    @Message(
            "{#switch code}{#case 'promise.not-yet-rated'}The first step that can be checked, or the deadline.{#case 'promise.in-the-works'}A long time without progress, a set-back, or the result.{#case 'promise.stalled'}New steps, or the result.{#case 'promise.kept'}Proof that it did not happen as promised.{#case 'promise.compromise'}The missing part comes in time, or what was done is undone in time.{#case 'promise.broken'}A substantial part of it happens later.{#case 'promise.cant-be-rated'}The speaker says what would count as kept.{#case 'accuracy.not-yet-rated'}The start of our check.{#case 'accuracy.being-checked'}The end of our check.{#case 'accuracy.unproven'}Evidence that settles it.{#else}{#if settles}Better evidence of how things were then.{#else}New facts.{/if}{/switch}")
    String movedBy(String code, boolean settles);

    @Message("Verdict")
    String verdict();

    @Message("It means")
    String means();

    @Message("What moves it")
    String moves();

    @Message("On record")
    String onRecord();

    @Message("Final.")
    String settled();

    @Message("Interim: expected to change.")
    String interim();

    @Message("In data:")
    String inData();

    @Message("None now")
    String noneNow();

    @Message("Promise scale")
    String promiseScale();

    @Message("Accuracy scale")
    String accuracyScale();
}
