package org.ontherecord.speaker;

import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The party or office of a speaker between two dates, both inclusive; an open end is null. */
@Entity
public class Affiliation extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Speaker speaker;

    public String role;
    public String body;
    public LocalDate fromOn;
    public LocalDate toOn;

    protected Affiliation() {}

    public static Affiliation of(Speaker speaker, String role, String body, LocalDate fromOn, LocalDate toOn) {
        var affiliation = new Affiliation();
        affiliation.speaker = speaker;
        affiliation.role = role;
        affiliation.body = body;
        affiliation.fromOn = fromOn;
        affiliation.toOn = toOn;
        affiliation.persist();
        return affiliation;
    }

    /** The newest first; one without a start is the oldest. */
    public static List<Affiliation> of(Speaker speaker) {
        return list("speaker = ?1 order by fromOn desc nulls last, id", speaker);
    }
}
