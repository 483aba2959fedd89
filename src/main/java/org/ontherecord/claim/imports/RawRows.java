package org.ontherecord.claim.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The rows of a file, one at a time, so that a file may be larger than the memory. */
interface RawRows extends Closeable {

    /** The next row, or null at the end; {@link UnreadableImport} when there is no reading on. */
    RawRow next() throws IOException;

    /** What is to be said about the file as a whole. */
    default List<Remark> remarks() {
        return List.of();
    }
}
