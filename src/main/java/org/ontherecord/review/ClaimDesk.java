package org.ontherecord.review;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.SignedIn;
import org.ontherecord.article.CleanText;
import org.ontherecord.claim.Claim;
import org.ontherecord.claim.likeness.Likeness;
import org.ontherecord.claim.likeness.LikenessDecision;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.Refusal;
import org.ontherecord.review.copies.CopyJob;
import org.ontherecord.speaker.Speaker;

/** The desk's claims: finding one, starting one from a source outside our articles, and writing its check. */
@Path("/desk/claims")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ClaimDesk {
    private static final Map<String, String> NOTICES = Map.of(
            "added", "The claim is on the desk. Research it, then send it to review.",
            "linked", "The words are added to this claim.",
            "saved", "The draft is saved.",
            "unchanged", "Nothing was changed, so nothing was saved.",
            "sent", "The draft is saved and sent to review.",
            "discarded", "What was kept is discarded. Below stands what was saved last.",
            "taken-back", "You took it back. It is a draft again.",
            "published", "It is public now.");

    private static final String WENT_TO_REVIEW =
            "This claim was sent to review while you were writing, so nothing was saved."
                    + " What you typed stands below. Save it once the version is taken back or returned.";

    private static final String KEPT_MEANWHILE =
            "What you typed and did not save is kept for you, and stands in the editor once the version is taken back or returned.";

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance claims(ClaimList list);

        static native TemplateInstance newClaim(
                Typed typed, FormErrors errors, SpeakerPick person, List<String> speakers, Earlier earlier);

        static native TemplateInstance editor(Editor e, Earlier earlier, boolean mayPublish, boolean archive);

        static native TemplateInstance overview(
                ClaimFile file, List<Overview> parts, boolean mayTakeBack, boolean mayDecide, String notice);

        static native TemplateInstance merged(ClaimFile file, List<Overview> parts, long into);

        static native TemplateInstance conflict(Conflict c);
    }

    /** One part of a draft in words, for reading only. */
    public record Overview(String label, String text) {}

    private final EarlierClaims earlierClaims;
    private final CopyJob copies;
    private final SignedIn signedIn;
    private final Clock clock;

    ClaimDesk(EarlierClaims earlierClaims, CopyJob copies, SignedIn signedIn, Clock clock) {
        this.earlierClaims = earlierClaims;
        this.copies = copies;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance list(
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("") String kind,
            @RestQuery @DefaultValue("") String stage,
            @RestQuery @DefaultValue("1") int page) {
        return Templates.claims(ClaimList.of(CleanText.of(q), kind, stage, page));
    }

    @GET
    @Path("new")
    @Transactional
    public TemplateInstance blank() {
        return newClaim(Typed.empty(), new FormErrors(), Earlier.notAsked(null));
    }

    @POST
    @Transactional
    public Response add(MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        Instant now = clock.instant();
        var errors = new FormErrors();
        Account me = signedIn.account();
        Optional<Earlier> earlier = earlierClaims.act(typed, null, me, now);
        if (earlier.isPresent()) {
            return Response.ok(newClaim(typed, errors, earlier.get())).build();
        }
        if (typed.get("do").matches("link-earlier-[1-9]\\d{0,17}")) {
            return link(typed, Long.parseLong(typed.get("do").replaceFirst("link-earlier-", "")), me, now);
        }
        String wording = typed.needed("wording", 1_000, "Give the claim in plain words.", errors);
        String kind = typed.get("kind");
        errors.require(
                kind.equals("PROMISE") || kind.equals("STATEMENT"),
                "kind",
                "Choose whether it is a promise or a statement of fact.");
        String speaker = typed.needed(SpeakerPick.NAME, 200, "Say who said it.", errors);
        List<Speaker> known = speaker == null ? List.of() : Speaker.all(speaker);
        SpeakerPick.mustBeOne(known, typed, errors);
        NewlySaid said = NewlySaid.needed(typed, ClaimFile.today(now), errors);
        if (!errors.isEmpty()) {
            return Response.status(422)
                    .entity(newClaim(typed, errors, Earlier.notAsked(null)))
                    .build();
        }
        Optional<Claim> made = Claim.madeAlready(wording, Claim.Kind.valueOf(kind), speaker, me, now);
        if (made.isPresent()) {
            said.keep(made.get(), me, now);
            return to(made.get(), "added", "");
        }
        Speaker who = SpeakerPick.which(known, typed).orElseGet(() -> Speaker.named(speaker, now));
        var claim = Claim.of(wording, Claim.Kind.valueOf(kind), who, "en", me, now);
        said.keep(claim, me, now);
        Review.open(claim, me, now);
        earlierClaims.carryOver(typed, claim, me, now);
        AuditEvent.record(me, "claim added", "claim", claim.id, null, Map.of("kind", kind), now);
        return to(claim, "added", "");
    }

    /** The words are one more time an earlier claim was made, instead of a new claim. */
    private Response link(Typed typed, long number, Account me, Instant now) {
        Claim claim = claim(number);
        if (claim.mergedInto != null) {
            throw Refusal.outOfStep(
                    "C-%d was merged into C-%d. Link to that one.".formatted(number, claim.mergedInto.id));
        }
        var errors = new FormErrors();
        NewlySaid said = NewlySaid.needed(typed, ClaimFile.today(now), errors);
        if (!errors.isEmpty()) {
            return Response.status(422)
                    .entity(newClaim(typed, errors, earlierClaims.find(typed, null)))
                    .build();
        }
        if (said.keep(claim, me, now)) {
            AuditEvent.record(me, "words linked", "claim", claim.id, null, null, now);
        }
        if (!EarlierClaims.words(typed).isEmpty()) {
            LikenessDecision.record(
                    Likeness.ofTyped(number, EarlierClaims.words(typed)), LikenessDecision.Answer.SAME, me, now);
        }
        return to(claim, "linked", "#said");
    }

    @GET
    @Path("{id:\\d+}")
    @Transactional
    public TemplateInstance show(@RestPath long id, @RestQuery @DefaultValue("") String done) {
        Claim claim = claim(id);
        Instant now = clock.instant();
        String notice = NOTICES.get(done);
        Optional<Review> review = Review.of(claim);
        if (claim.mergedInto != null) {
            return merged(claim, review, now);
        }
        if (review.isPresent() && review.get().stage == Review.Stage.IN_REVIEW) {
            boolean unsaved = UnsavedText.of(claim, signedIn.account()).isPresent();
            return overview(claim, review.get(), unsaved ? KEPT_MEANWHILE : notice, now);
        }
        ClaimForm saved = formOf(claim, review);
        Optional<UnsavedText> unsaved = UnsavedText.of(claim, signedIn.account())
                .filter(text -> !text.form().saysTheSameAs(withDates(saved, claim, now)));
        ClaimForm form = unsaved.map(UnsavedText::form).orElse(saved);
        return editor(
                claim,
                form,
                new FormErrors(),
                notice,
                now,
                unsaved.map(text -> text.keptAt).orElse(null));
    }

    @POST
    @Path("{id:\\d+}/revisions")
    @Transactional
    public Response save(@RestPath long id, MultivaluedMap<String, String> sent) {
        Claim claim = claim(id);
        ClaimForm form = ClaimForm.typed(sent);
        if (claim.mergedInto != null) {
            throw Refusal.outOfStep(
                    "C-%d was merged into C-%d while you were writing, so nothing was saved. Go back to copy what you typed, and put it into C-%d."
                            .formatted(id, claim.mergedInto.id, claim.mergedInto.id));
        }
        Instant now = clock.instant();
        if (form.evidence().change(form.get("do")) || form.get("do").equals("preview")) {
            return Response.ok(editor(claim, form, new FormErrors(), null, now)).build();
        }
        Account me = signedIn.account();
        if (SourceCopies.isWish(form.get("do"))) {
            var errors = new FormErrors();
            SourceCopies.act(claim, form, copies.isOn(), me, now, errors);
            return Response.status(errors.isEmpty() ? 200 : 422)
                    .entity(editor(claim, form, errors, null, now))
                    .build();
        }
        Optional<Earlier> earlier = earlierClaims.act(form.typed, claim.id, me, now);
        if (earlier.isPresent()) {
            return Response.ok(Templates.editor(
                            Editor.of(claim, form, new FormErrors(), null, now, me, null),
                            earlier.get(),
                            signedIn.isEditor(),
                            copies.isOn()))
                    .build();
        }
        Review review = Review.open(claim, me, now);
        review.lock();
        var unchosen = new FormErrors();
        Conflict.resolve(form, review.draft(), unchosen);
        var errors = new FormErrors();
        var draft = form.read(new OnRecord(now), ClaimFile.today(now), errors);
        var said = new TimesSaid(claim, form.typed, now, errors);
        if (!errors.isEmpty()) {
            return refused(422, editor(claim, form, errors, null, now));
        }
        if (review.isSavedAlready(draft.orElseThrow(), me)) {
            form.typed.put("version", String.valueOf(review.version));
        }
        boolean stale = !form.get("version").equals(String.valueOf(review.version));
        if (stale && review.stage == Review.Stage.IN_REVIEW) {
            return refused(409, editor(claim, form, errors, WENT_TO_REVIEW, now));
        }
        if (stale || !unchosen.isEmpty()) {
            return refused(stale ? 409 : 422, conflict(review, form, draft.orElseThrow(), unchosen, now));
        }
        boolean changed = review.save(draft.orElseThrow(), form.nextReview(), review.version, me, now)
                .isPresent();
        boolean placed = said.keep(me, now);
        if (placed) {
            review.touch();
        }
        UnsavedText.forget(claim, me);
        if (form.get("do").equals("submit")) {
            Revision newest =
                    review.newest().orElseThrow(() -> Refusal.incomplete("There is nothing to review yet."));
            Handover.submit(review, newest, me, now);
            return to(claim, "sent", "");
        }
        return to(
                claim, changed || placed ? "saved" : "unchanged", form.get("do").contains("said") ? "#said" : "");
    }

    private static TemplateInstance newClaim(Typed typed, FormErrors errors, Earlier earlier) {
        return Templates.newClaim(typed, errors, SpeakerPick.of(typed), Speaker.names(), earlier);
    }

    private TemplateInstance editor(Claim claim, ClaimForm form, FormErrors errors, String notice, Instant now) {
        return editor(claim, form, errors, notice, now, null);
    }

    private TemplateInstance editor(
            Claim claim, ClaimForm form, FormErrors errors, String notice, Instant now, Instant keptAt) {
        return Templates.editor(
                Editor.of(claim, form, errors, notice, now, signedIn.account(), keptAt),
                Earlier.notAsked(claim.id),
                signedIn.isEditor(),
                copies.isOn());
    }

    /** The form as a browser sends it back when nothing is typed: with the dates of "Times said", which the page adds. */
    private static ClaimForm withDates(ClaimForm form, Claim claim, Instant now) {
        Editor.said(claim, ClaimFile.of(claim, now)).stream()
                .filter(Editor.Said::open)
                .forEach(place -> form.typed.put(place.field(), place.date()));
        return form;
    }

    /** A claim that another number answers for: for reading only. */
    private static TemplateInstance merged(Claim claim, Optional<Review> review, Instant now) {
        Draft draft = review.flatMap(Review::newest).map(Revision::draft).orElseGet(() -> Draft.ofUnchecked(claim));
        return Templates.merged(ClaimFile.of(claim, now), parts(draft), claim.mergedInto.id);
    }

    private static List<Overview> parts(Draft draft) {
        return Stream.of(Part.values())
                .map(part -> new Overview(part.label, part.text(draft)))
                .filter(part -> !part.text().isEmpty())
                .toList();
    }

    private TemplateInstance overview(Claim claim, Review review, String notice, Instant now) {
        var revision = review.newest().orElseThrow();
        var me = signedIn.account();
        boolean mine = revision.author.id.equals(me.id);
        return Templates.overview(
                ClaimFile.of(claim, now),
                parts(review.draft()),
                Handover.isBehind(revision, me),
                signedIn.isEditor() && !mine,
                notice);
    }

    private static TemplateInstance conflict(
            Review review, ClaimForm form, Draft mine, FormErrors errors, Instant now) {
        Optional<Revision> theirs = review.newest();
        Optional<Draft> base = review.revision(form.get("base")).map(Revision::draft);
        return Templates.conflict(Conflict.of(
                ClaimFile.of(review.claim, now),
                form,
                mine,
                review.draft(),
                base,
                theirs.map(revision -> revision.author.name).orElse("Somebody"),
                errors));
    }

    private static ClaimForm formOf(Claim claim, Optional<Review> review) {
        var form = ClaimForm.of(
                review.map(Review::draft).orElseGet(() -> Draft.ofUnchecked(claim)),
                review.map(r -> r.nextReviewOn).orElse(null));
        boolean nothingNewYet =
                review.map(r -> r.stage == Review.Stage.PUBLISHED).orElse(false);
        if (nothingNewYet) {
            form.typed.put("note", "");
        }
        var file =
                review.flatMap(Review::newest).map(revision -> revision.number).orElse(0);
        form.typed.put("base", String.valueOf(file));
        form.typed.put("version", String.valueOf(review.map(r -> r.version).orElse(0)));
        return form;
    }

    /** A refused form leaves nothing behind, not even the new person it named. */
    private static Response refused(int status, TemplateInstance page) {
        QuarkusTransaction.setRollbackOnly();
        return Response.status(status).entity(page).build();
    }

    private static Claim claim(long id) {
        return Claim.<Claim>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private static Response to(Claim claim, String done, String anchor) {
        return Response.seeOther(URI.create("/desk/claims/" + claim.id + "?done=" + done + anchor))
                .build();
    }

    private record OnRecord(Instant now) implements ClaimForm.Records {
        @Override
        public List<Rating> ratings(Claim.Kind kind) {
            return Rating.forKind(kind);
        }

        @Override
        public List<Speaker> speakers(String name) {
            return Speaker.all(name);
        }

        @Override
        public Speaker newSpeaker(String name) {
            return Speaker.named(name, now);
        }
    }
}
