package org.jiesu.cases;

/** The report on a grave and urgent matter was written, for the leaders to read (FC 三.4). */
public record UrgentReportWritten(String caseNumber) {}
