/** The public record for programs that come back: feeds of what changed, and the map of the site for crawlers. */
package org.ontherecord.published.feed;
