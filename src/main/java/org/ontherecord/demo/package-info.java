/** The demonstration record: a small honest set of well-known claims, made through the newsroom's own verbs. */
package org.ontherecord.demo;
