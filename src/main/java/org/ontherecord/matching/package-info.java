/** "Checked before?": for any text, the claims on record that say the same, ranked, with reasons a person can judge. */
package org.ontherecord.matching;
