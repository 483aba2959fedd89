package org.ontherecord.article;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever stands in a Word document: it is read, or refused in words. */
class WordFuzzTest {

    @FuzzTest(maxDuration = "20s")
    void aDocumentIsReadOrRefused(FuzzedDataProvider data) {
        boolean wellFormed = data.consumeBoolean();
        boolean whole = data.consumeBoolean();
        byte[] foreign = data.consumeBytes(20_000);
        String text = new String(foreign, StandardCharsets.UTF_8);
        byte[] file = !whole ? foreign : wellFormed ? Documents.wordBody(text) : Documents.wordXml(text);
        try {
            FileKind.of(file);
            WordArticle.read(file);
        } catch (Unreadable refused) {
            // the other outcome there is
        }
    }
}
