/** Finding in the public record. So far the claim list's own filters do that; full text and meaning move in here. */
package org.ontherecord.search;
