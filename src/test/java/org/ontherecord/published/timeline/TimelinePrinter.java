package org.ontherecord.published.timeline;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.Variant;

/** Prints the templates of the timeline without a container. */
final class TimelinePrinter {

    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of("text/html")))
            .addSectionHelper(new UserTagSectionHelper.Factory("verdictTag", "tags/verdictTag"))
            .addSectionHelper(new UserTagSectionHelper.Factory("glyph", "tags/glyph"))
            .addSectionHelper(new UserTagSectionHelper.Factory("wordsLinks", "tags/wordsLinks"))
            .addValueResolver(ValueResolver.builder()
                    .applyToBaseClass(String.class)
                    .applyToName("sign")
                    .resolveSync(context -> "the sign of " + context.getBase())
                    .build())
            .addLocator(TimelinePrinter::find)
            .build();

    private TimelinePrinter() {}

    static String figure(String id, List<TimelineEvent> events, Instant now) {
        return ENGINE.getTemplate("published/timeline")
                .data("model", TimelineExamples.model(id, events, now))
                .render();
    }

    static String steps(List<TimelineEvent> events, Instant now) {
        return ENGINE.getTemplate("published/steps")
                .data("list", StepList.of(events, now))
                .data("asOf", null)
                .render();
    }

    static String ribbon(String id, List<TimelineEvent> events, Instant now) {
        return ENGINE.getTemplate("published/ribbonLine")
                .data("ribbon", RibbonLine.of(id, events, now))
                .render();
    }

    private static Optional<TemplateLocator.TemplateLocation> find(String id) {
        var url = TimelinePrinter.class.getResource("/templates/" + id + ".html");
        return url == null
                ? Optional.empty()
                : Optional.of(new TemplateLocator.TemplateLocation() {
                    @Override
                    public Reader read() {
                        try {
                            return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }

                    @Override
                    public Optional<Variant> getVariant() {
                        return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
                    }
                });
    }
}
