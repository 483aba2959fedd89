/** From a snapshot's text to ranked candidate claims that a person accepts, links or dismisses. */
package org.ontherecord.extraction;
