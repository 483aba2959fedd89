package org.ontherecord.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/** What a site answered: the bytes of a page or feed, where to ask instead, or a refusal in words. */
record SiteAnswer(
        int status,
        URI address,
        byte[] body,
        String charset,
        PageFetcher.Marks marks,
        URI movedTo,
        Duration retryAfter,
        URI next) {

    SiteAnswer movedTo(URI permanent) {
        return new SiteAnswer(status, address, body, charset, marks, permanent, retryAfter, next);
    }

    static SiteAnswer read(URI address, PageFetcher.Wish wish, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (status >= 300 && status < 400 && response.getFirstHeader(HttpHeaders.LOCATION) != null) {
            return new SiteAnswer(
                    status,
                    address,
                    null,
                    null,
                    PageFetcher.Marks.NONE,
                    null,
                    null,
                    redirect(address, response.getFirstHeader(HttpHeaders.LOCATION)));
        }
        PageFetcher.Marks marks =
                new PageFetcher.Marks(header(response, HttpHeaders.ETAG), header(response, HttpHeaders.LAST_MODIFIED));
        if (status != 200 && wish.feed()) {
            return new SiteAnswer(status, address, null, null, marks, null, retryAfter(response), null);
        }
        if (status != 200) {
            String why = status == 404 || status == 410 ? "There is no page at this address" : refusal(status);
            throw new Unreadable(
                    Unreadable.Reason.REFUSED_BY_SITE,
                    "We couldn't read this page. " + why + " (" + status + ")." + PageFetcher.PASTE);
        }
        HttpEntity entity = response.getEntity();
        ContentType type = entity == null ? null : ContentType.parseLenient(entity.getContentType());
        if (type == null
                || !wish.kinds().contains(String.valueOf(type.getMimeType()).toLowerCase(Locale.ROOT))) {
            throw new Unreadable(
                    Unreadable.Reason.NOT_TEXT,
                    wish.feed()
                            ? "There is no feed at this address, but another kind of file."
                            : "There is no web page at this address, but another kind of file." + PageFetcher.PASTE);
        }
        return new SiteAnswer(
                status, address, bounded(entity.getContent()), type.getParameter("charset"), marks, null, null, null);
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null
                        || header.getValue().isBlank()
                        || header.getValue().length() > 500
                ? null
                : CleanText.line(header.getValue(), 500);
    }

    /** Seconds only; the other form, a date, is rare and a site that uses it waits for our own next try. */
    private static Duration retryAfter(ClassicHttpResponse response) {
        String wait = header(response, HttpHeaders.RETRY_AFTER);
        return wait != null && wait.matches("\\d{1,7}") ? Duration.ofSeconds(Long.parseLong(wait)) : null;
    }

    private static String refusal(int status) {
        return status >= 500 ? "The site has a problem" : "The site refused our request";
    }

    private static URI redirect(URI from, Header location) {
        URI next;
        try {
            next = WebAddress.parse(from.resolve(location.getValue().strip().replace(" ", "%20"))
                    .toString());
        } catch (IllegalArgumentException notAnAddress) {
            next = null;
        }
        if (next == null) {
            throw new Unreadable(
                    Unreadable.Reason.BAD_ADDRESS,
                    "We couldn't read this page. It sent us on to no web address." + PageFetcher.PASTE);
        }
        return next;
    }

    /** Counts what comes out of the decompressor, so that a small answer cannot grow without end. */
    private static byte[] bounded(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[16_384];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            body.write(buffer, 0, read);
            if (body.size() > PageFetcher.MOST_BYTES) {
                throw new Unreadable(
                        Unreadable.Reason.TOO_LARGE,
                        "We couldn't read this page. It is larger than 5 MB." + PageFetcher.PASTE);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw tooSlow();
            }
        }
        return body.toByteArray();
    }

    static Unreadable tooSlow() {
        return new Unreadable(
                Unreadable.Reason.TOO_SLOW,
                "We couldn't read this page. The site took longer than 10 seconds." + PageFetcher.PASTE);
    }
}
