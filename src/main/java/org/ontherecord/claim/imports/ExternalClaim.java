package org.ontherecord.claim.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.ontherecord.platform.RoughDate;

/** One row of an import as it was understood: a claim, and what another publisher says of it. */
public record ExternalClaim(
        String publisher,
        String externalId,
        String wording,
        String title,
        String speaker,
        boolean speakerIsBody,
        RoughDate dated,
        LocalDate checkedOn,
        String rating,
        String url,
        String language) {

    /** By this it is known again: a NUL stands in no text. */
    String key() {
        return publisher + '\0' + externalId;
    }

    String datedOn() {
        return dated == null ? null : dated.date().toString();
    }

    String precision() {
        return dated == null ? null : dated.precision().name();
    }

    /** The columns in which this says something else than what is on record under the same id. */
    List<String> differences(ExternalClaim onRecord) {
        List<String> names = new ArrayList<>();
        compare(names, "text", wording, onRecord.wording);
        compare(names, "title", title, onRecord.title);
        compare(names, "speaker", speaker, onRecord.speaker);
        compare(names, "date", dated, onRecord.dated);
        compare(names, "checked_on", checkedOn, onRecord.checkedOn);
        compare(names, "rating", rating, onRecord.rating);
        compare(names, "url", url, onRecord.url);
        compare(names, "language", language, onRecord.language);
        return names;
    }

    private static void compare(List<String> names, String name, Object here, Object there) {
        if (!Objects.equals(here, there)) {
            names.add(name);
        }
    }
}
