/** What was said: claims and promises, and each place they appear. */
package org.ontherecord.claim;
