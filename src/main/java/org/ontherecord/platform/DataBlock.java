package org.ontherecord.platform;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/**
 * Data in a page as a {@code <script type="application/ld+json">}, which no browser runs. In JSON the letters that could end
 * the element only stand inside strings, where they can be written by their numbers.
 */
@TemplateExtension
public final class DataBlock {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DataBlock() {}

    public static RawString dataBlock(Map<String, Object> data) {
        return new RawString("<script type=\"application/ld+json\">" + safe(data) + "</script>");
    }

    static String safe(Map<String, Object> data) {
        try {
            return JSON.writeValueAsString(data)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
