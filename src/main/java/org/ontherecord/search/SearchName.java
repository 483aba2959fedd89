package org.ontherecord.search;

/** A person, topic or article with a page of its own. */
public record SearchName(String kind, String name, String page) {}
