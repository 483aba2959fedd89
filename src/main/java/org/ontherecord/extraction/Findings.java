package org.ontherecord.extraction;

import java.util.List;

/** The proposals of one text in text order, and how many were dropped because their words did not stand in it. */
public record Findings(List<Proposal> proposals, int dropped) {}
