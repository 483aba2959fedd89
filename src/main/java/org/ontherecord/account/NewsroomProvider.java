package org.ontherecord.account;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * The identity provider of the newsroom (OpenID Connect), if the operator names one. It counts at one address only, and
 * nothing is asked of it before somebody goes there.
 */
@ApplicationScoped
@Named("identityProvider")
public class NewsroomProvider implements TenantConfigResolver {
    static final String ADDRESS = "/sign-in/provider";
    private static final Logger LOG = Logger.getLogger(NewsroomProvider.class);

    /** For all other addresses, so that a cookie that names the provider is looked at nowhere. */
    private static final OidcTenantConfig NOWHERE =
            OidcTenantConfig.builder().tenantId("nowhere").disableTenant().build();

    private final String name;
    private final OidcTenantConfig settings;

    NewsroomProvider(Config config) {
        this.name = text(config, "name").orElse("your newsroom's account");
        this.settings = settings(config);
    }

    /** Whether there is one; what it is for is on the sign-in page only then. */
    public boolean isGiven() {
        return settings != null;
    }

    /** As the button calls it. */
    public String name() {
        return name;
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        if (!isGiven()) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom().item(request.normalizedPath().equals(ADDRESS) ? settings : NOWHERE);
    }

    /** Null without one, or with one that can not work, which the log then says. */
    private static OidcTenantConfig settings(Config config) {
        Optional<String> url = text(config, "url");
        Optional<String> client = text(config, "client");
        Optional<String> secret = text(config, "secret");
        if (url.isEmpty()) {
            return null;
        }
        if (client.isEmpty() || secret.isEmpty() || !isWebAddress(url.get())) {
            LOG.error(
                    "Nobody can sign in by the identity provider: ONTHERECORD_IDENTITY_PROVIDER_URL has to be an http or"
                            + " https address, and ONTHERECORD_IDENTITY_PROVIDER_CLIENT and _SECRET have to be given.");
            return null;
        }
        boolean https = config.getOptionalValue("ontherecord.address", String.class)
                .orElse("")
                .startsWith("https:");
        return OidcTenantConfig.authServerUrl(url.get())
                .tenantId("newsroom")
                .clientId(client.get())
                .credentials(secret.get())
                .applicationType(ApplicationType.WEB_APP)
                .token()
                .audience(client.get())
                .end()
                .authentication()
                .scopes("email", "profile")
                .redirectPath(ADDRESS)
                .cookiePath(ADDRESS)
                .removeRedirectParameters(false)
                .nonceRequired()
                .pkceRequired()
                .stateSecret(new Secret(secret.get()).hash())
                .failOnMissingStateParam()
                .forceRedirectHttpsScheme(https)
                .cookieForceSecure(https)
                .end()
                .build();
    }

    private static boolean isWebAddress(String url) {
        try {
            URI address = URI.create(url);
            return address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue("ontherecord.identity-provider-" + name, String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
