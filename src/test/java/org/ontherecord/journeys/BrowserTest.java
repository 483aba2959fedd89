package org.ontherecord.journeys;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BrowserTest {

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aPlainPageIsFineForEveryone() {
        Page page = show("<h1>The record</h1><p>Who said what, and when.</p>");
        Reading.isFineInEverySetting(page);
        assertThat(page.viewportSize().width).isEqualTo(1280);
    }

    @Test
    void anImageWithoutAWordForItIsReported() {
        Page page = show("<h1>The record</h1><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>");
        assertThatThrownBy(() -> Reading.isFineInEverySetting(page)).hasMessageContaining("image-alt");
    }

    @Test
    void aPageTooWideForAPhoneIsReported() {
        Page page = show("<h1>The record</h1><p style='width: 800px'>Wide</p>");
        assertThatThrownBy(() -> Reading.isFineInEverySetting(page)).hasMessageContaining("in a window of 320");
    }

    private static Page show(String body) {
        Page page = browser.visitor();
        page.setContent("<!doctype html><html lang=en><title>A page</title>"
                + "<meta name=viewport content='width=device-width'><main>" + body + "</main></html>");
        return page;
    }
}
