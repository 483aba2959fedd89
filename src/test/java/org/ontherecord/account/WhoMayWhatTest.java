package org.ontherecord.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/** Every guarded address with nobody and with every role, by the table in {@code who-may-what.txt}. */
@QuarkusTest
class WhoMayWhatTest {
    /** Of nothing on record, so that what is let in finds nothing to change. */
    private static final String NOTHING = "999999999999";

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(?::[^{}]*(?:\\{[^{}]*\\}[^{}]*)*)?\\}");

    @Inject
    People people;

    @Inject
    Keys keys;

    private record Action(String method, String path, Role needed) {
        static Action of(String line) {
            String[] parts = line.split(" +");
            return new Action(parts[0], parts[1], Role.valueOf(parts[2]));
        }

        boolean isApi() {
            return path.startsWith("/api/");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** What the code says of an address: whether it is guarded, and what it wants to be sent. */
    private record Entrance(String method, String path, boolean isOpen, String takes) {}

    @Test
    void everyGuardedAddressStandsInTheTable() {
        List<String> table = table().stream().map(Action::toString).toList();
        assertThat(entrances().stream()
                        .filter(entrance -> !entrance.isOpen)
                        .map(entrance -> entrance.method + " " + entrance.path)
                        .distinct())
                .as("a new address needs a line in who-may-what.txt that says who may")
                .containsExactlyInAnyOrderElementsOf(table);
    }

    @Test
    void nobodyGetsThroughADoorThatIsNotTheirs() {
        var wrong = new ArrayList<String>();
        for (Action action : table()) {
            int stranger = ask(action, null);
            // A form goes on with what was typed in it (307); all else is sent to the door.
            if (action.isApi() ? stranger != 401 : stranger != 303 && stranger != 307) {
                wrong.add(action + " answers a stranger " + stranger);
            }
            for (Role role : Role.values()) {
                int answer = ask(action, role);
                boolean fits =
                        role.includes(action.needed) ? answer != 401 && answer != 403 && answer < 500 : answer == 403;
                if (!fits) {
                    wrong.add(action + " answers " + role + " " + answer + ", and is for " + action.needed);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private int ask(Action action, Role role) {
        String takes = entrances().stream()
                .filter(entrance -> entrance.method.equals(action.method) && entrance.path.equals(action.path))
                .map(Entrance::takes)
                .findFirst()
                .orElse("");
        RequestSpecification request = action.isApi() ? program(role) : browser(role);
        if (action.method.equals("POST")) {
            if (takes.startsWith("multipart")) {
                request.multiPart("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA");
            } else if (action.isApi()) {
                request.contentType("application/json").body("{}");
            } else {
                request.contentType("application/x-www-form-urlencoded")
                        .formParam("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA");
            }
        }
        var answer =
                request.request(action.method, PARAMETER.matcher(action.path).replaceAll(NOTHING));
        boolean toTheDoor = List.of(303, 307).contains(answer.statusCode())
                && answer.header("Location").contains("/sign-in");
        return toTheDoor && role != null ? 401 : answer.statusCode();
    }

    private RequestSpecification browser(Role role) {
        return role == null
                ? DeskBrowser.anonymous().request()
                : DeskBrowser.with(cookies.computeIfAbsent(
                                role, given -> people.cookieOf(people.named("At the doors as " + given, given))))
                        .request();
    }

    private RequestSpecification program(Role role) {
        return role == null
                ? RestAssured.given()
                : RestAssured.given().header("Authorization", "Bearer " + secrets.computeIfAbsent(role, keys::fresh));
    }

    private final Map<Role, Map<String, String>> cookies = new java.util.EnumMap<>(Role.class);
    private final Map<Role, String> secrets = new java.util.EnumMap<>(Role.class);
    private static List<Entrance> found;

    private static List<Action> table() {
        try (var file = WhoMayWhatTest.class.getResourceAsStream("/who-may-what.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Action::of)
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Entrance> entrances() {
        if (found == null) {
            found = new ClassFileImporter()
                            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                            .importPackages("org.ontherecord")
                            .stream()
                            .filter(type -> type.isAnnotatedWith(Path.class))
                            .flatMap(WhoMayWhatTest::entrances)
                            .toList();
        }
        return found;
    }

    private static Stream<Entrance> entrances(JavaClass type) {
        return type.getMethods().stream()
                .flatMap(method -> verb(method).map(verb -> entrance(type, method, verb)).stream());
    }

    private static Entrance entrance(JavaClass type, JavaMethod method, String verb) {
        String below =
                method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        String path = type.getAnnotationOfType(Path.class).value().replaceAll("/$", "")
                + (below.isEmpty() ? "" : "/" + below.replaceAll("^/", ""));
        boolean open = !method.isAnnotatedWith(RolesAllowed.class)
                && (method.isAnnotatedWith(PermitAll.class) || type.isAnnotatedWith(PermitAll.class));
        String takes = method.tryGetAnnotationOfType(Consumes.class)
                .or(() -> type.tryGetAnnotationOfType(Consumes.class))
                .map(consumes -> consumes.value()[0])
                .orElse("");
        return new Entrance(verb, PARAMETER.matcher(path).replaceAll("{$1}"), open, takes);
    }

    private static Optional<String> verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(annotation -> annotation.getRawType().getSimpleName())
                .findFirst();
    }
}
