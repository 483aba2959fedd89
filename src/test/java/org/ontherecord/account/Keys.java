package org.ontherecord.account;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** Programs with an API key of their own. */
@ApplicationScoped
public class Keys {
    private final People people;
    private final Clock clock;

    Keys(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** A request with a fresh key, whose limits nobody has used up. */
    public RequestSpecification program() {
        return RestAssured.given().header("Authorization", "Bearer " + fresh()).contentType("application/json");
    }

    public String fresh() {
        return fresh(Role.CHECKER);
    }

    public String fresh(Role role) {
        Account holder = people.named("Program " + java.util.UUID.randomUUID(), role);
        return QuarkusTransaction.requiringNew()
                .call(() -> ApiKey.make(Account.findById(holder.id), "Test", null, clock.instant())
                        .value());
    }

    public String unlimited() {
        String key = fresh();
        QuarkusTransaction.requiringNew().run(() -> ApiKey.of(new Secret(key)).orElseThrow().unlimited = true);
        return key;
    }
}
