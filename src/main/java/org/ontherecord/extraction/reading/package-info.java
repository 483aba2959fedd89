/** What a text says, who says it and when, from the words alone: quotations, speakers, clauses that can be checked. */
package org.ontherecord.extraction.reading;
