package org.ontherecord.claim.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.ontherecord.claim.imports.RowReading.Understood;

/** Any bytes are read to their end or refused in words; what is understood always fits its columns. */
class ImportReadingFuzzTest {

    @FuzzTest(maxDuration = "20s")
    void anyBytesAreReadOrRefused(byte[] file) throws IOException {
        try {
            ImportFile.look(new ByteArrayInputStream(file));
        } catch (UnreadableImport refused) {
            return;
        }
        try (RawRows rows = ImportFile.open(new ByteArrayInputStream(file))) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                check(RowReading.of(row, "Example Checkers"));
            }
        }
    }

    private static void check(Understood row) {
        ExternalClaim claim = row.claim();
        if (claim != null
                && (claim.wording().isBlank()
                        || claim.wording().indexOf('\0') >= 0
                        || claim.wording().codePointCount(0, claim.wording().length()) > RowReading.LONGEST_TEXT
                        || claim.externalId().isBlank()
                        || claim.publisher().isBlank()
                        || claim.url() != null && !claim.url().startsWith("http"))) {
            throw new AssertionError(claim);
        }
    }
}
