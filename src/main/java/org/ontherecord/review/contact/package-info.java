/** Whom the newsroom asked for a reply about a claim, how and when, and what they answered. */
package org.ontherecord.review.contact;
