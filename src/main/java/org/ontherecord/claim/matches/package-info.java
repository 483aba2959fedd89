/** "Checked before?" for programs: texts in, the claims that say the same out, each with what is known about it. */
package org.ontherecord.claim.matches;
