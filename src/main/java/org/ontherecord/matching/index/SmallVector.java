package org.ontherecord.matching.index;

import java.util.Arrays;

import org.ontherecord.platform.SentenceEncoder;

/** Vectors in 8 bits a number, each stretched to its own largest: only directions are compared, so the length may change. */
final class SmallVector {
    private static final int MOST = 127;
    private static final int LENGTH = SentenceEncoder.LENGTH;

    private SmallVector() {}

    static byte[] of(float[] vector) {
        float largest = 0;
        for (float part : vector) {
            largest = Math.max(largest, Math.abs(part));
        }
        byte[] small = new byte[vector.length];
        for (int i = 0; i < small.length; i++) {
            small[i] = largest == 0 ? 0 : (byte) Math.round(vector[i] / largest * MOST);
        }
        return small;
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    static int dot(byte[] one, byte[] others, int from) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += one[i] * others[from + i];
        }
        return sum;
    }

    static float inverseLength(byte[] vector) {
        int square = dot(vector, vector, 0);
        return square == 0 ? 0 : (float) (1 / Math.sqrt(square));
    }

    /** The cosine of what stands at the places given. */
    static double cosine(byte[] one, int from, byte[] other, int otherFrom) {
        long product = 0;
        long square = 0;
        long otherSquare = 0;
        for (int i = 0; i < LENGTH; i++) {
            product += one[from + i] * other[otherFrom + i];
            square += one[from + i] * one[from + i];
            otherSquare += other[otherFrom + i] * other[otherFrom + i];
        }
        return square == 0 || otherSquare == 0 ? 0 : product / Math.sqrt((double) square * otherSquare);
    }

    /** One bit a number: whether it is positive. */
    static void signs(byte[] vector, long[] into, int from) {
        for (int word = 0; word < LENGTH / Long.SIZE; word++) {
            long bits = 0;
            for (int bit = 0; bit < Long.SIZE; bit++) {
                if (vector[word * Long.SIZE + bit] > 0) {
                    bits |= 1L << bit;
                }
            }
            into[from + word] = bits;
        }
    }
}
