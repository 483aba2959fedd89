package org.ontherecord.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The key of the desk that a person chose instead of the usual one; null for none (WCAG 2.1.4). */
@Entity
public class Shortcut extends PanacheEntityBase {
    /** A key as the desk prints it where nobody chose another, with all it does. */
    public record Usual(String key, String does) {
        /** The id of its field, which is a word. */
        String field() {
            return "key-"
                    + switch (key) {
                        case "/" -> "search";
                        case "?" -> "list";
                        case "[" -> "wider";
                        case "]" -> "narrower";
                        case "{" -> "wider-start";
                        case "}" -> "narrower-start";
                        default -> key;
                    };
        }
    }

    /** In the order in which they are listed. {@code js/keys.js} knows them by these letters whatever was chosen. */
    static final List<Usual> ALL = List.of(
            new Usual("j", "next in a list"),
            new Usual("k", "previous in a list"),
            new Usual("n", "new claim; not the same"),
            new Usual("l", "link to the first suggestion"),
            new Usual("1", "link to the first suggestion"),
            new Usual("2", "link to the second suggestion"),
            new Usual("3", "link to the third suggestion"),
            new Usual("d", "dismiss, then one of the next five"),
            new Usual("o", "after dismiss: opinion"),
            new Usual("f", "after dismiss: forecast"),
            new Usual("p", "after dismiss: personal"),
            new Usual("v", "after dismiss: vague"),
            new Usual("t", "after dismiss: trivial"),
            new Usual("s", "snooze; the same claim"),
            new Usual("r", "say how two claims are related"),
            new Usual("a", "assign"),
            new Usual("x", "select or leave out; with Shift all from the last one selected"),
            new Usual("e", "edit the quote"),
            new Usual("[", "a word more at the end of the quote"),
            new Usual("]", "a word fewer at the end of the quote"),
            new Usual("{", "a word more at the start of the quote"),
            new Usual("}", "a word fewer at the start of the quote"),
            new Usual("m", "mark the selected text of an article as a claim"),
            new Usual("u", "undo the last decision, as Ctrl Z does"),
            new Usual("g", "go to: then I inbox, A articles, C claims, R review, D deadlines, W your work"),
            new Usual("/", "search"),
            new Usual("?", "this list"));

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Account account;

    public String usual;
    public String chosen;

    protected Shortcut() {}

    private Shortcut(Account account, String usual, String chosen) {
        this.account = account;
        this.usual = usual;
        this.chosen = chosen;
    }

    /** Every usual key with the one that holds for this person; empty for none. */
    static Map<String, String> of(Account account) {
        Map<String, String> keys = new LinkedHashMap<>();
        ALL.forEach(one -> keys.put(one.key(), one.key()));
        Shortcut.<Shortcut>list("account = ?1 order by usual", account)
                .forEach(one -> keys.replace(one.usual, one.chosen == null ? "" : one.chosen));
        return keys;
    }

    /** Only what differs from the usual is kept. Two presses at once wait for each other. */
    static void keep(Account account, Map<String, String> keys) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended('shortcut', :account)) as text)")
                .setParameter("account", account.id)
                .getSingleResult();
        delete("account", account);
        keys.forEach((usual, chosen) -> {
            if (!usual.equals(chosen)) {
                new Shortcut(account, usual, chosen.isEmpty() ? null : chosen).persist();
            }
        });
    }
}
