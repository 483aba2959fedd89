package org.ontherecord.claim.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The stored file of an import as one stream, of which a megabyte at a time is in memory. */
final class ImportParts extends InputStream {
    private final EntityManager database;
    private final long importId;
    private InputStream part = InputStream.nullInputStream();
    private int position;
    private boolean over;

    ImportParts(EntityManager database, long importId) {
        this.database = database;
        this.importId = importId;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        if (most == 0) {
            return 0;
        }
        while (!over) {
            try {
                int many = part.read(into, from, most);
                if (many > 0) {
                    return many;
                }
            } catch (java.io.IOException never) {
                throw new IllegalStateException(never);
            }
            byte[] next = load(position++);
            over = next == null;
            part = next == null ? InputStream.nullInputStream() : new ByteArrayInputStream(next);
        }
        return -1;
    }

    private byte[] load(int wanted) {
        return QuarkusTransaction.requiringNew().call(() -> (byte[]) database.createNativeQuery(
                        "select content from claim_import_part where import_id = :id and position = :position",
                        byte[].class)
                .setParameter("id", importId)
                .setParameter("position", wanted)
                .getResultStream()
                .findFirst()
                .orElse(null));
    }
}
