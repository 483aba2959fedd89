package org.ontherecord.claim.likeness;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.hibernate.orm.panache.Panache;

/** A relation as the desk shows it on the page of one of its two claims. */
public record RelatedClaim(
        long relation,
        String way,
        long id,
        String wording,
        String speaker,
        Standing standing,
        String note,
        String addedBy,
        Instant addedAt,
        String withdrawnBy,
        Instant withdrawnAt,
        String withdrawalNote) {

    /** Two selects. */
    public static List<RelatedClaim> of(long claim) {
        List<Relation> relations = Relation.of(claim);
        Map<Long, Standing> standings = Standing.of(
                Panache.getEntityManager(),
                relations.stream()
                        .map(relation -> relation.otherThan(claim).id)
                        .distinct()
                        .toList());
        return relations.stream()
                .map(relation -> of(relation, claim, standings))
                .toList();
    }

    private static RelatedClaim of(Relation relation, long claim, Map<Long, Standing> standings) {
        var other = relation.otherThan(claim);
        return new RelatedClaim(
                relation.id,
                relation.wayFrom(claim).inWords,
                other.id,
                other.wording,
                other.speaker == null ? null : other.speaker.name,
                standings.get(other.id),
                relation.note,
                relation.addedBy.name,
                relation.addedAt,
                relation.withdrawnBy == null ? null : relation.withdrawnBy.name,
                relation.withdrawnAt,
                relation.withdrawalNote);
    }

    public boolean isOpen() {
        return withdrawnAt == null;
    }

    public String number() {
        return "C-" + id;
    }
}
