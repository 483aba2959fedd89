package org.ontherecord.review;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

import org.ontherecord.claim.Claim;

/** A label with a meaning, on one version of a scale. */
@Entity
@Immutable
public class Rating extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public RatingScale scale;

    public String code;
    public String label;
    public String definition;
    public int position;

    /** One of the eight colour roles: pos2, pos1, mid, neg1, neg2, prog, none, unk. */
    public String role;

    /** ClaimReview {@code ratingValue}, 1 to 5, higher is truer; null off the scale. */
    public Integer number;

    /** Whether it settles the claim; "final" is a word of Java's, hence the name. */
    @Column(name = "final")
    public boolean settles;

    /** Whether it says something about the claim. "Not yet rated" and "Being checked" only say that we are at it. */
    boolean isFinding() {
        return !role.equals("none") && !code.equals("being-checked");
    }

    /** Whether it says that the claim cannot be judged, which needs no deadline to have passed. */
    boolean isUnrateable() {
        return role.equals("unk");
    }

    /** The newest scale for that kind of claim, in its order. */
    static List<Rating> forKind(Claim.Kind kind) {
        return list(
                "scale.kind = ?1 and scale.version = (select max(s.version) from RatingScale s where s.kind = ?1) order by position",
                kind);
    }

    public static Optional<Rating> of(Claim.Kind kind, String code) {
        return forKind(kind).stream().filter(rating -> rating.code.equals(code)).findFirst();
    }
}
