package org.ontherecord.matching.index;

/** Vectors in 8 bits a number, each stretched to its own largest: only directions are compared, so the length may change. */
final class SmallVector {
    private static final int MOST = 127;

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

    static int dot(byte[] one, byte[] others, int from) {
        int sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * others[from + i];
        }
        return sum;
    }

    static float inverseLength(byte[] vector) {
        int square = dot(vector, vector, 0);
        return square == 0 ? 0 : (float) (1 / Math.sqrt(square));
    }

    /** One bit a number: whether it is positive. */
    static void signs(byte[] vector, long[] into, int from) {
        for (int word = 0; word < vector.length / Long.SIZE; word++) {
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
