package org.ontherecord.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** What a person wrote into a form that was not done, shown so that it can be copied: words, not choices, and never a secret. */
public final class TypedWords {
    private static final Set<String> SECRETS = Set.of("password", "present", "code");
    private static final int WORTH_KEEPING = 10;

    private TypedWords() {}

    /** Whether a field of that name holds what no page repeats. */
    public static boolean isSecret(String field) {
        return SECRETS.contains(field);
    }

    public static List<String> in(MultivaluedMap<String, String> sent) {
        return sent.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> Map.entry(field.getKey(), value)))
                .filter(field -> isWorthKeeping(field.getKey(), field.getValue()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** In the form that a resource has read; nothing when it was no form. */
    static List<String> in(ContainerRequestContext asked) {
        var form = asked instanceof ResteasyReactiveContainerRequestContext ours
                        && ours.getServerRequestContext() instanceof ResteasyReactiveRequestContext request
                ? request.getFormData()
                : null;
        List<String> words = new ArrayList<>();
        if (form != null) {
            for (String field : form) {
                for (FormValue one : form.get(field)) {
                    if (!one.isFileItem() && isWorthKeeping(field, one.getValue())) {
                        words.add(one.getValue());
                    }
                }
            }
        }
        return words;
    }

    private static boolean isWorthKeeping(String field, String value) {
        return !isSecret(field) && value.length() >= WORTH_KEEPING && value.contains(" ");
    }
}
