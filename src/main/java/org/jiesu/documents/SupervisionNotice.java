package org.jiesu.documents;

import java.time.LocalDate;

/**
 * 督办通知单: tells a unit which period it let pass and by when it has to answer. No party is named in it.
 *
 * @param basis regulation and article of the period
 */
public record SupervisionNotice(
        String institution,
        String unit,
        String caseKind,
        String matter,
        LocalDate receivedOn,
        String period,
        LocalDate dueOn,
        int workingDaysPast,
        String basis,
        LocalDate answerBy)
        implements Paper {

    @Override
    public PaperKind kind() {
        return PaperKind.SUPERVISION_NOTICE;
    }
}
