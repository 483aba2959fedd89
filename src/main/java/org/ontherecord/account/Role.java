package org.ontherecord.account;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What an account may do at the desk. Roles are cumulative: each holds the rights of those before it. */
public enum Role {
    /** Adds articles, decides on candidates, researches, drafts and submits. */
    CHECKER,
    /** Also approves or returns other people's drafts, and publishes. */
    EDITOR,
    /** Also invites people and changes their roles. */
    ADMIN;

    /** The names for {@code @RolesAllowed}: this role and every one it includes. */
    public Set<String> names() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .map(Role::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean includes(Role other) {
        return other.compareTo(this) <= 0;
    }
}
