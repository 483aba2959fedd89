package org.ontherecord.extraction.model;

/** Why a model's answer is of no use, in words for the desk. {@code endpoint} means that it is not the text's fault. */
final class ModelTrouble extends RuntimeException {
    private final boolean endpoint;

    private ModelTrouble(String words, boolean endpoint) {
        super(words);
        this.endpoint = endpoint;
    }

    static ModelTrouble ofEndpoint(String words) {
        return new ModelTrouble(words, true);
    }

    static ModelTrouble ofAnswer(String words) {
        return new ModelTrouble(words, false);
    }

    boolean isOfEndpoint() {
        return endpoint;
    }
}
