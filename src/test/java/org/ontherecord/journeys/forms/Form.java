package org.ontherecord.journeys.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ontherecord.account.Account;
import org.ontherecord.account.Role;

/** A form as a person fills it in: whose it is, where it goes, what is right in it, what can be wrong, and what it makes. */
public final class Form {
    /** One value that cannot be taken, and where its sentence has to stand. */
    record Wrong(String field, String value, String anchor, String sentence) {}

    /** What somebody else does while the form is open, and what its sender is then told. */
    record Overtaken(Runnable deed, String sentence) {}

    /** What is typed anew after going back to a form that was done, and what is said to that. */
    record Back(String field, String value, String sentence) {}

    final String name;
    final String path;
    final Map<String, String> right = new LinkedHashMap<>();
    final List<Wrong> wrong = new ArrayList<>();
    private final Set<String> hidden = new HashSet<>();
    private final Set<String> secrets = new HashSet<>();
    Role role = Role.CHECKER;
    Account own;
    String rows;
    int makes = 1;
    int status = 303;
    boolean open;
    byte[] file;
    String fileName;
    Overtaken overtaken;
    Back back;

    private Form(String name, String path) {
        this.name = name;
        this.path = path;
    }

    public static Form of(String name, String path) {
        return new Form(name, path);
    }

    /** Sent by somebody with that role; without this by a CHECKER. */
    public Form by(Role least) {
        role = least;
        return this;
    }

    /** About the account of who sends it, which no other test knows. */
    public Form ofTheirOwn(Account sender) {
        own = sender;
        role = sender.role;
        return this;
    }

    /** For everybody, signed in or not. */
    public Form forEverybody() {
        open = true;
        return this;
    }

    /** Something to type or to choose. */
    public Form with(String field, String value) {
        right.put(field, value);
        return this;
    }

    /** Something that the page puts in, such as the version that was read. */
    public Form hidden(String field, Object value) {
        hidden.add(field);
        return with(field, String.valueOf(value));
    }

    /** Something that no page repeats. */
    public Form secret(String field, String value) {
        secrets.add(field);
        return with(field, value);
    }

    public Form file(String named, byte[] content) {
        fileName = named;
        file = content;
        return this;
    }

    public Form wrong(String field, String value, String sentence) {
        return wrongAt(field, field, value, sentence);
    }

    /** Told at another control than the one of its name. */
    public Form wrongAt(String anchor, String field, String value, String sentence) {
        wrong.add(new Wrong(field, value, anchor, sentence));
        return this;
    }

    public Form tooLong(String field, int most) {
        return wrong(field, "x".repeat(most + 1), "haracters");
    }

    /** One row of that, in SQL, each time it is done. */
    public Form makes(String from) {
        return makes(1, from);
    }

    public Form makes(int many, String from) {
        rows = from;
        makes = many;
        return this;
    }

    /** Done, it is answered with a page and not led on. */
    public Form answersWithAPage() {
        status = 200;
        return this;
    }

    public Form overtakenBy(Runnable deed, String sentence) {
        overtaken = new Overtaken(deed, sentence);
        return this;
    }

    public Form goneBackTo(String field, String value, String sentence) {
        back = new Back(field, value, sentence);
        return this;
    }

    Map<String, String> right(String field, String value) {
        var values = new LinkedHashMap<>(right);
        values.put(field, value);
        return values;
    }

    /** What the page puts in stays: without it there is nothing to answer. */
    Map<String, String> empty() {
        var values = new LinkedHashMap<>(right);
        values.replaceAll((field, value) -> hidden.contains(field) ? value : "");
        return values;
    }

    /** What a page may repeat. */
    Map<String, String> withoutSecrets() {
        var values = new LinkedHashMap<>(right);
        values.keySet().removeAll(secrets);
        return values;
    }

    boolean isWithFile() {
        return fileName != null;
    }

    boolean isTyped(String field) {
        return !hidden.contains(field) && !secrets.contains(field);
    }

    boolean isSecret(String field) {
        return secrets.contains(field);
    }

    @Override
    public String toString() {
        return name;
    }
}
