package org.ontherecord.claim.imports;

import java.util.Map;

/** One row as its file has it: values by the name of the column, empty ones left out; or why it cannot be one. */
record RawRow(int line, Map<String, String> values, String trouble) {

    RawRow(int line, Map<String, String> values) {
        this(line, values, null);
    }

    String get(String column) {
        return values.get(column);
    }
}
