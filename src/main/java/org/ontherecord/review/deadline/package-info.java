/** The deadlines of promises as the desk follows them: what comes when, and what passed and waits for a person. */
package org.ontherecord.review.deadline;
