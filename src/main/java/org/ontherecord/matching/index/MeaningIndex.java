package org.ontherecord.matching.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.ontherecord.matching.Nearness;
import org.ontherecord.platform.SentenceEncoder;

/**
 * The vectors of all claims in this node's heap. A search compares sign bits first, of every vector, and then the numbers of
 * those whose bits are nearest: the twenty best are the same as by comparing all (docs/measured.md). Readers never wait: a
 * change is added at the end and what it replaces is marked as gone; when much is gone, everything is copied together.
 */
final class MeaningIndex {
    /** A claim's slot and its vector, by the model that finds, with that of the model that judges behind it, if there is one. */
    record Slot(int slot, byte[] vector) {}

    /** So many of the nearest by sign bits are compared in full, and one in so many of a large index (docs/measured.md). */
    private static final int COMPARED = 4_000;

    private static final int ONE_IN = 25;

    private static final int LENGTH = SentenceEncoder.LENGTH;
    private static final int SIGNS = LENGTH / Long.SIZE;
    private static final int BLOCK = 8_192;
    private static final byte GONE = 0;
    private static final byte UNPUBLISHED = 1;
    private static final byte PUBLISHED = 2;

    private static final class Block {
        final byte[] vectors = new byte[BLOCK * LENGTH];
        final byte[] judging = new byte[BLOCK * LENGTH];
        final long[] signs = new long[BLOCK * SIGNS];
        final float[] inverseLengths = new float[BLOCK];
        final long[] claims = new long[BLOCK];
        final byte[] slots = new byte[BLOCK];
        final byte[] states = new byte[BLOCK];
    }

    /** What readers see: everything before {@code size} is written. */
    private record Content(Block[] blocks, int size, ConcurrentHashMap<Long, int[]> places) {}

    private volatile Content content = new Content(new Block[0], 0, new ConcurrentHashMap<>());
    private int gone;

    /** Puts a claim's vectors in place of those it had. */
    synchronized void put(long claim, boolean published, List<Slot> slots) {
        int[] before = content.places().get(claim);
        if (slots.isEmpty()) {
            content.places().remove(claim);
        } else {
            int[] places = new int[slots.size()];
            Block[] blocks = content.blocks();
            int size = content.size();
            for (int i = 0; i < places.length; i++) {
                if (size == blocks.length * BLOCK) {
                    blocks = Arrays.copyOf(blocks, blocks.length + 1);
                    blocks[blocks.length - 1] = new Block();
                }
                write(blocks[size / BLOCK], size % BLOCK, claim, published, slots.get(i));
                places[i] = size++;
            }
            content = new Content(blocks, size, content.places());
            content.places().put(claim, places);
        }
        if (before != null) {
            for (int place : before) {
                content.blocks()[place / BLOCK].states[place % BLOCK] = GONE;
            }
            gone += before.length;
            content = new Content(content.blocks(), content.size(), content.places());
            if (gone > BLOCK && gone > content.size() / 2) {
                copyTogether();
            }
        }
    }

    void remove(long claim) {
        put(claim, false, List.of());
    }

    int size() {
        return content.size();
    }

    /** The nearest claims by their nearest text; more than k where texts share a claim is not promised. */
    Map<Long, Double> nearest(byte[] query, boolean publishedOnly, int k) {
        Content now = content;
        return best(
                now,
                query,
                nearSigns(now, query, publishedOnly, Math.max(Math.max(COMPARED, k), now.size() / ONE_IN)),
                k);
    }

    /** The same by comparing every number of every vector: what the search is measured and tested against. */
    Map<Long, Double> nearestOfAll(byte[] query, boolean publishedOnly, int k) {
        Content now = content;
        int[] all = new int[now.size()];
        int count = 0;
        for (int place = 0; place < now.size(); place++) {
            if (visible(now.blocks()[place / BLOCK].states[place % BLOCK], publishedOnly)) {
                all[count++] = place;
            }
        }
        return best(now, query, Arrays.copyOf(all, count), k);
    }

    /** By the model that finds. */
    Nearness of(byte[] query, long claim) {
        float inverse = SmallVector.inverseLength(query);
        return near(claim, (block, at) -> cosine(block, query, inverse, at));
    }

    /** By the model that judges; none where the query has no such vector. */
    Nearness judged(byte[] query, long claim) {
        return query.length < 2 * LENGTH
                ? Nearness.NONE
                : near(claim, (block, at) -> SmallVector.cosine(query, LENGTH, block.judging, at * LENGTH));
    }

    private interface Measure {
        double at(Block block, int at);
    }

    private Nearness near(long claim, Measure measure) {
        Content now = content;
        int[] places = now.places().get(claim);
        if (places == null) {
            return Nearness.NONE;
        }
        double best = -1;
        double wording = 0;
        double title = 0;
        for (int place : places) {
            Block block = now.blocks()[place / BLOCK];
            double near = measure.at(block, place % BLOCK);
            best = Math.max(best, near);
            int slot = block.slots[place % BLOCK];
            wording = slot == ClaimTexts.WORDING ? near : wording;
            title = slot == ClaimTexts.TITLE ? near : title;
        }
        return new Nearness(best, wording, title);
    }

    private static void write(Block block, int at, long claim, boolean published, Slot slot) {
        System.arraycopy(slot.vector(), 0, block.vectors, at * LENGTH, LENGTH);
        if (slot.vector().length > LENGTH) {
            System.arraycopy(slot.vector(), LENGTH, block.judging, at * LENGTH, LENGTH);
        }
        SmallVector.signs(slot.vector(), block.signs, at * SIGNS);
        block.inverseLengths[at] = SmallVector.inverseLength(slot.vector());
        block.claims[at] = claim;
        block.slots[at] = (byte) slot.slot();
        block.states[at] = published ? PUBLISHED : UNPUBLISHED;
    }

    private void copyTogether() {
        Content old = content;
        MeaningIndex copy = new MeaningIndex();
        old.places().forEach((claim, places) -> {
            Block first = old.blocks()[places[0] / BLOCK];
            boolean published = first.states[places[0] % BLOCK] == PUBLISHED;
            copy.put(
                    claim,
                    published,
                    Arrays.stream(places)
                            .mapToObj(place -> new Slot(
                                    old.blocks()[place / BLOCK].slots[place % BLOCK],
                                    SmallVector.joined(
                                            part(old.blocks()[place / BLOCK].vectors, place),
                                            part(old.blocks()[place / BLOCK].judging, place))))
                            .toList());
        });
        content = copy.content;
        gone = 0;
    }

    private static byte[] part(byte[] vectors, int place) {
        return Arrays.copyOfRange(vectors, place % BLOCK * LENGTH, (place % BLOCK + 1) * LENGTH);
    }

    private static boolean visible(byte state, boolean publishedOnly) {
        return state == PUBLISHED || state == UNPUBLISHED && !publishedOnly;
    }

    /** Places whose sign bits differ least from the query's: at least {@code most}, and all that differ as little as the last. */
    private static int[] nearSigns(Content now, byte[] query, boolean publishedOnly, int most) {
        long[] q = new long[SIGNS];
        SmallVector.signs(query, q, 0);
        int[] counts = new int[LENGTH + 1];
        int[] places = new int[4 * most];
        short[] distances = new short[4 * most];
        int held = 0;
        int within = 0;
        int limit = LENGTH;
        for (int b = 0; b * BLOCK < now.size(); b++) {
            Block block = now.blocks()[b];
            long[] signs = block.signs;
            int end = Math.min(BLOCK, now.size() - b * BLOCK);
            for (int i = 0, at = 0; i < end; i++, at += SIGNS) {
                int distance = Long.bitCount(signs[at] ^ q[0])
                        + Long.bitCount(signs[at + 1] ^ q[1])
                        + Long.bitCount(signs[at + 2] ^ q[2])
                        + Long.bitCount(signs[at + 3] ^ q[3])
                        + Long.bitCount(signs[at + 4] ^ q[4])
                        + Long.bitCount(signs[at + 5] ^ q[5]);
                if (distance > limit || !visible(block.states[i], publishedOnly)) {
                    continue;
                }
                if (held == places.length) {
                    held = keep(places, distances, held, limit);
                    if (held > places.length / 2) {
                        places = Arrays.copyOf(places, 2 * places.length);
                        distances = Arrays.copyOf(distances, places.length);
                    }
                }
                places[held] = b * BLOCK + i;
                distances[held++] = (short) distance;
                counts[distance]++;
                within++;
                while (within - counts[limit] >= most) {
                    within -= counts[limit--];
                }
            }
        }
        return Arrays.copyOf(places, keep(places, distances, held, limit));
    }

    private static int keep(int[] places, short[] distances, int held, int limit) {
        int kept = 0;
        for (int i = 0; i < held; i++) {
            if (distances[i] <= limit) {
                places[kept] = places[i];
                distances[kept++] = distances[i];
            }
        }
        return kept;
    }

    private static Map<Long, Double> best(Content now, byte[] query, int[] places, int k) {
        float inverse = SmallVector.inverseLength(query);
        Map<Long, Double> nearness = new HashMap<>();
        for (int place : places) {
            double near = cosine(now.blocks()[place / BLOCK], query, inverse, place % BLOCK);
            nearness.merge(now.blocks()[place / BLOCK].claims[place % BLOCK], near, Math::max);
        }
        if (nearness.size() <= k) {
            return nearness;
        }
        Map<Long, Double> best = new HashMap<>();
        nearness.entrySet().stream()
                .sorted(Map.Entry.<Long, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(k)
                .forEach(entry -> best.put(entry.getKey(), entry.getValue()));
        return best;
    }

    private static double cosine(Block block, byte[] query, float inverse, int at) {
        return SmallVector.dot(query, block.vectors, at * LENGTH) * (double) inverse * block.inverseLengths[at];
    }
}
