/** The public record, read-only: pages, JSON and the timeline, all from the views in R__public_record.sql. */
package org.ontherecord.published;
