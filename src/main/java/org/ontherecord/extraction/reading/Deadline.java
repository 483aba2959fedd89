package org.ontherecord.extraction.reading;

import java.time.LocalDate;

import org.ontherecord.extraction.reading.Time.Precision;

/**
 * By when something was promised: the text's words, the rule that keeps what they count from, and the last day when the
 * text tells it. Date and precision are null together: "24 hours from taking office" has no day until somebody takes office.
 */
public record Deadline(String words, String rule, LocalDate date, Precision precision) {}
