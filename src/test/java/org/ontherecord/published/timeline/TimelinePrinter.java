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
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.Variant;

import org.ontherecord.platform.Language;
import org.ontherecord.platform.Messages;
import org.ontherecord.platform.RatingMessages;

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
            .addValueResolver(ValueResolver.builder()
                    .applyToBaseClass(String.class)
                    .applyToName("translated")
                    .resolveSync(EvalContext::getBase)
                    .build())
            .addNamespaceResolver(Messages.namespace(TimelineMessages.class))
            .addLocator(TimelinePrinter::find)
            .build();

    static final TimelineMessages ENGLISH = Messages.in(Language.ENGLISH, TimelineMessages.class);
    static final TimelineMessages FRENCH = Messages.in(Language.FRENCH, TimelineMessages.class);

    private TimelinePrinter() {}

    static TimelineModel model(String id, List<TimelineEvent> events, Instant now, TimelineMessages say) {
        return TimelineModel.of(
                new TimelineModel.Subject(
                        id, "“I’ll have that done in 24 hours.”", "#" + id + "-steps", "/api/v1/claims/1024"),
                events,
                now,
                say);
    }

    static TimelineModel model(List<TimelineEvent> events) {
        return model("t", events, TimelineExamples.NOW, ENGLISH);
    }

    static String figure(String id, List<TimelineEvent> events, Instant now) {
        return figure(id, events, now, ENGLISH);
    }

    static String figure(String id, List<TimelineEvent> events, Instant now, TimelineMessages say) {
        return ENGINE.getTemplate("published/timeline")
                .instance()
                .setLocale(say.language())
                .data("model", model(id, named(events, say), now, say))
                .render();
    }

    static String steps(List<TimelineEvent> events, Instant now) {
        return steps(events, now, ENGLISH);
    }

    static String steps(List<TimelineEvent> events, Instant now, TimelineMessages say) {
        return ENGINE.getTemplate("published/steps")
                .instance()
                .setLocale(say.language())
                .data("list", StepList.of(named(events, say), now, say))
                .data("asOf", null)
                .render();
    }

    private static List<TimelineEvent> named(List<TimelineEvent> events, TimelineMessages say) {
        RatingMessages ratings = Messages.in(Language.of(say.language()), RatingMessages.class);
        return events.stream()
                .map(event -> event.rated(rating -> rating.called(ratings.label(rating.code()))))
                .toList();
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
