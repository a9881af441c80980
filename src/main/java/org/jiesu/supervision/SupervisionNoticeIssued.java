package org.jiesu.supervision;

/**
 * A 督办通知单 has to be answered.
 *
 * @param answeredBy the group that answers it
 * @param clockRun the run of clock {@code supervisionAnswer} that says until when
 */
public record SupervisionNoticeIssued(String caseNumber, String answeredBy, int clockRun) {}
