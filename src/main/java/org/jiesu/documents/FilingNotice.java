package org.jiesu.documents;

import java.time.LocalDate;
import java.util.Map;

/** 举报立案告知书: told to real-name reporters whose report came in before 2026-04-15 (令20第三十一条). */
public record FilingNotice(
        String institution,
        String reporterName,
        String respondentName,
        String subject,
        LocalDate receivedOn,
        LocalDate filedOn,
        Contact contact)
        implements Paper {

    @Override
    public PaperKind kind() {
        return PaperKind.FILING_NOTICE;
    }

    @Override
    public Map<String, Object> wording() {
        return Map.of("addressee", Addressee.of(reporterName, "举报人"));
    }
}
