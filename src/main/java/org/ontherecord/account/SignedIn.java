package org.ontherecord.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.quarkus.security.identity.SecurityIdentity;

/** The person behind the current request. Only the desk asks; there it is always somebody. */
@RequestScoped
@Named("signedIn")
public class SignedIn {
    private final SecurityIdentity identity;

    SignedIn(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The account, attached to the current transaction if there is one. */
    public Account account() {
        return Account.findById(accountId());
    }

    Long accountId() {
        Long id = identity.getAttribute(SessionIdentityProvider.ACCOUNT_ID);
        if (id == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return id;
    }

    /** The session of this request. At the desk only: a program with a key has none. */
    Long sessionId() {
        return identity.getAttribute(SessionIdentityProvider.SESSION_ID);
    }

    public boolean may(Role role) {
        return identity.hasRole(role.name());
    }

    /** For templates, which know roles by name. */
    public boolean isEditor() {
        return may(Role.EDITOR);
    }

    public boolean isAdmin() {
        return may(Role.ADMIN);
    }

    public String email() {
        return account().email;
    }

    public String name() {
        return account().name;
    }
}
