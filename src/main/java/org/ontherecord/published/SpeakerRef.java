package org.ontherecord.published;

import java.util.Arrays;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.ontherecord.platform.Slugs;

/** Who made a claim, by name and address. */
@Schema(description = "The person or body that made the claim")
public record SpeakerRef(
        @Schema(description = "Number of the speaker, the value of the parameter person")
        long id,

        @Schema(description = "Name as we write it") String name,

        @Schema(
                description = "A human being, or a party, ministry, company and the like",
                enumeration = {"person", "body"})
        String kind,

        @Schema(description = "Wikidata's number for them", examples = "Q22686", nullable = true)
        String wikidataId) {

    static SpeakerRef of(Row row) {
        Long id = row.id("speaker_id");
        return id == null
                ? null
                : new SpeakerRef(
                        id, row.text("speaker_name"), row.text("speaker_kind"), row.text("speaker_wikidata_id"));
    }

    @Schema(description = "Path of the speaker's page")
    @JsonProperty
    public String page() {
        return "/people/" + id + "-" + Slugs.of(name);
    }

    /** First and last letter of the name, for the place where others would put a photo. */
    @JsonIgnore
    public String initials() {
        String[] words = name.replaceAll("\\(.*", "").strip().split("[\\s-]+");
        return Arrays.stream(new String[] {words[0], words.length > 1 ? words[words.length - 1] : ""})
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }
}
