package org.ontherecord.published;

import org.ontherecord.published.timeline.RibbonLine;

/** A claim in a list, with the ribbon of its verdicts. */
public record ClaimLine(ClaimSummary claim, RibbonLine ribbon) {}
