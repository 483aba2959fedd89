package org.ontherecord.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the layouts ask about the site and about the page they are put around. */
@Singleton
@Named("site")
public class Site {
    private static final List<String> ASSETS = List.of(
            "favicon.svg",
            "css/tokens.css",
            "css/base.css",
            "css/claim.css",
            "css/frame.css",
            "css/desk.css",
            "css/timeline.css",
            "js/article.js",
            "js/desk.js",
            "js/earlier.js",
            "js/editor.js",
            "js/keys.js",
            "js/names.js",
            "js/passkey.js",
            "js/search.js");

    private final CurrentVertxRequest request;
    private final boolean demo;
    private final Optional<URI> address;
    private final String newsroomLanguage;
    private final String look = fingerprint();
    private final String htmx = htmxAddress();

    Site(
            CurrentVertxRequest request,
            @ConfigProperty(name = "ontherecord.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "ontherecord.address") Optional<URI> address,
            @ConfigProperty(name = "ontherecord.language", defaultValue = "en") String newsroomLanguage) {
        this.request = request;
        this.demo = demo;
        this.address = address;
        this.newsroomLanguage = newsroomLanguage;
    }

    /** The language the newsroom writes its findings in (BCP 47), whatever the page around them is in. */
    public String newsroomLanguage() {
        return newsroomLanguage;
    }

    /** Where the site is, without a slash at the end: as the operator says, or else where the reader asked for it. */
    public String address() {
        return address.map(URI::toString).orElseGet(this::asked).replaceAll("/+$", "");
    }

    /** The whole address of a path here, for what is read elsewhere: feeds, cards, citations. */
    public String absolute(String path) {
        return address() + path;
    }

    /** The language of the page being made. */
    public Language language() {
        RoutingContext current = current();
        return current == null ? Language.ENGLISH : Language.of(current);
    }

    /** Those it can be read in. */
    public List<Language> languages() {
        return List.of(Language.values());
    }

    /** The address of the page being made in a language, with all else in it kept. */
    public String inLanguage(String code) {
        String page = inAnyLanguage();
        return page + (page.contains("?") ? "&" : "?") + Language.PARAMETER + "=" + code;
    }

    /** The address of the page being made for any reader, whatever their language. */
    public String inAnyLanguage() {
        String[] parts = here().split("\\?", 2);
        String query = Stream.of(parts.length == 1 ? new String[0] : parts[1].split("&"))
                .filter(pair -> !pair.matches("(" + Language.PARAMETER + "(=.*)?)?"))
                .collect(Collectors.joining("&"));
        return parts[0] + (query.isEmpty() ? "" : "?" + query);
    }

    /** The whole address of the page being made, without its query. */
    public String location() {
        return absolute(path());
    }

    /** Whether this record is only for show, which each page must then say. */
    public boolean isDemo() {
        return demo;
    }

    /** Changes with the style sheets and scripts and only with them, so that browsers may keep them for a year. */
    public String look() {
        return look;
    }

    /** The desk's one library of scripts, as its WebJar serves it; its version in the address is its fingerprint. */
    public String htmx() {
        return htmx;
    }

    /** Whether the page being made is the one at the address, or below it. */
    public boolean isAt(String address) {
        String path = path();
        return path.equals(address) || path.startsWith(address + "/");
    }

    /** The value of {@code aria-current} for a link to the address, which the page being made is at. */
    public String at(String address) {
        return path().equals(address) ? "page" : "true";
    }

    /** What the reader chose to see, for {@code data-theme}; null when the system decides. */
    public String theme() {
        return chosen() == Theme.Choice.SYSTEM ? null : chosen().code();
    }

    public boolean isChosen(Theme.Choice theme) {
        return theme == chosen();
    }

    public List<Theme.Choice> themes() {
        return List.of(Theme.Choice.values());
    }

    /** The words searched for, so that the box on top keeps them; null when there are none. */
    public String words() {
        RoutingContext current = current();
        List<String> words = current == null ? List.of() : current.queryParam("q");
        return words.isEmpty() ? null : words.get(0);
    }

    /** The address of the page being made, with its query, to come back to. */
    public String here() {
        RoutingContext current = current();
        return current == null ? "/" : current.request().uri();
    }

    private Theme.Choice chosen() {
        RoutingContext current = current();
        return current == null ? Theme.Choice.SYSTEM : Theme.of(current.request());
    }

    private String asked() {
        RoutingContext current = current();
        HostAndPort host = current == null ? null : current.request().authority();
        return host == null ? "http://localhost" : current.request().scheme() + "://" + host;
    }

    private String path() {
        RoutingContext current = current();
        return current == null ? "" : current.normalizedPath();
    }

    private RoutingContext current() {
        return Arc.container().requestContext().isActive() ? request.getCurrent() : null;
    }

    private static String htmxAddress() {
        var made = new Properties();
        try (InputStream file =
                Site.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/htmx.org/pom.properties")) {
            made.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/webjars/htmx.org/" + made.getProperty("version") + "/dist/htmx.min.js";
    }

    private static String fingerprint() {
        CRC32 sum = new CRC32();
        for (String asset : ASSETS) {
            try (InputStream file = Site.class.getResourceAsStream("/META-INF/resources/" + asset)) {
                if (file != null) {
                    sum.update(file.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
