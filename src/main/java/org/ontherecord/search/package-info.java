/** Finding in the public record: by words, numbers, addresses and meaning; people, topics and articles from the same box. */
package org.ontherecord.search;
