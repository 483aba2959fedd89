package org.ontherecord.published.feed;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ontherecord.platform.Html;
import org.ontherecord.platform.Site;
import org.ontherecord.published.ClaimSummary;
import org.ontherecord.published.Publication;

/** A publication as feeds tell it. */
record Entry(Site site, Publication publication) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /** The permanent address of this version; feeds must never give it to anything else. */
    String id() {
        return site.absolute(publication.permalink());
    }

    String page() {
        return site.absolute(claim().page());
    }

    String title() {
        return publication.inWords() + ": " + claim().titleQuoted();
    }

    /** The finding in one sentence; for a withdrawal, why we no longer stand by it. */
    String summary() {
        return isWithdrawal()
                ? publication.verdict().publicReason()
                : publication.verdict().reason();
    }

    boolean isWithdrawal() {
        return publication.verdict().isWithdrawal();
    }

    String kind() {
        return claim().isPromise() ? "Promise" : "Statement of fact";
    }

    ClaimSummary claim() {
        return publication.claim();
    }

    /** The addresses of the versions that a withdrawal takes back. */
    List<String> takenBack() {
        return isWithdrawal()
                ? IntStream.range(1, publication.verdict().number())
                        .mapToObj(version -> site.absolute(publication.permalink(version)))
                        .toList()
                : List.of();
    }

    String html() {
        var html = new StringBuilder();
        if (claim().speaker() != null) {
            html.append("<p>")
                    .append(link(
                            site.absolute(claim().speaker().page()),
                            claim().speaker().name()))
                    .append(claim().capacity() == null ? "" : ". " + Html.escaped(claim().capacity()))
                    .append("</p>");
        }
        if (claim().headline() != null) {
            html.append("<blockquote><p>")
                    .append(Html.escaped(claim().titleQuoted()))
                    .append("</p></blockquote>");
        }
        html.append("<p>")
                .append(Html.escaped(kind() + ": " + claim().wording()))
                .append("</p>");
        html.append("<p><strong>").append(Html.escaped(publication.inWords())).append(".</strong> ");
        html.append(Html.escaped(summary())).append("</p>");
        if (!isWithdrawal()) {
            html.append("<p>Why now: ")
                    .append(Html.escaped(publication.verdict().publicReason()))
                    .append("</p>");
        }
        html.append("<p>").append(Html.escaped(signed())).append("</p>");
        if (!publication.sources().isEmpty()) {
            html.append(publication.sources().stream()
                    .map(source -> "<li>" + link(source.url(), source.title()) + "</li>")
                    .collect(Collectors.joining("", "<p>Sources:</p><ol>", "</ol>")));
        }
        return html.append("<p>")
                .append(link(page(), "The whole record " + claim().id()))
                .append("</p>")
                .toString();
    }

    private String signed() {
        var verdict = publication.verdict();
        LocalDate since = verdict.inForceFrom();
        return (isWithdrawal() ? "" : "In force from " + DAY.format(since) + ". ") + "Checked by " + verdict.checkedBy()
                + (verdict.signedOffBy() == null
                        ? ". Published without review: " + verdict.withoutReviewBecause()
                        : ", signed off by " + verdict.signedOffBy() + ".");
    }

    private static String link(String address, String words) {
        return "<a href=\"" + Html.escaped(address) + "\">" + Html.escaped(words) + "</a>";
    }
}
