package org.ontherecord.journeys.forms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.restassured.response.ValidatableResponse;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.account.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/**
 * Everything that can go wrong between a person and a row, once for each form of a family: each test does one thing wrong to
 * all of them. The families say what their forms are sent; they are made anew for each test.
 */
public abstract class FormFaults {
    @Inject
    protected People people;

    @Inject
    protected Rows rows;

    protected abstract List<Form> forms();

    @Test
    void anEmptyFormIsAnsweredWithWhatIsMissingAndWhere() {
        each(form -> {
            var answer = send(sender(form), form, form.path, form.empty(), new byte[0]);
            Answered.with(422, answer, form, "sent empty").saysEverythingTwice();
            assertThat(made(form)).as(form + " sent empty").isZero();
        });
    }

    @Test
    void whatCannotBeTakenIsToldAtItsFieldAndEverythingTypedIsThere() {
        each(form -> {
            for (Form.Wrong wrong : form.wrong) {
                String value = wrong.value();
                var values = form.right(wrong.field(), value);
                String happened = "with " + wrong.field() + " = " + value.substring(0, Math.min(30, value.length()));
                Answered.with(422, send(form, values), form, happened)
                        .leadsTo(wrong.anchor(), wrong.sentence())
                        .saysEverythingTwice()
                        .keeps(values);
            }
            assertThat(made(form)).as(form + " after all that was wrong").isZero();
        });
    }

    @Test
    void aFormSentAfterTheSessionEndedIsThereAfterSigningInAndDoneOnce() {
        each(form -> {
            if (form.open) {
                return;
            }
            var answer = send(DeskBrowser.anonymous(), form, form.path, form.right, form.file);
            if (form.isWithFile()) {
                answer.statusCode(303).header("Location", containsString("/sign-in"));
            } else {
                answer.statusCode(307).header("Location", containsString("/sign-in/again?to="));
                var carried = Answered.with(200, carriedOn(form), form, "carried on")
                        .says("You are signed out")
                        .repeatsNoSecret()
                        .hidden();
                assertThat(carried).as(form + " carried on").isEqualTo(form.withoutSecrets());
                if (!carried.equals(form.right)) {
                    Answered.with(422, send(form, carried), form, "without its secrets")
                            .saysEverythingTwice();
                }
            }
            assertThat(made(form)).as(form + " without a session").isZero();
            send(form, form.right).statusCode(form.status);
            assertThat(made(form)).as(form + " after signing in").isEqualTo(form.makes);
        });
    }

    @Test
    void sentTwiceAFormHasOneEffect() {
        each(form -> {
            send(form, form.right).statusCode(form.status);
            int again = send(form, form.right).extract().statusCode();
            assertThat(again).as(form + " sent twice").isIn(form.status, 303, 409, 410, 422);
            assertThat(made(form)).as(form + " sent twice").isEqualTo(form.makes);
        });
    }

    @Test
    void whoGoesBackToAFormThatWasDoneIsToldSoAndKeepsWhatTheyTyped() {
        each(form -> {
            if (form.back != null) {
                send(form, form.right).statusCode(form.status);
                var values = form.right(form.back.field(), form.back.value());
                Answered.with(409, send(form, values), form, "after going back")
                        .says(form.back.sentence())
                        .keeps(values);
                assertThat(made(form)).as(form + " after going back").isEqualTo(form.makes);
            }
        });
    }

    @Test
    void whoWasOvertakenIsToldByWhatAndKeepsWhatTheyTyped() {
        each(form -> {
            if (form.overtaken != null) {
                form.overtaken.deed().run();
                long before = made(form);
                Answered.with(409, send(form, form.right), form, "overtaken")
                        .says(form.overtaken.sentence())
                        .keeps(form.right);
                assertThat(made(form)).as(form + " overtaken").isEqualTo(before);
            }
        });
    }

    /** Putting a fault right passes over nothing that happened meanwhile. */
    @Test
    void whoPutsAFaultRightIsStillToldThatTheyWereOvertaken() {
        each(form -> {
            if (form.overtaken != null && !form.wrong.isEmpty()) {
                form.overtaken.deed().run();
                long before = made(form);
                Form.Wrong wrong = form.wrong.get(0);
                var faulty = send(form, form.right(wrong.field(), wrong.value()));
                if (faulty.extract().statusCode() != 409) {
                    var values = new LinkedHashMap<>(form.right);
                    var now = Answered.with(422, faulty, form, "overtaken, and wrong")
                            .hidden();
                    values.replaceAll((field, value) -> form.isTyped(field) ? value : now.getOrDefault(field, value));
                    Answered.with(409, send(form, values), form, "overtaken, and put right")
                            .hasAHeading();
                }
                assertThat(made(form)).as(form + " overtaken, and put right").isEqualTo(before);
            }
        });
    }

    @Test
    void whoLostTheirRoleIsToldSoAndNothingIsDone() {
        each(form -> {
            if (form.open) {
                return;
            }
            boolean closed = form.role == Role.CHECKER || form.own != null;
            Account leaving = form.own != null ? form.own : people.named("Leaving " + UUID.randomUUID(), form.role);
            var browser = DeskBrowser.with(people.cookieOf(leaving));
            rows.change(
                    closed
                            ? "update account set disabled_at = now() where id = " + leaving.id
                            : "update account set role = '%s' where id = %d"
                                    .formatted(form.role == Role.ADMIN ? "EDITOR" : "CHECKER", leaving.id));
            var answer = send(browser, form, form.path, form.right, form.file);
            if (closed) {
                answer.statusCode(form.isWithFile() ? 303 : 307);
            } else {
                Answered.with(403, answer, form, "without the role").says("editor");
            }
            assertThat(made(form)).as(form + " without the role").isZero();
        });
    }

    @Test
    void whatIsNoLongerThereIsSaidOnAPage() {
        each(form -> {
            String nowhere = form.path.replaceAll("/\\d+(?=[/?]|$)", "/999999999999");
            if (!nowhere.equals(form.path)) {
                var answer = send(sender(form), form, nowhere, form.right, form.file);
                Answered.with(404, answer, form, "nowhere").hasAHeading();
            }
        });
    }

    /** All forms, also when one of them fails. */
    private void each(Consumer<Form> deed) {
        var all = new SoftAssertions();
        forms().forEach(form -> all.assertThatCode(() -> deed.accept(form)).doesNotThrowAnyException());
        all.assertAll();
    }

    /** What a browser does that is led on with its form. */
    private static ValidatableResponse carriedOn(Form form) {
        String body = form.right.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return DeskBrowser.anonymous()
                .request()
                .urlEncodingEnabled(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body(body + "&csrf-token=AAAAAAAAAAAAAAAAAAAAAA")
                .post("/sign-in/again?to=" + encoded(form.path))
                .then();
    }

    private ValidatableResponse send(Form form, Map<String, String> values) {
        return send(sender(form), form, form.path, values, form.file);
    }

    private static ValidatableResponse send(
            DeskBrowser who, Form form, String path, Map<String, String> values, byte[] file) {
        return form.isWithFile() ? who.upload(path, values, form.fileName, file) : who.post(path, Rows.flat(values));
    }

    private DeskBrowser sender(Form form) {
        if (form.open) {
            return DeskBrowser.anonymous();
        }
        Account account = form.own != null
                ? form.own
                : switch (form.role) {
                    case CHECKER -> people.checker();
                    case EDITOR -> people.editor();
                    case ADMIN -> people.admin();
                };
        return DeskBrowser.with(people.cookieOf(account));
    }

    private long made(Form form) {
        return rows.count(form.rows);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
