package org.ontherecord.published.sharing;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A font file of the web as Java can read it: WOFF 1.0 (W3C) is TrueType with its tables deflated. */
final class Woff {
    private static final int WOFF_HEADER = 44;
    private static final int WOFF_ENTRY = 20;
    private static final int SFNT_HEADER = 12;
    private static final int SFNT_ENTRY = 16;

    private Woff() {}

    static Font font(String resource) {
        try (InputStream file = Woff.class.getResourceAsStream(resource)) {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(trueType(file.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException | DataFormatException e) {
            throw new IllegalStateException(resource, e);
        }
    }

    private static byte[] trueType(byte[] bytes) throws DataFormatException {
        var woff = ByteBuffer.wrap(bytes);
        int tables = woff.getShort(12);
        var font = ByteBuffer.allocate(woff.getInt(16));
        int power = Integer.highestOneBit(tables);
        font.putInt(woff.getInt(4)).putShort((short) tables).putShort((short) (power * 16));
        font.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) ((tables - power) * 16));
        int place = SFNT_HEADER + tables * SFNT_ENTRY;
        for (int i = 0; i < tables; i++) {
            int entry = WOFF_HEADER + i * WOFF_ENTRY;
            int packed = woff.getInt(entry + 8);
            int length = woff.getInt(entry + 12);
            font.putInt(woff.getInt(entry))
                    .putInt(woff.getInt(entry + 16))
                    .putInt(place)
                    .putInt(length);
            unpack(bytes, woff.getInt(entry + 4), packed, font.array(), place, length);
            place += length + 3 & ~3;
        }
        return font.array();
    }

    private static void unpack(byte[] from, int start, int packed, byte[] to, int place, int length)
            throws DataFormatException {
        if (packed == length) {
            System.arraycopy(from, start, to, place, length);
            return;
        }
        var inflater = new Inflater();
        inflater.setInput(from, start, packed);
        inflater.inflate(to, place, length);
        inflater.end();
    }
}
