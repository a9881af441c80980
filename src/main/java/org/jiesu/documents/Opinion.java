package org.jiesu.documents;

import java.time.LocalDate;

/** One stage of an approval: what was said, by whom and when. */
public record Opinion(String text, String by, LocalDate on) {}
