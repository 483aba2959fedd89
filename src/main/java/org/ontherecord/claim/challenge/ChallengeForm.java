package org.ontherecord.claim.challenge;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;

import org.ontherecord.article.CleanText;
import org.ontherecord.platform.FormErrors;

/** What is wrong, as a reader typed it. The field that people do not see is for programs that fill in every field. */
public class ChallengeForm {
    private static final int SHORTEST = 20;
    private static final int MOST_ADDRESSES = 3;
    private static final Pattern ADDRESS = Pattern.compile("https?://");

    @RestForm
    String about;

    @RestForm
    String words;

    @RestForm
    String source;

    @RestForm
    String homepage;

    /** As it goes back into the fields. */
    public record Typed(String about, String words, String source) {}

    Typed typed() {
        return new Typed(given(about), given(words), given(source));
    }

    void check(FormErrors errors) {
        errors.require(about().isPresent(), "about-verdict", "Choose what is wrong.");
        String text = words();
        int length = text.codePointCount(0, text.length());
        errors.require(
                length >= SHORTEST,
                "words",
                "Say in a sentence or two what is wrong and how you know (%d characters at least)."
                        .formatted(SHORTEST));
        errors.requireAtMost(Challenge.LONGEST, "words", text);
        errors.require(
                ADDRESS.matcher(text).results().limit(MOST_ADDRESSES + 1).count() <= MOST_ADDRESSES,
                "words",
                "Give at most %d addresses; choose the best.".formatted(MOST_ADDRESSES));
        String url = source();
        errors.require(
                url == null || url.matches("https?://[^\\s/]\\S*") && url.length() <= Challenge.LONGEST,
                "source",
                "Give a whole address that begins with https://, or leave this empty.");
        errors.require(given(homepage).isBlank(), "homepage", "Leave this field empty. It is there to catch programs.");
    }

    Optional<Challenge.About> about() {
        return Stream.of(Challenge.About.values())
                .filter(one -> one.name().equals(about))
                .findFirst();
    }

    String words() {
        return given(words).strip();
    }

    /** Null for none. */
    String source() {
        String url = given(source).strip();
        return url.isEmpty() ? null : url;
    }

    private static String given(String typed) {
        return typed == null ? "" : CleanText.of(typed);
    }
}
