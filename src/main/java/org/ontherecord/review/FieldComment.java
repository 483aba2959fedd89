package org.ontherecord.review;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;

/** What somebody said about one field of a revision; open until somebody says that it is settled. */
@Entity
@Immutable
public class FieldComment extends PanacheEntityBase {
    static final int LONGEST = 2_000;

    /** More than this on one claim is a conversation to have elsewhere; the newest are shown. */
    private static final int MOST = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Revision revision;

    @Enumerated(EnumType.STRING)
    Part field;

    public String text;

    @ManyToOne
    @JoinColumn(name = "written_by")
    public Account writtenBy;

    public Instant writtenAt;

    @ManyToOne
    @JoinColumn(name = "settled_by")
    public Account settledBy;

    public Instant settledAt;

    protected FieldComment() {}

    /** One comment as it is read. The field is the id of its control in the claim editor. */
    public record Line(
            long id, String field, String label, String text, String by, Instant at, int version, String settledBy) {
        public boolean isOpen() {
            return settledBy == null;
        }
    }

    /** Says it once, however often it is sent. */
    static void write(Revision revision, Part field, String text, Account who, Instant now) {
        int written = getEntityManager()
                .createNativeQuery("""
                        insert into field_comment (revision_id, field, text, written_by, written_at)
                        values (:revision, :field, :text, :who, :now)
                        on conflict (revision_id, field, written_by, md5(text)) do nothing""")
                .setParameter("revision", revision.id)
                .setParameter("field", field.name())
                .setParameter("text", text)
                .setParameter("who", who.id)
                .setParameter("now", now)
                .executeUpdate();
        if (written > 0) {
            AuditEvent.record(
                    who,
                    "comment written",
                    "revision",
                    revision.id,
                    null,
                    Map.of("claim", revision.review.claim.id, "field", field.label),
                    now);
        }
    }

    /** Says that nothing remains to be done about it. The first who says so is kept. */
    void settle(Account who, Instant now) {
        int settled = getEntityManager()
                .createNativeQuery(
                        "update field_comment set settled_by = :who, settled_at = :now where id = :id and settled_at is null")
                .setParameter("who", who.id)
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
        if (settled > 0) {
            AuditEvent.record(who, "comment settled", "field_comment", id, null, Map.of("field", field.label), now);
        }
    }

    /** All on the claim's revisions, in the order they were written. */
    static List<Line> of(Review review) {
        return FieldComment.<FieldComment>find("revision.review = ?1 order by id desc", review).page(0, MOST).stream()
                .sorted(Comparator.comparing(comment -> comment.id))
                .map(FieldComment::line)
                .toList();
    }

    private Line line() {
        return new Line(
                id,
                field.anchor(),
                field.label,
                text,
                writtenBy.name,
                writtenAt,
                revision.number,
                settledBy == null ? null : settledBy.name);
    }
}
