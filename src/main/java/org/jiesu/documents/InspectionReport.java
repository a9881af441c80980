package org.jiesu.documents;

import java.time.LocalDate;

/**
 * 内部监督检查报告: what was drawn, what was found, what was put right. No party is named in it.
 *
 * @param seed with it the same cases are drawn again
 * @param cases one line a case
 */
public record InspectionReport(
        String institution,
        LocalDate from,
        LocalDate until,
        long seed,
        int drawn,
        int checked,
        int procedureFaults,
        int periodFaults,
        int fairnessFaults,
        int toRectify,
        int rectified,
        String cases)
        implements Paper {

    public InspectionReport {
        cases = FreeText.withoutNumbers(cases);
    }

    @Override
    public PaperKind kind() {
        return PaperKind.INSPECTION_REPORT;
    }
}
