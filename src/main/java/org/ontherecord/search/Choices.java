package org.ontherecord.search;

import java.util.ArrayList;
import java.util.List;

import org.ontherecord.published.ClaimFacets;
import org.ontherecord.published.ClaimQuery;
import org.ontherecord.published.ScaleRating;

/** What each filter of the form can be set to, with how many claims it would show; what is set stays, even at none. */
public record Choices(ClaimQuery query, ClaimFacets facets, List<ScaleRating> ratings) {
    /** A rating that can be chosen. */
    public record Rated(ScaleRating rating, long claims) {}

    public List<String> kinds() {
        return List.of("promise", "statement");
    }

    public long promises() {
        return claims(facets.kind(), "promise");
    }

    public long statements() {
        return claims(facets.kind(), "statement");
    }

    public long withdrawn() {
        return claims(facets.verdict(), "withdrawn");
    }

    /** The ratings of one kind that some claim has, or that is set. */
    public List<Rated> rated(String kind) {
        return ratings.stream()
                .filter(rating -> rating.kind().equals(kind))
                .map(rating -> new Rated(rating, claims(facets.verdict(), rating.code())))
                .filter(rated -> rated.claims() > 0 || rated.rating().code().equals(query.verdict()))
                .toList();
    }

    public List<ClaimFacets.Value> people() {
        return withChosen(facets.person(), query.filters().get("person"));
    }

    public List<ClaimFacets.Value> topics() {
        boolean listed = query.topic() == null || facets.topic().stream().anyMatch(value -> query.isOn(value.value()));
        return listed ? facets.topic() : withChosen(facets.topic(), query.topic());
    }

    /** The newest first. */
    public List<ClaimFacets.Value> years() {
        return withChosen(facets.year(), query.filters().get("year")).stream()
                .sorted((one, other) -> other.value().compareTo(one.value()))
                .toList();
    }

    public List<ClaimFacets.Value> languages() {
        return withChosen(facets.language(), query.language());
    }

    public long byUs() {
        return claims(facets.checkedBy(), "us");
    }

    public long byOthers() {
        return claims(facets.checkedBy(), "others");
    }

    /** Whether there is anything to choose between whose checks to see. */
    public boolean areOfSeveral() {
        return byOthers() > 0 || query.checkedBy() != null;
    }

    /** Whether the checks shown are those of one side: of us or of others. */
    public boolean areOf(String whom) {
        return whom.equals(query.checkedBy()) || query.checkedBy() == null && query.q() == null && whom.equals("us");
    }

    String label(String filter, String value) {
        return switch (filter) {
            case "verdict" ->
                ratings.stream()
                        .filter(rating -> rating.code().equals(value))
                        .map(ScaleRating::label)
                        .findFirst()
                        .orElse("Withdrawn");
            case "person" ->
                people().stream()
                        .filter(person -> person.value().equals(value))
                        .map(ClaimFacets.Value::label)
                        .findFirst()
                        .orElse(value);
            default -> value;
        };
    }

    private static long claims(List<ClaimFacets.Value> values, String value) {
        return values.stream()
                .filter(it -> it.value().equals(value))
                .mapToLong(ClaimFacets.Value::claims)
                .sum();
    }

    private static List<ClaimFacets.Value> withChosen(List<ClaimFacets.Value> values, String chosen) {
        if (chosen == null || values.stream().anyMatch(value -> value.value().equals(chosen))) {
            return values;
        }
        var all = new ArrayList<>(values);
        all.add(new ClaimFacets.Value(chosen, chosen, 0));
        return all;
    }
}
