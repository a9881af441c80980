package org.jiesu.documents;

import java.time.LocalDate;
import org.jiesu.shared.LastDay;

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
