package org.ontherecord.account;

import java.time.Instant;
import java.util.List;

/** Open work that lies with one person by name; each feature that knows such work says what it is, and gives it to others. */
public interface HeldWork {
    /** What there is, a phrase for each kind: "3 candidates given to them". Empty when there is none. */
    List<String> inWords(Account holder);

    /** Takes the locks of its rows, before any account is locked. */
    void hold(long holder);

    /** Gives all of it to somebody else, or to nobody with null, and writes that down in the audit log. */
    void handOver(Account holder, Account to, Account who, Instant now);
}
