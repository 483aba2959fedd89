package org.ontherecord.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Claims of the desk that nobody has published, written as the newsroom's verbs leave them, each in a transaction of its own. */
@ApplicationScoped
public class WorkingClaims {
    private final EntityManager database;

    WorkingClaims(EntityManager database) {
        this.database = database;
    }

    public long claim(String wording) {
        return claim(wording, null);
    }

    public long claim(String wording, Long speaker) {
        return id(
                "insert into claim (slug, wording, kind, speaker_id, created_by, created_at) values ('x', :a, 'STATEMENT', cast(:b as bigint), "
                        + someone() + ", now()) returning id",
                wording,
                speaker == null ? null : String.valueOf(speaker));
    }

    public long speaker(String name) {
        return id(
                "insert into speaker (name, slug, created_at) values (:a, cast(:b as text), now()) returning id",
                name,
                "x");
    }

    public void rename(long speaker, String name) {
        run("update speaker set name = :a where id = cast(:b as bigint)", name, String.valueOf(speaker));
    }

    public void reword(long claim, String wording) {
        run("update claim set wording = :a where id = cast(:b as bigint)", wording, String.valueOf(claim));
    }

    public void merge(long claim, long into) {
        run(
                "insert into claim_merge (claim_id, into_claim_id, public_reason, merged_by, merged_at) values (cast(:b as bigint), cast(:a as bigint), 'The same.', "
                        + someone() + ", now())",
                String.valueOf(into),
                String.valueOf(claim));
    }

    public void quote(long claim, String exact) {
        run(
                "insert into appearance (claim_id, mode, quote_exact, source_title, recorded_by, recorded_at) values (cast(:b as bigint), 'SAID', :a, 'A speech', "
                        + someone() + ", now())",
                exact,
                String.valueOf(claim));
    }

    private long someone() {
        return id("""
                with made as (insert into account (email, name, role, password_hash, created_at)
                              values (:a, :b, 'EDITOR', 'x', now()) on conflict do nothing returning id)
                select id from made union all select id from account where email = :a limit 1""", "matching@record.invalid", "Mina Tching");
    }

    private long id(String sql, String a, String b) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> ((Number) database.createNativeQuery(sql)
                                .setParameter("a", a)
                                .setParameter("b", b)
                                .getSingleResult())
                        .longValue());
    }

    private void run(String sql, String a, String b) {
        QuarkusTransaction.joiningExisting()
                .run(() -> database.createNativeQuery(sql)
                        .setParameter("a", a)
                        .setParameter("b", b)
                        .executeUpdate());
    }
}
