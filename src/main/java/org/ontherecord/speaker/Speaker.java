package org.ontherecord.speaker;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.platform.Slugs;

/** A person or body that makes claims. The id is the public number of their page. */
@Entity
public class Speaker extends PanacheEntityBase {
    /** A human being, or a party, ministry, company and the like. */
    public enum Kind {
        PERSON,
        BODY
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Enumerated(EnumType.STRING)
    public Kind kind = Kind.PERSON;

    public String name;
    public String slug;
    public List<String> aliases = List.of();
    public String wikidataId;
    public Instant createdAt;

    @Version
    public int version;

    protected Speaker() {}

    /** The known speaker of that name or alias, case ignored, or a new one; never a guess at a similar name. */
    public static Speaker named(String name, Instant now) {
        String wanted = name.strip();
        return known(wanted).orElseGet(() -> {
            var speaker = new Speaker();
            speaker.name = wanted;
            speaker.slug = Slugs.of(wanted);
            speaker.createdAt = now;
            speaker.persist();
            return speaker;
        });
    }

    /** Puts right what stands on the speaker's page. Claims keep pointing to the same number. */
    public void describe(String newName, Kind newKind, List<String> newAliases, String newWikidataId) {
        name = newName.strip();
        slug = Slugs.of(name);
        kind = newKind;
        aliases = List.copyOf(newAliases);
        wikidataId = newWikidataId;
    }

    /** The speaker with that name or alias, case ignored. The oldest wins where two share one. */
    @SuppressWarnings("unchecked")
    public static Optional<Speaker> known(String name) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from speaker s
                        where lower(s.name) = lower(:name)
                           or exists (select 1 from unnest(s.aliases) alias where lower(alias) = lower(:name))
                        order by s.id limit 1""", Speaker.class)
                .setParameter("name", name.strip())
                .getResultStream()
                .findFirst();
    }

    /** Everybody with that name or alias, case ignored, the oldest first; more than can be told apart are left out. */
    @SuppressWarnings("unchecked")
    public static List<Speaker> all(String name) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from speaker s
                        where lower(s.name) = lower(:name)
                           or exists (select 1 from unnest(s.aliases) alias where lower(alias) = lower(:name))
                        order by s.id limit 20""", Speaker.class)
                .setParameter("name", name.strip())
                .getResultList();
    }

    /** Names and aliases that hold these letters, those that begin with them first. */
    @SuppressWarnings("unchecked")
    static List<String> names(String part) {
        return getEntityManager()
                .createNativeQuery("""
                        select name from (
                          select distinct on (lower(known.name)) known.name
                          from speaker s cross join lateral unnest(array_append(s.aliases, s.name)) known (name)
                          where lower(known.name) like '%' || :part || '%' escape '!'
                          order by lower(known.name), known.name) names
                        order by lower(name) like :part || '%' escape '!' desc, lower(name) limit 20""", String.class)
                .setParameter("part", part.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1"))
                .getResultList();
    }

    /** A few names on record that are written much like this one, the nearest first. */
    @SuppressWarnings("unchecked")
    public static List<String> alike(String name) {
        return getEntityManager()
                .createNativeQuery("""
                        select name from (
                          select distinct on (lower(known.name)) known.name, similarity(lower(known.name), lower(:name)) as near
                          from speaker s cross join lateral unnest(array_append(s.aliases, s.name)) known (name)
                          where similarity(lower(known.name), lower(:name)) > 0.45
                          order by lower(known.name), known.name) names
                        order by near desc, lower(name) limit 3""", String.class)
                .setParameter("name", name.strip())
                .getResultList();
    }

    /** The one speaker with that name or alias, case ignored; empty when there is none, or more than one. */
    @SuppressWarnings("unchecked")
    public static Optional<Speaker> only(String name) {
        List<Speaker> found = getEntityManager()
                .createNativeQuery("""
                        select * from speaker s
                        where lower(s.name) = lower(:name)
                           or exists (select 1 from unnest(s.aliases) alias where lower(alias) = lower(:name))
                        order by s.id limit 2""", Speaker.class)
                .setParameter("name", name.strip())
                .getResultList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** All names and aliases, for choosing from: the newest speakers' first, as many as a list can carry. */
    @SuppressWarnings("unchecked")
    public static List<String> names() {
        return getEntityManager().createNativeQuery("""
                        select name from (
                          select distinct on (lower(known.name)) known.name from (select * from speaker order by id desc limit 1000) s
                          cross join lateral unnest(array_append(s.aliases, s.name)) known (name)
                          order by lower(known.name), known.name) names
                        order by lower(name)""", String.class).getResultList();
    }
}
