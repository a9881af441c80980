package org.jiesu.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * 投诉调解书: what both sides agreed, signed by both and sealed by the bureau (令第121号第二十四条). Each side keeps
 * a copy, so neither side's phone, identity number or private address stands in it.
 */
public record MediationAgreement(
        String institution,
        LawVersion law,
        String complainantName,
        String complainantAgent,
        String respondentName,
        String respondentCreditCode,
        String respondentAgent,
        String subject,
        String demand,
        String dispute,
        LocalDate acceptedOn,
        LocalDate heldOn,
        String place,
        List<String> mediators,
        String agreement,
        String performance,
        String handlingUnit)
        implements Paper {

    public MediationAgreement {
        subject = FreeText.withoutNumbers(subject);
        demand = FreeText.withoutNumbers(demand);
        dispute = FreeText.withoutNumbers(dispute);
        agreement = FreeText.withoutNumbers(agreement);
        performance = FreeText.withoutNumbers(performance);
    }

    @Override
    public PaperKind kind() {
        return PaperKind.MEDIATION_AGREEMENT;
    }

    @Override
    public Map<String, Object> wording() {
        return Map.of("basis", law.agreement(), "represented", complainantAgent != null && !complainantAgent.isBlank());
    }
}
