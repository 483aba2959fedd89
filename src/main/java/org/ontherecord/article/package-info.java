/** What was printed: outlets, articles, their immutable snapshots, and quotes pinned to them. */
package org.ontherecord.article;
