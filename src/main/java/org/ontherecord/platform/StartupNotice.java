package org.ontherecord.platform;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.quarkus.vertx.http.HttpServer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The last thing in the log after a start: where the app is and how to get in. */
@ApplicationScoped
class StartupNotice {

    private static final Logger LOG = Logger.getLogger("On the Record");

    private final HttpServer server;
    private final Optional<URI> publicAddress;
    private final Instance<SignInHint> hints;

    StartupNotice(
            HttpServer server,
            @ConfigProperty(name = "ontherecord.address") Optional<URI> publicAddress,
            @Any Instance<SignInHint> hints) {
        this.server = server;
        this.publicAddress = publicAddress;
        this.hints = hints;
    }

    void print() {
        LOG.info(String.join("\n    ", lines()));
    }

    List<String> lines() {
        String address =
                publicAddress.orElseGet(server::getLocalBaseUri).toString().replaceAll("/$", "");
        List<String> lines = new ArrayList<>();
        lines.add("is running.");
        lines.add("Public site:  " + address + "/");
        lines.add("Desk:         " + address + "/desk");
        hints.stream().map(hint -> hint.lines(address)).forEach(lines::addAll);
        return lines;
    }
}
