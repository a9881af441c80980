package org.jiesu.documents;

import java.time.LocalDate;
import java.util.Map;

/** 投诉受理决定书: tells the complainant that the complaint is accepted (令第121号第十五条). */
public record AcceptanceDecision(
        String institution,
        LawVersion law,
        String complainantName,
        String respondentName,
        String subject,
        LocalDate receivedOn,
        Contact contact)
        implements Paper {

    @Override
    public PaperKind kind() {
        return PaperKind.ACCEPTANCE_DECISION;
    }

    @Override
    public Map<String, Object> wording() {
        return Map.of(
                "addressee", Addressee.of(complainantName, "投诉人"),
                "acceptance", law.acceptance(),
                "consent", law.consent(),
                "limit", law.mediationLimit(),
                "appraisals", law.appraisals());
    }
}
