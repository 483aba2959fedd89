package org.ontherecord.review;

import java.util.ArrayList;
import java.util.List;

import org.ontherecord.review.PublishCheck.Item;

/** The lines of a {@link PublishCheck} while they are written. */
final class Checklist {
    private final List<Item> items = new ArrayList<>();

    void check(boolean passed, String whenPassed, String whenBlocked, String link) {
        if (passed) {
            pass(whenPassed);
        } else {
            block(whenBlocked, link);
        }
    }

    void pass(String sentence) {
        items.add(new Item(true, sentence, null));
    }

    void block(String sentence, String link) {
        items.add(new Item(false, sentence, link));
    }

    void remind(String sentence, String link) {
        items.add(new Item(true, sentence, link));
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
