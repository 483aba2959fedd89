package org.ontherecord.platform;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Keeps what was made from the public record, so that one name gives the same bytes for good (docs/adr/0007). */
@ApplicationScoped
public class DerivedFiles {
    /** What is kept under a name, with the SHA-256 of its bytes in hexadecimal digits. */
    public record Kept(byte[] content, String sha256) {}

    private final EntityManager em;
    private final Clock clock;

    DerivedFiles(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    public Optional<Kept> find(String name) {
        return QuarkusTransaction.requiringNew().call(() -> select(name));
    }

    /** Made outside any transaction, since it may take long. Of two that make the same at once, the first is kept. */
    public Kept findOrMake(String name, Supplier<byte[]> maker) {
        return find(name).orElseGet(() -> {
            byte[] content = maker.get();
            return QuarkusTransaction.requiringNew().call(() -> keep(name, content));
        });
    }

    private Kept keep(String name, byte[] content) {
        em.createNativeQuery("""
                        insert into derived_file (name, content, sha256, made_at)
                        values (:name, :content, encode(sha256(:content), 'hex'), :now) on conflict do nothing""")
                .setParameter("name", name)
                .setParameter("content", content)
                .setParameter("now", clock.instant())
                .executeUpdate();
        return select(name).orElseThrow();
    }

    private Optional<Kept> select(String name) {
        return em.createNativeQuery("select content, sha256 from derived_file where name = :name", Tuple.class)
                .setParameter("name", name)
                .getResultStream()
                .map(row ->
                        new Kept(((Tuple) row).get("content", byte[].class), ((Tuple) row).get("sha256", String.class)))
                .findFirst();
    }
}
