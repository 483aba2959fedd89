package org.ontherecord.speaker;

import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.platform.RoughDate;

/** The party or office of a speaker between two dates, both inclusive and as exactly as they are known; an open end is null. */
@Entity
public class Affiliation extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Speaker speaker;

    public String role;
    public String body;
    /** The first day it may have begun. */
    public LocalDate fromOn;

    /** Null for a day, as in rows from before dates could be rough. */
    @Enumerated(EnumType.STRING)
    public RoughDate.Precision fromPrecision;

    /** The last day it may have ended. */
    public LocalDate toOn;

    @Enumerated(EnumType.STRING)
    public RoughDate.Precision toPrecision;

    protected Affiliation() {}

    public static Affiliation of(Speaker speaker, String role, String body, RoughDate from, RoughDate to) {
        var affiliation = new Affiliation();
        affiliation.speaker = speaker;
        affiliation.role = role;
        affiliation.body = body;
        affiliation.fromOn = from == null ? null : from.date();
        affiliation.fromPrecision = from == null ? null : from.precision();
        affiliation.toOn = to == null ? null : to.last();
        affiliation.toPrecision = to == null ? null : to.precision();
        affiliation.persist();
        return affiliation;
    }

    /** Null when it is not known. */
    public RoughDate from() {
        return fromOn == null ? null : new RoughDate(fromOn, orDay(fromPrecision));
    }

    /** Null while it lasts, or when it is not known. */
    public RoughDate to() {
        return toOn == null ? null : RoughDate.until(toOn, orDay(toPrecision));
    }

    private static RoughDate.Precision orDay(RoughDate.Precision precision) {
        return precision == null ? RoughDate.Precision.DAY : precision;
    }

    /** The newest first; one without a start is the oldest. */
    public static List<Affiliation> of(Speaker speaker) {
        return list("speaker = ?1 order by fromOn desc nulls last, id", speaker);
    }
}
