package org.ontherecord.article;

/** Why a feed or one of its items could not be read, for the editor who looks after it. */
final class FeedWords {

    private FeedWords() {}

    /** The same words without the advice to paste: nobody is there to paste. */
    static String of(Unreadable trouble) {
        return trouble.getMessage()
                .replaceFirst(" Paste (?:the|only) .*$", "")
                .replaceFirst(", or paste the text instead", "")
                .strip();
    }

    static String ofStatus(int status) {
        String why = status == 404
                ? "There is nothing at this address"
                : status == 429
                        ? "The site asks us to come less often"
                        : status >= 500 ? "The site has a problem" : "The site refused our request";
        return why + " (" + status + ").";
    }
}
