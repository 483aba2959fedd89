package org.ontherecord;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import nu.validator.client.EmbeddedValidator;
import nu.validator.messages.GnuMessageEmitter;
import nu.validator.messages.MessageEmitterAdapter;
import nu.validator.servlet.imagereview.ImageCollector;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.xml.sax.InputSource;

/** The Nu HTML checker as its EmbeddedValidator sets it up, but with its schema read once and not for every page. */
public final class HtmlChecker {
    private static SimpleDocumentValidator validator;

    private HtmlChecker() {}

    /** One line for each problem; empty for a valid page. */
    public static synchronized String problemsOf(String html) throws Exception {
        if (validator == null) {
            validator = new SimpleDocumentValidator(true, false, true);
            validator.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, new SystemErrErrorHandler());
        }
        var out = new ByteArrayOutputStream();
        var source = validator.getSourceCode();
        var messages = new MessageEmitterAdapter(
                null, source, true, new ImageCollector(source), 0, true, new GnuMessageEmitter(out, false));
        messages.setErrorsOnly(false);
        messages.setHtml(true);
        messages.start(null);
        validator.setUpValidatorAndParsers(messages, false, false);
        validator.checkHtmlInputSource(
                new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))));
        messages.end("Nothing found.", "Something found.", "");
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
