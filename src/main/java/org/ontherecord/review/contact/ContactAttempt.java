package org.ontherecord.review.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.claim.Claim;

/** That somebody was asked about a claim: whom, by what way, when, and what. Addresses are no part of it. */
@Entity
@Immutable
public class ContactAttempt extends PanacheEntityBase {
    private static final int MOST = 100;

    /** How they were asked. */
    public enum Way {
        EMAIL("Email", "by email"),
        PHONE("Telephone", "by telephone"),
        LETTER("Letter", "by letter"),
        POST("A post in public", "in a public post"),
        IN_PERSON("In person", "in person");

        public final String label;
        final String words;

        Way(String label, String words) {
            this.label = label;
            this.words = words;
        }

        static Optional<Way> named(String name) {
            return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Claim claim;

    /** Their name or office, as readers may see it. */
    public String asked;

    @Enumerated(EnumType.STRING)
    public Way way;

    public LocalDate askedOn;

    /** What we wanted to know; for the newsroom. */
    public String question;

    /** Whether readers are told, as long as no reply says otherwise. */
    public boolean shown;

    @ManyToOne
    @JoinColumn(name = "recorded_by")
    public Account recordedBy;

    public Instant recordedAt;

    protected ContactAttempt() {}

    /** Writes it down once, however often it is sent. */
    static void record(Claim claim, ContactForm.Asked asked, Account who, Instant now) {
        int added = getEntityManager()
                .createNativeQuery("""
                        insert into contact_attempt (claim_id, asked, way, asked_on, question, shown, recorded_by, recorded_at)
                        values (:claim, :asked, :way, :on, :question, :shown, :who, :now) on conflict do nothing""")
                .setParameter("claim", claim.id)
                .setParameter("asked", asked.whom())
                .setParameter("way", asked.way().name())
                .setParameter("on", asked.on())
                .setParameter("question", asked.question())
                .setParameter("shown", asked.shown())
                .setParameter("who", who.id)
                .setParameter("now", now)
                .executeUpdate();
        if (added > 0) {
            AuditEvent.record(
                    who,
                    "reply asked for",
                    "claim",
                    claim.id,
                    null,
                    Map.of(
                            "asked",
                            asked.whom(),
                            "way",
                            asked.way().name(),
                            "on",
                            asked.on().toString()),
                    now);
        }
    }

    /** All that is known, with the reply that holds, of this claim and of those merged into it. The desk leaves out none, also no mistakes. */
    public static List<Contact> of(Claim claim) {
        List<ContactAttempt> attempts = ContactAttempt.<ContactAttempt>find(
                        "claim.id in ?1 order by askedOn desc, id desc", shownBy(claim))
                .page(0, MOST)
                .list();
        Map<Long, List<ContactReply>> replies = ContactReply.<ContactReply>list(
                        "attemptId in ?1 order by id",
                        attempts.stream().map(attempt -> attempt.id).toList())
                .stream()
                .collect(Collectors.groupingBy(reply -> reply.attemptId));
        return attempts.stream()
                .map(attempt -> Contact.of(attempt, claim, replies.getOrDefault(attempt.id, List.of())))
                .toList();
    }

    /** The claim and those it answers for today. */
    @SuppressWarnings("unchecked")
    private static List<Long> shownBy(Claim claim) {
        List<Number> carried = getEntityManager()
                .createNativeQuery(
                        "select carried from claim_carried where claim_number = :claim and until_at is null order by carried")
                .setParameter("claim", claim.id)
                .getResultList();
        return Stream.concat(Stream.of(claim.id), carried.stream().map(Number::longValue))
                .toList();
    }

    /** What readers will be told with the next verdict, in sentences. */
    public static List<String> forReaders(Claim claim) {
        return of(claim).stream()
                .filter(Contact::isShown)
                .map(Contact::sentence)
                .toList();
    }

    /** Whether anybody was asked, mistakes aside. */
    public static boolean isAsked(Claim claim) {
        return of(claim).stream().anyMatch(contact -> !contact.isMistake());
    }
}
