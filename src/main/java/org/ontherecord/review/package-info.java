/** The check of a claim: revisions, evidence, ratings, handovers, and the verdicts made public. */
package org.ontherecord.review;
