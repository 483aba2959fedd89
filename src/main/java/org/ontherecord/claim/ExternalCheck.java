package org.ontherecord.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

import org.ontherecord.platform.RoughDate;

/** Another publisher's check of a claim, in its words and under its name; never our verdict. Rows come from imports only. */
@Entity
@Immutable
public class ExternalCheck extends PanacheEntityBase {
    @Id
    public Long id;

    @ManyToOne
    public Claim claim;

    public String publisher;

    /** What the publisher, or who made the file, knows it by; the address where there is no other. */
    public String externalId;

    /** The claim in the publisher's words, whatever our desk makes of it later. */
    public String wording;

    public String title;

    /** Who said it, as given there. */
    public String speaker;

    /** The rating in the publisher's words; null when it gave none. */
    public String rating;

    public String url;
    public LocalDate datedOn;

    @Enumerated(EnumType.STRING)
    public RoughDate.Precision datedPrecision;

    public LocalDate checkedOn;
    public String language;
    public Long importId;
    public Instant recordedAt;

    protected ExternalCheck() {}

    public static Optional<ExternalCheck> of(Claim claim) {
        return find("claim", claim).firstResultOptional();
    }
}
