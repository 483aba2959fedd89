/** The derived index of claims: how it is made, followed and asked. Nothing in it is the only copy of anything. */
package org.ontherecord.matching.index;
