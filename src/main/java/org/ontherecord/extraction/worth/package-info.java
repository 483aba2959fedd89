/** How much a sentence is worth checking: a number from 0 to 100 that ranks work and never becomes a verdict. */
package org.ontherecord.extraction.worth;
