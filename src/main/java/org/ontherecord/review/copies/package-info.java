/** Asks an archive, where the operator names one, to keep copies of the pages that evidence leans on. */
package org.ontherecord.review.copies;
