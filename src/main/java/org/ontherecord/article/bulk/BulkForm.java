package org.ontherecord.article.bulk;

import org.jboss.resteasy.reactive.RestForm;

import org.ontherecord.article.CleanText;

/** What a person typed to take in many articles. */
public class BulkForm {
    @RestForm
    String addresses;

    String typed() {
        return addresses == null ? "" : CleanText.of(addresses);
    }
}
