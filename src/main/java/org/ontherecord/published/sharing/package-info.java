/** What carries a claim to other sites: markup, cards, embeds and citations. */
package org.ontherecord.published.sharing;
