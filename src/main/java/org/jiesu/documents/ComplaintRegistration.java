package org.jiesu.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** 投诉登记表 after the national form for 令第121号第十条; for the file, never sent. */
public record ComplaintRegistration(
        String institution,
        LocalDate receivedOn,
        String channel,
        String externalNumber,
        Person complainant,
        Agent agent,
        Business respondent,
        String subject,
        LocalDate occurredOn,
        String facts,
        List<String> evidence,
        BigDecimal paidAmount,
        BigDecimal claimedAmount,
        List<Remedy> remedies,
        String demand,
        Boolean consentToPublish,
        Boolean consentToDelegate,
        String registrar)
        implements Paper {

    @Override
    public PaperKind kind() {
        return PaperKind.COMPLAINT_REGISTRATION;
    }

    @Override
    public Map<String, Object> wording() {
        return Map.of(
                "remedyBoxes", Boxes.all(Remedy.class, remedies == null ? List.of() : remedies, Remedy::label),
                "publishBoxes", Boxes.yesOrNo(consentToPublish, "同意", "不同意"),
                "delegateBoxes", Boxes.yesOrNo(consentToDelegate, "同意", "不同意"));
    }
}
