package org.ontherecord.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.runtime.StartupEvent;

import org.ontherecord.account.Account;
import org.ontherecord.account.DemoAccounts;
import org.ontherecord.account.Role;
import org.ontherecord.platform.SignInHint;

/** The demonstration switch: fills an empty database once, and tells how to sign in. */
@ApplicationScoped
class Demo implements SignInHint {
    /** Any number will do, if nothing else locks it: two nodes starting at once fill the record once. */
    private static final long LOCK = 7_204_118_023L;

    /** The record is played in a few seconds; on a machine that is busy with everything else it was not in sixty. */
    private static final int MOST_SECONDS = 600;

    private final DemoSettings settings;
    private final DemoAccounts accounts;
    private final DemoRecord demoRecord;
    private final EntityManager database;
    private boolean keyIsSet;
    private final Map<String, String> passwords = new LinkedHashMap<>();

    Demo(DemoSettings settings, DemoAccounts accounts, DemoRecord demoRecord, EntityManager database) {
        this.settings = settings;
        this.accounts = accounts;
        this.demoRecord = demoRecord;
        this.database = database;
    }

    @Transactional
    @TransactionConfiguration(timeout = MOST_SECONDS)
    void start(@Observes StartupEvent started) {
        if (!settings.isOn()) {
            accounts.giveKey("");
            return;
        }
        database.createNativeQuery("select pg_advisory_xact_lock(:lock)", Object.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
        if (Account.count() == 0) {
            Account checker = person("checker@demo.invalid", "Checker (sample)", Role.CHECKER);
            Account editor = person("editor@demo.invalid", "Editor (sample)", Role.EDITOR);
            person("admin@demo.invalid", "Administrator (sample)", Role.ADMIN);
            demoRecord.play(DemoScript.read(), checker, editor);
        } else {
            settings.password().ifPresent(accounts::giveAll);
        }
        keyIsSet = accounts.giveKey(settings.apiKey().orElse(""));
    }

    private Account person(String email, String name, Role role) {
        String password = settings.password().orElseGet(accounts::randomPassword);
        passwords.put(email, settings.password().isPresent() ? "the password in ONTHERECORD_DEMO_PASSWORD" : password);
        return accounts.make(email, name, role, password);
    }

    @Override
    public List<String> lines(String siteAddress) {
        List<String> lines = new ArrayList<>();
        if (settings.isOn()) {
            lines.add("This is a demonstration. Its accounts, each with its password, shown only at the first start:");
            passwords.forEach((email, password) -> lines.add("    " + email + "   " + password));
            if (passwords.isEmpty()) {
                lines.set(0, "This is a demonstration. Its accounts were printed at the first start.");
            }
            if (keyIsSet) {
                lines.add("Its API key is the one in ONTHERECORD_DEMO_API_KEY.");
            }
        }
        return lines;
    }
}
