package org.jiesu.documents;

/** The operator complained about or reported. */
public record Business(String name, String creditCode, String contact, String phone, String address) {}
