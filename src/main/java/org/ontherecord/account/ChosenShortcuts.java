package org.ontherecord.account;

import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What the person behind the request chose instead of the usual keys, for the layout of the desk. */
@RequestScoped
@Named("shortcuts")
public class ChosenShortcuts {
    private final SignedIn signedIn;

    ChosenShortcuts(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    /** Pairs as {@code js/keys.js} reads them, "n:m s:"; empty when all are the usual ones. */
    public String pairs() {
        return Shortcut.of(signedIn.account()).entrySet().stream()
                .filter(key -> !key.getKey().equals(key.getValue()))
                .map(key -> key.getKey() + ":" + key.getValue())
                .collect(Collectors.joining(" "));
    }
}
