package org.jiesu.documents;

import java.time.LocalDate;

/** Who acts for a complainant, with the powers given in writing and until when. */
public record Agent(String name, String phone, String idNumber, String powers, LocalDate until) {}
