package org.jiesu.documents;

/** Whom the reader of an outgoing paper may ask: unit, name and office phone. */
public record Contact(String unit, String name, String phone) {}
