package org.ontherecord.platform;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.qute.TemplateExtension;

/** How a long list falls into pages, and which of them a reader can go to at once. */
public final class Paging {
    /** Stands for the pages left out between two numbers. */
    private static final int GAP = 0;

    private Paging() {}

    /** At least one: an empty list has a page that says so. */
    public static int pages(long total, int size) {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** The first, the last and those around this one; 0 where some are left out. */
    @TemplateExtension
    static List<Integer> numbersUpTo(Integer page, Integer pages) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= pages; number++) {
            boolean shown = number == 1 || number == pages || Math.abs(number - page) <= 1;
            boolean alone = number == 2 && page == 4 || number == pages - 1 && page == pages - 3;
            if (shown || alone) {
                numbers.add(number);
            } else if (numbers.get(numbers.size() - 1) != GAP) {
                numbers.add(GAP);
            }
        }
        return numbers;
    }
}
