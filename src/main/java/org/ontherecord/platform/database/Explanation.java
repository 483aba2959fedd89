package org.ontherecord.platform.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** Turns what PostgreSQL or the system said into what a person can do about it. */
final class Explanation {

    private Explanation() {}

    static String of(IOException fault, Path folder) {
        String what = fault.getMessage() == null ? fault.toString() : fault.getMessage();
        return of(fault instanceof AccessDeniedException ? "Permission denied: " + what : what, folder);
    }

    static String of(String output, Path folder) {
        if (output.contains("No space left on device") || output.contains("Disk quota exceeded")) {
            return "The disk that holds the database (" + folder
                    + ") is full. Free some space and start again; nothing that was " + "saved is lost.";
        }
        if (output.contains("Permission denied")) {
            return "PostgreSQL may not read or write its folder " + folder
                    + ". It belongs to another user: start On the Record "
                    + "as that user, or choose another folder with ONTHERECORD_DATA_DIR.";
        }
        if (output.contains("Read-only file system")) {
            return "The data folder " + folder + " can only be read. Choose another folder with "
                    + "ONTHERECORD_DATA_DIR.";
        }
        if (output.contains("error while loading shared libraries") || output.contains("cannot run program")) {
            return "The PostgreSQL that comes with On the Record does not run on this system: " + output + " "
                    + DatabaseUnavailable.WAY_OUT;
        }
        return "PostgreSQL in " + folder + " did not start. It said:\n" + output;
    }
}
