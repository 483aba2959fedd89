package org.ontherecord.review;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

import org.ontherecord.platform.RoughDate;

/** A source that one revision leans on. */
@Entity
@Immutable
public class Evidence extends PanacheEntityBase {
    /** What the source does to the claim. */
    public enum Stance {
        SUPPORTS("supports the claim"),
        CONTRADICTS("contradicts the claim"),
        CONTEXT("context");

        public final String words;

        Stance(String words) {
            this.words = words;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Revision revision;

    public int position;

    /** Who published it. */
    public String source;

    public String title;
    public String url;
    public LocalDate datedOn;

    /** How exactly that is known; null for a day in rows from before dates could be rough. */
    @Enumerated(EnumType.STRING)
    public RoughDate.Precision datedPrecision;

    public LocalDate accessedOn;
    public String quote;

    @Enumerated(EnumType.STRING)
    public Stance stance;

    /** Whether it is the origin of the information, not a report of it. */
    @Column(name = "is_primary")
    public boolean primary;

    public String savedCopyUrl;

    static Evidence of(Revision revision, int position, Draft.Piece piece) {
        var evidence = new Evidence();
        evidence.revision = revision;
        evidence.position = position;
        evidence.source = piece.source();
        evidence.title = piece.title();
        evidence.url = piece.url();
        evidence.datedOn = piece.datedOn();
        evidence.datedPrecision = piece.dated() == null ? null : piece.dated().precision();
        evidence.accessedOn = piece.accessedOn();
        evidence.quote = piece.quote();
        evidence.stance = piece.stance();
        evidence.primary = piece.primary();
        evidence.savedCopyUrl = piece.savedCopyUrl();
        return evidence;
    }

    Draft.Piece piece() {
        var dated = datedOn == null
                ? null
                : new RoughDate(datedOn, datedPrecision == null ? RoughDate.Precision.DAY : datedPrecision);
        return new Draft.Piece(source, title, url, dated, accessedOn, quote, stance, primary, savedCopyUrl);
    }
}
