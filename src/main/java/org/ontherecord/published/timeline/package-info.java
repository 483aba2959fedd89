/** The timeline of a claim: its events in order, and the figure, step list, ribbon and table drawn from them. */
package org.ontherecord.published.timeline;
