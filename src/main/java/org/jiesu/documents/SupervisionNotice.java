package org.jiesu.documents;

import java.time.LocalDate;
import org.jiesu.shared.LastDay;

/**
 * 督办通知单: tells a unit which period it let pass and by when it has to answer. No party is named in it.
 *
 * @param about the run of the clock it is on: a case may get a notice on each, every one with its own number
 * @param basis regulation and article of the period
 */
public record SupervisionNotice(
        String institution,
        String about,
        String unit,
        String caseKind,
        String matter,
        LocalDate receivedOn,
        String period,
        LastDay dueOn,
        int workingDaysPast,
        String basis,
        LastDay answerBy)
        implements Paper {

    @Override
    public PaperKind kind() {
        return PaperKind.SUPERVISION_NOTICE;
    }
}
