package org.ontherecord.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import io.quarkus.qute.Engine;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Message bundles without a container, for the tests of what is told with them. */
public final class Messages {
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .build();

    private Messages() {}

    public static <T> T in(Language language, Class<T> bundle) {
        Properties words = file(bundle, language);
        return bundle.cast(Proxy.newProxyInstance(
                bundle.getClassLoader(),
                new Class<?>[] {bundle},
                (proxy, method, values) -> ENGINE.parse(template(method, words))
                        .instance()
                        .data(values(method, values))
                        .render()));
    }

    /** For templates that are printed without a container: the locale of the instance decides, as in the site. */
    public static NamespaceResolver namespace(Class<?> bundle) {
        return NamespaceResolver.builder(
                        bundle.getAnnotation(MessageBundle.class).value())
                .resolve(context -> {
                    Object[] values = context.getParams().stream()
                            .map(parameter -> context.evaluate(parameter)
                                    .toCompletableFuture()
                                    .join())
                            .toArray();
                    return call(in(Language.of(context.getAttribute("locale")), bundle), context.getName(), values);
                })
                .build();
    }

    private static Object call(Object words, String name, Object... values) {
        try {
            for (Method method : words.getClass().getInterfaces()[0].getMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == values.length) {
                    return method.invoke(words, values);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalArgumentException("No message " + name);
    }

    static Properties file(Class<?> bundle, Language language) {
        Properties words = new Properties();
        String name = bundle.getAnnotation(MessageBundle.class).value() + "_" + language.code() + ".properties";
        try (var file = Messages.class.getResourceAsStream("/messages/" + name)) {
            if (file != null) {
                words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static String template(Method method, Properties words) {
        return words.getProperty(
                method.getName(), method.getAnnotation(Message.class).value());
    }

    private static Map<String, Object> values(Method method, Object[] values) {
        Map<String, Object> named = new HashMap<>();
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            named.put(parameters[i].getName(), values[i]);
        }
        return named;
    }
}
