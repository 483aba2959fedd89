package org.ontherecord.platform;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PagingTest {
    @Test
    void aReaderCanGoToTheFirstTheLastAndTheNextPages() {
        assertThat(Paging.numbersUpTo(1, 1)).containsExactly(1);
        assertThat(Paging.numbersUpTo(1, 3)).containsExactly(1, 2, 3);
        assertThat(Paging.numbersUpTo(1, 20)).containsExactly(1, 2, 0, 20);
        assertThat(Paging.numbersUpTo(10, 20)).containsExactly(1, 0, 9, 10, 11, 0, 20);
        assertThat(Paging.numbersUpTo(20, 20)).containsExactly(1, 0, 19, 20);
        assertThat(Paging.numbersUpTo(99, 3)).containsExactly(1, 0, 3);
    }

    @Test
    void nothingIsLeftOutThatTakesNoMoreRoomThanTheGap() {
        assertThat(Paging.numbersUpTo(4, 20)).startsWith(1, 2, 3, 4, 5);
        assertThat(Paging.numbersUpTo(17, 20)).endsWith(16, 17, 18, 19, 20);
    }

    @Test
    void anEmptyListHasOnePage() {
        assertThat(Paging.pages(0, 25)).isEqualTo(1);
        assertThat(Paging.pages(25, 25)).isEqualTo(1);
        assertThat(Paging.pages(26, 25)).isEqualTo(2);
    }
}
