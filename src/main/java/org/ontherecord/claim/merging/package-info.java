/** Two numbers for one claim: merging them, with a preview, and taking a merge back. */
package org.ontherecord.claim.merging;
