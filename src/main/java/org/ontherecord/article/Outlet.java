package org.ontherecord.article;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Who publishes articles: one row however the name is spelled. */
@Entity
public class Outlet extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String name;

    /** Lower case, without {@code www.}; null when the outlet has no known site. */
    public String host;

    public List<String> aliases = List.of();

    @Version
    public int version;

    protected Outlet() {}

    /**
     * The outlet known by that name, an alias of it, or the host; a new one otherwise. Two requests at once make one row:
     * the second insert does nothing and the row is read again.
     */
    static Outlet named(String name, String host) {
        return known(name, host).orElseGet(() -> {
            getEntityManager()
                    .createNativeQuery("insert into outlet (name, host) values (:name, :host) on conflict do nothing")
                    .setParameter("name", name.strip())
                    .setParameter("host", host)
                    .executeUpdate();
            return known(name, host).orElseThrow();
        });
    }

    /** Names of outlets, also by their aliases, that hold these letters; those that begin with them first. */
    @SuppressWarnings("unchecked")
    static List<String> names(String part) {
        return getEntityManager()
                .createNativeQuery("""
                        select o.name from outlet o
                        where lower(o.name) like '%' || :part || '%' escape '!'
                           or exists (select 1 from unnest(o.aliases) alias where lower(alias) like '%' || :part || '%' escape '!')
                        order by lower(o.name) like :part || '%' escape '!' desc, lower(o.name), o.id limit 20""", String.class)
                .setParameter("part", part.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1"))
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    private static Optional<Outlet> known(String name, String host) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from outlet o
                        where lower(o.name) = lower(:name) or o.host = :host
                           or exists (select 1 from unnest(o.aliases) alias where lower(alias) = lower(:name))
                        order by lower(o.name) = lower(:name) desc, o.host = :host desc, o.id limit 1""", Outlet.class)
                .setParameter("name", name.strip())
                .setParameter("host", host == null ? "" : host)
                .getResultStream()
                .findFirst();
    }
}
