/** Who said it: people and bodies, with their affiliations over time. */
package org.ontherecord.speaker;
