package org.jiesu.cases;

/** One field of a finished form: its key, the label the clerk saw, the value sent and the value as shown. */
public record FilledField(String key, String label, Object value, String shown) {}
