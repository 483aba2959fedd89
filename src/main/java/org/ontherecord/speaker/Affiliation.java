package org.ontherecord.speaker;

import java.time.LocalDate;

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
}
