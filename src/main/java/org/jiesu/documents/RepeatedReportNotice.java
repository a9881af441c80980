package org.jiesu.documents;

import java.time.LocalDate;
import java.util.Map;

/**
 * 重复举报告知书: the same facts reported again are not handled anew (令第121号第三十五条).
 *
 * @param earlier number of the report with which this one is merged
 * @param newFacts whether this one added facts, so that the earlier one's period starts again
 */
public record RepeatedReportNotice(
        String institution,
        String reporterName,
        String respondentName,
        String subject,
        LocalDate receivedOn,
        String earlier,
        boolean newFacts,
        Contact contact)
        implements Paper {

    @Override
    public PaperKind kind() {
        return PaperKind.REPEATED_REPORT_NOTICE;
    }

    @Override
    public Map<String, Object> wording() {
        return Map.of("addressee", Addressee.of(reporterName, "举报人"), "finding", RepeatedReportNote.finding(newFacts));
    }
}
