package org.ontherecord.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import org.ontherecord.speaker.Speaker;

/** The claims of the desk: their list, and adding one from a source outside our articles. */
@Path("/desk/claims")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ClaimDesk {
    private static final Pattern LINK = Pattern.compile("link-earlier-([1-9]\\d{0,17})");

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance claims(ClaimList list);

        static native TemplateInstance newClaim(
                Typed typed, FormErrors errors, SpeakerPick person, List<String> speakers, Earlier earlier);
    }

    private final EarlierClaims earlierClaims;
    private final SignedIn signedIn;
    private final Clock clock;

    ClaimDesk(EarlierClaims earlierClaims, SignedIn signedIn, Clock clock) {
        this.earlierClaims = earlierClaims;
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
        return form(Typed.empty(), new FormErrors(), Earlier.notAsked(null));
    }

    @POST
    @Transactional
    public Response add(MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        Instant now = clock.instant();
        Account me = signedIn.account();
        Optional<Earlier> earlier = earlierClaims.act(typed, null, me, now);
        if (earlier.isPresent()) {
            return Response.ok(form(typed, new FormErrors(), earlier.get())).build();
        }
        Matcher link = LINK.matcher(typed.get("do"));
        return link.matches() ? link(typed, Long.parseLong(link.group(1)), me, now) : begin(typed, me, now);
    }

    private Response begin(Typed typed, Account me, Instant now) {
        var errors = new FormErrors();
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
            return refused(typed, errors, Earlier.notAsked(null));
        }
        Optional<Claim> made = Claim.madeAlready(wording, Claim.Kind.valueOf(kind), speaker, me, now);
        if (made.isPresent()) {
            said.keep(made.get(), me, now);
            return EditorDesk.to(made.get(), "added", "");
        }
        Speaker who = SpeakerPick.which(known, typed).orElseGet(() -> Speaker.named(speaker, now));
        var claim = Claim.of(wording, Claim.Kind.valueOf(kind), who, "en", me, now);
        said.keep(claim, me, now);
        Review.open(claim, me, now);
        earlierClaims.carryOver(typed, claim, me, now);
        AuditEvent.record(me, "claim added", "claim", claim.id, null, Map.of("kind", kind), now);
        return EditorDesk.to(claim, "added", "");
    }

    /** The words are one more time an earlier claim was made, instead of a new claim. */
    private Response link(Typed typed, long number, Account me, Instant now) {
        Claim claim = Claim.<Claim>findByIdOptional(number).orElseThrow(NotFoundException::new);
        if (claim.mergedInto != null) {
            throw Refusal.outOfStep(
                    "C-%d was merged into C-%d. Link to that one.".formatted(number, claim.mergedInto.id));
        }
        var errors = new FormErrors();
        NewlySaid said = NewlySaid.needed(typed, ClaimFile.today(now), errors);
        if (!errors.isEmpty()) {
            return refused(typed, errors, earlierClaims.find(typed, null));
        }
        if (said.keep(claim, me, now)) {
            AuditEvent.record(me, "words linked", "claim", claim.id, null, null, now);
        }
        if (!EarlierClaims.words(typed).isEmpty()) {
            LikenessDecision.record(
                    Likeness.ofTyped(number, EarlierClaims.words(typed)), LikenessDecision.Answer.SAME, me, now);
        }
        return EditorDesk.to(claim, "linked", "#said");
    }

    private static Response refused(Typed typed, FormErrors errors, Earlier earlier) {
        return Response.status(422).entity(form(typed, errors, earlier)).build();
    }

    private static TemplateInstance form(Typed typed, FormErrors errors, Earlier earlier) {
        return Templates.newClaim(typed, errors, SpeakerPick.of(typed), Speaker.names(), earlier);
    }
}
