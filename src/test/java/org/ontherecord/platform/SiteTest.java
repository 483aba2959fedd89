package org.ontherecord.platform;

import java.net.URI;
import java.util.Optional;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class SiteTest {
    @Inject
    CurrentVertxRequest request;

    @Test
    void wholeAddressesAreThoseTheOperatorGave() {
        var site = new Site(request, false, Optional.of(URI.create("https://record.example.org/")), "en");
        assertThat(site.absolute("/claims")).isEqualTo("https://record.example.org/claims");
    }
}
