package org.ontherecord.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

import org.ontherecord.claim.Claim;

/** An ordered, versioned set of ratings for one kind of claim. A change is a new version; old verdicts keep theirs. */
@Entity
@Immutable
public class RatingScale extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String code;
    public int version;
    public String label;

    @Enumerated(EnumType.STRING)
    public Claim.Kind kind;
}
