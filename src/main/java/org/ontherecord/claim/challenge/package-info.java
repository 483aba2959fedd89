/** Readers' challenges of published claims: the form, its guards, and the queue on the desk where they are answered. */
package org.ontherecord.claim.challenge;
