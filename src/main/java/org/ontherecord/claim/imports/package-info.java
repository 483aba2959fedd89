/** Other publishers' checks taken in from their files: CSV and schema.org ClaimReview, as jobs with a dry run and remarks on rows. */
package org.ontherecord.claim.imports;
