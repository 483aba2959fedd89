package org.ontherecord.article;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.account.Account;

/** One piece of an outlet. Its words are in its {@link Snapshot}s; what stands here can be put right. */
@Entity
public class Article extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** Null until somebody says where it appeared. */
    @ManyToOne
    public Outlet outlet;

    /** The address without fragment and tracking parameters; unique when known. */
    public String canonicalUrl;

    public String title;
    public String byline;
    public LocalDate publishedOn;

    /** BCP 47. */
    public String language = "en";

    /** The wire story it copies. An origin is never itself a copy. */
    @ManyToOne
    public Article originArticle;

    /** Who said what it copies, or that it copies none; null when only the texts did. */
    @ManyToOne
    @JoinColumn(name = "origin_decided_by")
    public Account originDecidedBy;

    @ManyToOne
    @JoinColumn(name = "added_by")
    public Account addedBy;

    public Instant addedAt;

    @Version
    public int version;

    protected Article() {}

    Article(Details details, Account who, Instant now) {
        put(details);
        addedBy = who;
        addedAt = now;
    }

    /** What can be put right about an article; its words cannot. */
    public record Details(
            String title, Outlet outlet, String byline, LocalDate publishedOn, String language, String canonicalUrl) {}

    void copies(Article origin, Account who) {
        originArticle = origin;
        originDecidedBy = who;
    }

    void put(Details details) {
        title = details.title();
        outlet = details.outlet();
        byline = details.byline();
        publishedOn = details.publishedOn();
        language = details.language() == null ? "en" : details.language();
        canonicalUrl = details.canonicalUrl();
    }
}
