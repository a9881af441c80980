package org.jiesu.documents;

import java.time.LocalDate;

/** 超过法定调解期限继续调解的报告: the written reason that the unit gives its leader (令第121号第二十三条第一款第(五)项). */
public record LimitReport(
        String institution,
        String respondentName,
        String subject,
        LocalDate receivedOn,
        LocalDate acceptedOn,
        Opinion reason,
        String unit)
        implements Paper {

    @Override
    public PaperKind kind() {
        return PaperKind.LIMIT_REPORT;
    }
}
