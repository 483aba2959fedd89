package org.ontherecord.article;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

/** The text of an article exactly as extracted once. Quotes point into it by code points, so it never changes. */
@Entity
@Immutable
public class Snapshot extends PanacheEntityBase {
    /** How the text reached us. */
    public enum How {
        PASTED,
        FETCHED,
        UPLOADED,
        FEED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Article article;

    public String text;

    /** SHA-256 of the text in UTF-8, lower-case hexadecimal; the database checks it. */
    public String sha256;

    public Instant takenAt;

    @Enumerated(EnumType.STRING)
    public How how;

    public String savedCopyUrl;
}
