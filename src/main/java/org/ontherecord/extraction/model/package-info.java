/** A language model, if the operator names one, proposes further candidates; what it says is checked word by word. */
package org.ontherecord.extraction.model;
