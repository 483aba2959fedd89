package org.ontherecord.extraction;

import java.util.List;

import org.ontherecord.extraction.reading.Quotation;

/**
 * What one text holds: the proposals and the quotations, both in text order, and how many proposals were dropped because
 * their words did not stand in it.
 */
public record Findings(List<Proposal> proposals, List<Quotation> quotations, int dropped) {}
