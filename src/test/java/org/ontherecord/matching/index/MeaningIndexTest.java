package org.ontherecord.matching.index;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.ontherecord.matching.Nearness;
import org.ontherecord.platform.SentenceEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/** The search by sign bits against comparing everything, on vectors that lie in clusters as those of sentences do. */
class MeaningIndexTest {
    private static final int MANY = 30_000;
    private static final int THEMES = 300;

    private final Random random = new Random(5);
    private final float[][] themes = new float[THEMES][];
    private final MeaningIndex index = new MeaningIndex();

    @Test
    void findsWhatComparingEverythingFinds() {
        fill(MANY);
        int right = 0;
        int queries = 100;
        for (int i = 0; i < queries; i++) {
            byte[] query = sentence();
            Map<Long, Double> all = index.nearestOfAll(query, false, 20);
            Map<Long, Double> found = index.nearest(query, false, 20);
            right += all.keySet().stream().filter(found::containsKey).count();
            found.forEach((claim, near) ->
                    assertThat(near).isEqualTo(index.of(query, claim).best()));
        }
        assertThat(right / 20.0 / queries).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void theSameVectorIsNearestWithCosineOne() {
        fill(1_000);
        byte[] query = sentence();
        index.put(5_000, true, List.of(new MeaningIndex.Slot(1, query)));

        assertThat(index.nearest(query, true, 1).get(5_000L)).isGreaterThan(0.999999);
        assertThat(index.of(query, 5_000).title()).isGreaterThan(0.999999);
        assertThat(index.of(query, 5_000).wording()).isZero();
    }

    @Test
    void whatIsReplacedOrRemovedIsNotFoundAgain() {
        byte[] query = sentence();
        index.put(1, false, List.of(new MeaningIndex.Slot(0, query)));
        index.put(1, false, List.of(new MeaningIndex.Slot(0, sentence())));
        assertThat(index.nearest(query, false, 10).get(1L)).isLessThan(0.999);

        index.remove(1);
        assertThat(index.nearest(query, false, 10)).isEmpty();
    }

    @Test
    void thePublicDoesNotFindTheDesksClaims() {
        byte[] query = sentence();
        index.put(1, false, List.of(new MeaningIndex.Slot(0, query)));
        index.put(2, true, List.of(new MeaningIndex.Slot(0, sentence())));

        assertThat(index.nearest(query, true, 10)).containsOnlyKeys(2L);
        assertThat(index.nearest(query, false, 10)).containsOnlyKeys(1L, 2L);
    }

    @Test
    void staysWholeWhenWhatIsGoneIsCleared() {
        fill(10_000);
        byte[] last = null;
        for (int i = 0; i < 15_000; i++) {
            last = sentence();
            index.put(i % 10_000, i % 2 == 0, List.of(new MeaningIndex.Slot(0, last)));
        }
        assertThat(index.size()).isLessThan(25_000);
        assertThat(index.nearest(last, false, 1)).containsKey(4_999L);
        assertThat(index.nearestOfAll(last, false, 20_000)).hasSize(10_000);
    }

    @Test
    void anEmptyIndexFindsNothing() {
        assertThat(index.nearest(sentence(), false, 10)).isEmpty();
        assertThat(index.of(sentence(), 1)).isEqualTo(Nearness.NONE);
    }

    private void fill(int claims) {
        for (int i = 0; i < claims; i++) {
            index.put(i, true, List.of(new MeaningIndex.Slot(0, sentence())));
        }
    }

    /** Two themes and what is its own. */
    private byte[] sentence() {
        float[] one = theme(random.nextInt(THEMES));
        float[] other = theme(random.nextInt(THEMES));
        float[] sum = new float[SentenceEncoder.LENGTH];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + 0.5f * other[i] + 0.7f * (float) random.nextGaussian();
        }
        return SmallVector.of(sum);
    }

    private float[] theme(int number) {
        if (themes[number] == null) {
            themes[number] = new float[SentenceEncoder.LENGTH];
            for (int i = 0; i < SentenceEncoder.LENGTH; i++) {
                themes[number][i] = (float) random.nextGaussian();
            }
        }
        return themes[number];
    }
}
