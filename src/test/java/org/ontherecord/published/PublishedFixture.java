package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Writes claims, quotes and verdicts straight into the tables, as the newsroom's verbs would leave them there. */
@ApplicationScoped
public class PublishedFixture {
    private final EntityManager em;

    PublishedFixture(EntityManager em) {
        this.em = em;
    }

    public OneClaim promise(String wording) {
        return new OneClaim(wording, "PROMISE");
    }

    public OneClaim statement(String wording) {
        return new OneClaim(wording, "STATEMENT");
    }

    public long speaker(String name) {
        return id("""
                insert into speaker (name, slug, created_at) values (:name, 'x', now()) returning id""", "name", name);
    }

    public long speaker(String name, String... aliases) {
        long id = speaker(name);
        run("update speaker set aliases = :aliases where id = :id", "aliases", aliases, "id", id);
        return id;
    }

    public void rename(long speaker, String name) {
        run("update speaker set name = :name where id = :id", "name", name, "id", speaker);
    }

    /** Another publisher's check, as an import leaves it; the claim's number. */
    public long checkedElsewhere(String publisher, String wording, String title, String rating, String url) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long taken = id("""
                    insert into claim_import (name, format, total, next_try_at, started_by, started_at)
                    values ('fixture', 'CSV', 1, '2026-01-01', :who, '2026-01-01') returning id""", "who", person("Ana Ferrand"));
            long claim = id("""
                    insert into claim (slug, wording, kind, created_by, created_at)
                    values ('other', :wording, 'STATEMENT', :who, '2026-01-01T00:00:00Z') returning id""", "wording", wording, "who", person("Ana Ferrand"));
            run(
                    """
                insert into external_check (claim_id, publisher, external_id, wording, title, rating, url, language, import_id, recorded_at)
                values (:claim, :publisher, :external, :wording, :title, :rating, :url, 'en', :import, '2026-01-01T00:00:00Z')""",
                    "claim",
                    claim,
                    "publisher",
                    publisher,
                    "external",
                    "x" + claim,
                    "wording",
                    wording,
                    "title",
                    title,
                    "rating",
                    rating,
                    "url",
                    url,
                    "import",
                    taken);
            return claim;
        });
    }

    public void wikidata(long speaker, String id) {
        run("update speaker set wikidata_id = :wikidata where id = :id", "wikidata", id, "id", speaker);
    }

    public void affiliation(long speaker, String role, String body, String from, String to) {
        run(
                "insert into affiliation (speaker_id, role, body, from_on, to_on) values (:speaker, :role, :body, cast(:from as date), cast(:to as date))",
                "speaker",
                speaker,
                "role",
                role,
                "body",
                body,
                "from",
                from,
                "to",
                to);
    }

    /** An article with one snapshot of that text; the snapshot's id. */
    public long snapshot(String outlet, String title, String publishedOn, String url, String text) {
        return snapshot(outlet, title, publishedOn, url, text, null);
    }

    public long snapshot(
            String outlet, String title, String publishedOn, String url, String text, String savedCopyUrl) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long outletId = id("""
                    with made as (insert into outlet (name) values (:name) on conflict do nothing returning id)
                    select id from made union all select id from outlet where lower(name) = lower(:name) limit 1""", "name", outlet);
            long article = id(
                    """
                    insert into article (outlet_id, canonical_url, title, published_on, added_by, added_at)
                    values (:outlet, :url, :title, cast(:on as date), :who, now()) returning id""",
                    "outlet",
                    outletId,
                    "url",
                    url,
                    "title",
                    title,
                    "on",
                    publishedOn,
                    "who",
                    person("Ana Ferrand"));
            return id("""
                    insert into snapshot (article_id, text, sha256, taken_at, how, saved_copy_url)
                    values (:article, :text, encode(sha256(convert_to(:text, 'UTF8')), 'hex'), '2026-11-01T09:00:00Z', 'PASTED', :copy)
                    returning id""", "article", article, "text", text, "copy", savedCopyUrl);
        });
    }

    public long articleOf(long snapshot) {
        return id("select article_id from snapshot where id = :id", "id", snapshot);
    }

    /** One claim on its way into the record: what is set before a verdict is frozen into it. */
    public final class OneClaim {
        public final long number;
        private final String kind;
        private final long review;
        private String wording;
        private String headline;
        private Long speaker;
        private String capacity;
        private List<String> topics = List.of();
        private String language = "en";
        private String deadlineAt;
        private String deadlineZone;
        private String deadlineRule;
        private String criteria;
        private String body = "We read the reports.";
        private int revisions;
        private int verdicts;
        private List<String[]> evidence = List.of();

        private OneClaim(String wording, String kind) {
            this.wording = wording;
            this.kind = kind;
            this.number = id("""
                    insert into claim (slug, wording, kind, created_by, created_at)
                    values ('working-copy', 'Never shown: the working copy', :kind, :who, '2020-01-01T00:00:00Z') returning id""", "kind", kind, "who", person("Ana Ferrand"));
            this.review =
                    id("insert into review (claim_id, opened_at) values (:claim, now()) returning id", "claim", number);
        }

        public long speaker() {
            return speaker;
        }

        /** The article of its first appearance. */
        public long article() {
            return id(
                    "select s.article_id from appearance a join snapshot s on s.id = a.snapshot_id where a.claim_id = :claim limit 1",
                    "claim",
                    number);
        }

        public OneClaim wording(String words) {
            wording = words;
            return this;
        }

        public OneClaim headline(String words) {
            headline = words;
            return this;
        }

        public OneClaim by(String name) {
            return by(PublishedFixture.this.speaker(name));
        }

        public OneClaim by(long speakerId) {
            speaker = speakerId;
            return this;
        }

        public OneClaim as(String words) {
            capacity = words;
            return this;
        }

        public OneClaim topics(String... names) {
            topics = List.of(names);
            return this;
        }

        public OneClaim language(String tag) {
            language = tag;
            return this;
        }

        public OneClaim due(String at, String zone, String rule) {
            deadlineAt = at;
            deadlineZone = zone;
            deadlineRule = rule;
            return this;
        }

        public OneClaim keptWhen(String words) {
            criteria = words;
            return this;
        }

        public OneClaim found(String markdown) {
            body = markdown;
            return this;
        }

        /** Source, title, stance, "primary" or "secondary", URL or null. */
        public OneClaim evidence(String[]... rows) {
            evidence = List.of(rows);
            return this;
        }

        /** The words in the snapshot, said on that day; recorded long before any verdict of today. */
        public OneClaim said(long snapshot, String quote, String saidOn, String occasion) {
            return appears("SAID", snapshot, quote, saidOn, occasion, "2020-01-01T00:00:00Z");
        }

        public OneClaim reported(long snapshot, String quote) {
            return appears("REPORTED", snapshot, quote, null, null, "2020-01-01T00:00:00Z");
        }

        /** Reported by an article of another day than the words were said. */
        public OneClaim reportedOfSeason(long snapshot, String quote, String saidFrom) {
            appears("REPORTED", snapshot, quote, saidFrom, null, "2020-01-01T00:00:00Z");
            run("update appearance set said_precision = 'SEASON' where claim_id = :claim", "claim", number);
            return this;
        }

        /** The last place in the snapshot where the words stand. */
        public OneClaim saidLast(long snapshot, String quote, String saidOn) {
            return appears("SAID", snapshot, quote, saidOn, null, "2020-01-01T00:00:00Z", true);
        }

        public OneClaim appears(
                String mode, long snapshot, String quote, String saidOn, String occasion, String recordedAt) {
            return appears(mode, snapshot, quote, saidOn, occasion, recordedAt, false);
        }

        private OneClaim appears(
                String mode,
                long snapshot,
                String quote,
                String saidOn,
                String occasion,
                String recordedAt,
                boolean last) {
            run(
                    """
                insert into appearance (claim_id, mode, snapshot_id, quote_exact, quote_prefix, quote_suffix, quote_start, quote_end,
                                        said_on, said_precision, occasion, recorded_by, recorded_at)
                select :claim, :mode, s.id, :quote, right(left(s.text, at.start), 32), substr(s.text, at.start + length(:quote) + 1, 32),
                       at.start, at.start + length(:quote),
                       cast(:on as date), case when cast(:on as date) is not null then 'DAY' end, :occasion, :who, cast(:at as timestamptz)
                  from snapshot s
                  cross join lateral (select case when :last
                         then length(s.text) - strpos(reverse(s.text), reverse(:quote)) + 1 - length(:quote)
                         else strpos(s.text, :quote) - 1 end as start) at
                 where s.id = :snapshot""",
                    "claim",
                    number,
                    "mode",
                    mode,
                    "quote",
                    quote,
                    "on",
                    saidOn,
                    "occasion",
                    occasion,
                    "who",
                    person("Ana Ferrand"),
                    "at",
                    recordedAt,
                    "last",
                    last,
                    "snapshot",
                    snapshot);
            return this;
        }

        public OneClaim saidElsewhere(String quote, String saidOn, String precision, String occasion, String source) {
            run(
                    """
                insert into appearance (claim_id, mode, quote_exact, said_on, said_precision, occasion, source_title, recorded_by, recorded_at)
                values (:claim, 'SAID', :quote, cast(:on as date), :precision, :occasion, :source, :who, '2020-01-01T00:00:00Z')""",
                    "claim",
                    number,
                    "quote",
                    quote,
                    "on",
                    saidOn,
                    "precision",
                    precision,
                    "occasion",
                    occasion,
                    "source",
                    source,
                    "who",
                    person("Ana Ferrand"));
            return this;
        }

        public OneClaim counted(int times, String from, String to, boolean atLeast) {
            run(
                    """
                insert into counted_appearance (claim_id, times, at_least, from_on, to_on, counted_by, source_title, recorded_by, recorded_at)
                values (:claim, :times, :atLeast, cast(:from as date), cast(:to as date), 'CNN', 'CNN count of public remarks', :who, '2020-01-01T00:00:00Z')""",
                    "claim",
                    number,
                    "times",
                    times,
                    "atLeast",
                    atLeast,
                    "from",
                    from,
                    "to",
                    to,
                    "who",
                    person("Ana Ferrand"));
            return this;
        }

        /** A revision nobody signed off. */
        public OneClaim draft(String rating, String reason) {
            revision(rating, reason, "2026-01-01", Instant.parse("2026-01-01T00:00:00Z"));
            return this;
        }

        /** Saved, approved by a second person and published at that instant. */
        public OneClaim verdict(
                String verdictKind, String rating, String inForceFrom, String publishedAt, String reason, String why) {
            return QuarkusTransaction.requiringNew().call(() -> {
                Instant at = Instant.parse(publishedAt);
                long revision = revision(rating, reason, inForceFrom, at);
                run(
                        "insert into handover (review_id, revision_id, step, by_id, at) values (:review, :revision, 'APPROVED', :who, :at)",
                        "review",
                        review,
                        "revision",
                        revision,
                        "who",
                        person("Jonas Lindqvist"),
                        "at",
                        at);
                run(
                        """
                    insert into verdict (claim_id, number, revision_id, kind, public_reason, in_force_from, published_at, published_by, author_id, signed_off_by)
                    values (:claim, :number, :revision, :kind, :why, :from, :at, :signer, :author, :signer)""",
                        "claim",
                        number,
                        "number",
                        ++verdicts,
                        "revision",
                        revision,
                        "kind",
                        verdictKind,
                        "why",
                        why,
                        "from",
                        LocalDate.parse(inForceFrom),
                        "at",
                        at,
                        "signer",
                        person("Jonas Lindqvist"),
                        "author",
                        person("Ana Ferrand"));
                return this;
            });
        }

        private long revision(String rating, String reason, String inForceFrom, Instant at) {
            long id = id(
                    """
                    insert into revision (review_id, number, author_id, saved_at, wording, headline, kind, speaker_id, capacity, topics, language,
                                          deadline_at, deadline_zone, deadline_rule, criteria, rating_id, reason, body, in_force_from)
                    values (:review, :number, :who, :at, :wording, :headline, :kind, cast(:speaker as bigint), :capacity, :topics, :language,
                            cast(:deadlineAt as timestamptz), :deadlineZone, :deadlineRule, :criteria,
                            (select r.id from rating r join rating_scale s on s.id = r.scale_id where s.kind = :kind and r.code = :rating),
                            :reason, :body, :from) returning id""",
                    "review",
                    review,
                    "number",
                    ++revisions,
                    "who",
                    person("Ana Ferrand"),
                    "at",
                    at,
                    "wording",
                    wording,
                    "headline",
                    headline,
                    "kind",
                    kind,
                    "speaker",
                    speaker == null ? null : String.valueOf(speaker),
                    "capacity",
                    capacity,
                    "topics",
                    topics.toArray(String[]::new),
                    "language",
                    language,
                    "deadlineAt",
                    deadlineAt,
                    "deadlineZone",
                    deadlineZone,
                    "deadlineRule",
                    deadlineRule,
                    "criteria",
                    criteria,
                    "rating",
                    rating,
                    "reason",
                    reason,
                    "body",
                    body,
                    "from",
                    LocalDate.parse(inForceFrom));
            int position = 0;
            for (String[] row : evidence) {
                run(
                        """
                    insert into evidence (revision_id, position, source, title, stance, is_primary, url)
                    values (:revision, :position, :source, :title, :stance, :primary, :url)""",
                        "revision",
                        id,
                        "position",
                        ++position,
                        "source",
                        row[0],
                        "title",
                        row[1],
                        "stance",
                        row[2],
                        "primary",
                        row[3].equals("primary"),
                        "url",
                        row[4]);
            }
            return id;
        }
    }

    private long person(String name) {
        return id("""
                with made as (insert into account (email, name, role, password_hash, created_at)
                              values (:email, :name, 'EDITOR', 'x', now()) on conflict do nothing returning id)
                select id from made union all select id from account where email = :email limit 1""", "email", name.toLowerCase().replace(' ', '.') + "@record.invalid", "name", name);
    }

    private long id(String sql, Object... namesAndValues) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> ((Number) query(sql, namesAndValues).getSingleResult()).longValue());
    }

    private void run(String sql, Object... namesAndValues) {
        QuarkusTransaction.joiningExisting()
                .run(() -> query(sql, namesAndValues).executeUpdate());
    }

    private jakarta.persistence.Query query(String sql, Object... namesAndValues) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.setParameter((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return query;
    }
}
