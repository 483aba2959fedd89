package org.ontherecord.article;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A web address in the one spelling under which we know an article: http or https, host in lower case, no fragment, no
 * user, no default port and none of the parameters that only follow readers around.
 */
public final class WebAddress {

    static final int LONGEST = 2_000;

    private static final Set<String> TRACKING = Set.of(
            "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "ocid", "cmpid", "smid", "xtor",
            "ref_src");

    private WebAddress() {}

    /** The address in its one spelling, or null when it is not one we could open. */
    public static URI parse(String written) {
        if (written == null || written.isBlank() || written.length() > LONGEST) {
            return null;
        }
        try {
            URI uri = new URI(written.strip().replace(" ", "%20"));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https") || uri.getRawUserInfo() != null) {
                return null;
            }
            String host = host(uri);
            if (host == null) {
                return null;
            }
            boolean usual = uri.getPort() == -1 || uri.getPort() == (scheme.equals("http") ? 80 : 443);
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = query(uri.getRawQuery());
            return new URI(scheme + "://" + host + (usual ? "" : ":" + uri.getPort()) + path
                    + (query == null ? "" : "?" + query));
        } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static String host(URI uri) {
        String host = uri.getHost();
        if (host == null && uri.getRawAuthority() != null) {
            host = IDN.toASCII(uri.getRawAuthority().replaceFirst(":\\d{1,5}$", ""));
        }
        return host == null || host.isBlank() ? null : host.toLowerCase(Locale.ROOT);
    }

    private static String query(String raw) {
        if (raw == null) {
            return null;
        }
        String kept = Arrays.stream(raw.split("&"))
                .filter(pair -> !pair.isEmpty())
                .filter(pair -> {
                    String name = pair.split("=", 2)[0].toLowerCase(Locale.ROOT);
                    return !name.startsWith("utm_") && !TRACKING.contains(name);
                })
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? null : kept;
    }
}
