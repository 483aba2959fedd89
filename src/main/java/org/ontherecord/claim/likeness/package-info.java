/** Claims that look alike or have to do with each other: suggestions, what people decided on them, and relations. */
package org.ontherecord.claim.likeness;
