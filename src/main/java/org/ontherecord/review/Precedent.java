package org.ontherecord.review;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.ontherecord.claim.Claim;
import org.ontherecord.platform.WrittenDate;
import org.ontherecord.speaker.Speaker;

/** How we rated a claim like the one being written: of the same kind, about the same topics or by the same person. */
public record Precedent(
        long claim,
        String words,
        String speaker,
        String code,
        String label,
        String role,
        String reason,
        String since,
        String alike) {

    private static final int MOST = 5;

    /** The most alike first: by topics shared, then the person, then the latest. */
    static List<Precedent> of(Claim claim, ClaimForm form) {
        List<String> topics = form.topics();
        Long speaker = SpeakerPick.which(Speaker.all(form.get(SpeakerPick.NAME)), form.typed)
                .map(known -> known.id)
                .orElse(0L);
        if (topics.isEmpty() && speaker == 0) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = Claim.getEntityManager()
                .createNativeQuery("""
                        with wanted as (select string_to_array(:topics, chr(10)) as topics)
                        select c.id, coalesce(rev.headline, rev.wording), s.name, r.code, r.label, r.role, rev.reason,
                               v.in_force_from, array_to_string(shared.topics, ', '), rev.speaker_id = :speaker
                          from claim c
                          cross join wanted
                          join lateral (select * from verdict w where w.claim_id = c.id order by w.number desc limit 1) v on true
                          join revision rev on rev.id = v.revision_id
                          join rating r on r.id = rev.rating_id
                          left join speaker s on s.id = rev.speaker_id
                          cross join lateral (select array(select t from unnest(rev.topics) t
                                                            where t = any (wanted.topics) order by t) as topics) shared
                         where c.id <> :claim and c.kind = :kind and c.merged_into is null and v.kind <> 'WITHDRAWAL'
                           and (c.topics && wanted.topics or c.speaker_id = :speaker)
                         order by cardinality(shared.topics) desc, (rev.speaker_id = :speaker) is true desc,
                                  v.published_at desc, c.id
                         limit :most""")
                .setParameter("topics", String.join("\n", topics))
                .setParameter("speaker", speaker)
                .setParameter("claim", claim.id)
                .setParameter("kind", form.kind().name())
                .setParameter("most", MOST)
                .getResultList();
        return rows.stream().map(Precedent::of).toList();
    }

    public String number() {
        return "C-" + claim;
    }

    private static Precedent of(Object[] row) {
        var alike = new ArrayList<String>();
        String topics = (String) row[8];
        if (topics != null && !topics.isEmpty()) {
            alike.add((topics.contains(", ") ? "same topics: " : "same topic: ") + topics);
        }
        if (Boolean.TRUE.equals(row[9])) {
            alike.add("same person");
        }
        return new Precedent(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                WrittenDate.inWords(day(row[7])),
                String.join(" · ", alike));
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
