package org.ontherecord.review.contact;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

import org.ontherecord.platform.FormErrors;
import org.ontherecord.review.Typed;

/** What is typed about whom we asked and what they answered. Nothing that readers see may hold a private address. */
final class ContactForm {
    private static final Pattern MAIL = Pattern.compile("\\S@\\S");
    /** Nine digits or more with at most two signs between them: a year or a sum in words has fewer. */
    private static final Pattern NUMBER = Pattern.compile("(?:\\d[ ()./-]{0,2}){9}");

    private ContactForm() {}

    /** Somebody who was asked. */
    record Asked(String whom, ContactAttempt.Way way, LocalDate on, String question, boolean shown) {}

    /** What came of it. */
    record Replied(ContactReply.Outcome outcome, LocalDate on, String words, boolean shown) {}

    static Optional<Asked> asked(Typed typed, LocalDate today, FormErrors errors) {
        String whom = typed.needed("asked", 200, "Say who was asked: a name or an office.", errors);
        noAddress(whom, "asked", errors);
        var way = ContactAttempt.Way.named(typed.get("way"));
        errors.require(way.isPresent(), "way", "Choose how they were asked.");
        LocalDate on = neededDay(typed, "asked_on", "Give the day they were asked.", today, errors);
        String question = typed.needed("question", 2_000, "Write down what they were asked.", errors);
        return errors.isEmpty()
                ? Optional.of(new Asked(
                        whom,
                        way.orElseThrow(),
                        on,
                        question,
                        !typed.get("shown").isEmpty()))
                : Optional.empty();
    }

    /** The names of its controls end with the attempt's id. */
    static Optional<Replied> replied(Typed typed, long attempt, LocalDate today, FormErrors errors) {
        String day = "on_day-" + attempt;
        String words = "words-" + attempt;
        var outcome = ContactReply.Outcome.named(typed.get("outcome-" + attempt));
        errors.require(outcome.isPresent(), "outcome-" + attempt, "Choose what came of it.");
        boolean mistake = outcome.filter(ContactReply.Outcome.MISTAKE::equals).isPresent();
        boolean answered = outcome.filter(ContactReply.Outcome.ANSWERED::equals).isPresent();
        LocalDate on = mistake
                ? null
                : neededDay(typed, day, "Give the day they answered, or up to which day they had not.", today, errors);
        String said = typed.text(words, 500, errors);
        errors.require(!answered || said != null, words, "Write in a sentence or two what they answered.");
        errors.require(
                answered || outcome.isEmpty() || said == null,
                words,
                "There are words of an answer here. Choose “They answered”, or clear them.");
        noAddress(said, words, errors);
        return errors.isEmpty()
                ? Optional.of(new Replied(
                        outcome.orElseThrow(),
                        on,
                        said,
                        !mistake && !typed.get("shown-" + attempt).isEmpty()))
                : Optional.empty();
    }

    private static LocalDate neededDay(
            Typed typed, String name, String whenMissing, LocalDate today, FormErrors errors) {
        errors.require(!typed.get(name).isBlank(), name, whenMissing);
        return typed.pastDay(name, today, errors);
    }

    private static void noAddress(String text, String name, FormErrors errors) {
        errors.require(
                text == null
                        || !MAIL.matcher(text).find() && !NUMBER.matcher(text).find(),
                name,
                "This looks like a private address or number. Leave it out: readers may see this.");
    }
}
