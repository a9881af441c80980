package org.jiesu.shared;

/** One wrong field of an input: its path, and in Chinese what is wrong with it. */
public record FieldError(String field, String message) {}
