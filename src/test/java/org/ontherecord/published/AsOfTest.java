package org.ontherecord.published;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.ontherecord.platform.NotUnderstood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AsOfTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aDayIsItsEndInUtc() {
        AsOf asOf = AsOf.of(" 2024-12-01 ", NOW);
        assertThat(asOf.moment()).isEqualTo("2024-12-01T23:59:59.999999Z");
        assertThat(asOf.words()).isEqualTo("1 Dec 2024");
        assertThat(asOf.link("/claims?q=a")).isEqualTo("/claims?q=a&as_of=2024-12-01");
        assertThat(asOf.link("/people")).isEqualTo("/people?as_of=2024-12-01");
        assertThat(asOf.pages("/people")).isEqualTo("/people?as_of=2024-12-01&page=");
    }

    @Test
    void aMomentIsItselfWhateverItsZone() {
        AsOf asOf = AsOf.of("2024-12-01T13:00:00+01:00", NOW);
        assertThat(asOf.moment()).isEqualTo("2024-12-01T12:00:00Z");
        assertThat(asOf.words()).isEqualTo("1 Dec 2024, 12:00 UTC");
        assertThat(asOf.link("/claims")).isEqualTo("/claims?as_of=2024-12-01T12%3A00%3A00Z");
        assertThat(AsOf.of("2024-12-01T13:00:00 01:00", NOW).moment())
                .as("a plus that the address turned into a space")
                .isEqualTo("2024-12-01T12:00:00Z");
    }

    @Test
    void todayAndNothingMeanNow() {
        for (String given : new String[] {null, "", " ", "2026-11-22"}) {
            AsOf asOf = AsOf.of(given, NOW);
            assertThat(asOf.reading()).isEqualTo(AsOf.Reading.NOW);
            assertThat(asOf.moment()).isEqualTo(NOW);
            assertThat(asOf.link("/claims")).isEqualTo("/claims");
        }
    }

    @Test
    void whatLiesAheadShowsNowAndSaysSo() {
        for (String given : new String[] {"2026-11-23", "2026-11-22T12:00:01Z", "9999-12-31"}) {
            assertThat(AsOf.of(given, NOW).isAhead()).as(given).isTrue();
            assertThat(AsOf.of(given, NOW).moment()).isEqualTo(NOW);
        }
    }

    @Test
    void whatCannotBeReadIsRefusedByProgramsAndSaidByPages() {
        for (String given : new String[] {
            "yesterday", "2024-13-01", "2024-02-30", "1 Dec 2024", "2024-12", "2024-12-01T25:00Z", "'; drop", "12"
        }) {
            assertThat(AsOf.of(given, NOW).isUnreadable()).as(given).isTrue();
            assertThatThrownBy(() -> AsOf.strictly(given, NOW))
                    .isInstanceOf(NotUnderstood.class)
                    .hasMessageContaining("2025-01-31");
        }
        assertThat(AsOf.of("x".repeat(5000), NOW).asked()).hasSize(41);
    }

    @Test
    void noMomentIsTooEarlyForTheDatabase() {
        for (String given : new String[] {"0000-01-01", "-999999999-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"}) {
            assertThat(AsOf.of(given, NOW).moment()).as(given).isEqualTo("0001-01-01T00:00:00Z");
        }
    }
}
