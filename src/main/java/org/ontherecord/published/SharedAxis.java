package org.ontherecord.published;

import java.util.List;

import org.ontherecord.published.timeline.RibbonLine;
import org.ontherecord.published.timeline.TimelineAxis;

/** Ribbons under each other on one axis, and the years along it. */
public record SharedAxis(RibbonLine.Years years, List<TimelineAxis.Tick> ticks, List<ClaimLine> lines) {}
