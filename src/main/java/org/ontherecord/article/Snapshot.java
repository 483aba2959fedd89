package org.ontherecord.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

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

    protected Snapshot() {}

    Snapshot(Article article, String text, How how, Instant now) {
        this.article = article;
        this.text = text;
        this.sha256 = sha256(text);
        this.how = how;
        this.takenAt = now;
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
