package org.ontherecord.matching;

/** Which claims a match may show. */
public enum Sight {
    /** Every claim that was not merged away, drafts too: for the newsroom's eyes. */
    DESK,
    /** Claims with a published verdict, ours or another publisher's. */
    PUBLIC
}
