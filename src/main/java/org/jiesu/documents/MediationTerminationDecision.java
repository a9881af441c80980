package org.jiesu.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * 投诉终止调解决定书: tells both sides the ground and the remaining remedies (令第121号第二十三条、第二十五条).
 *
 * @param ground item of the measures' list of grounds, counted from 1
 * @param contactAttempts when and how a side was called in vain, without numbers; printed when there are any
 */
public record MediationTerminationDecision(
        String institution,
        LawVersion law,
        String complainantName,
        String respondentName,
        String subject,
        LocalDate receivedOn,
        LocalDate acceptedOn,
        int ground,
        String reason,
        List<String> contactAttempts,
        Contact contact)
        implements Paper {

    public MediationTerminationDecision {
        subject = FreeText.withoutNumbers(subject);
        reason = FreeText.withoutNumbers(reason);
        contactAttempts = contactAttempts == null
                ? List.of()
                : contactAttempts.stream().map(FreeText::withoutNumbers).toList();
    }

    @Override
    public PaperKind kind() {
        return PaperKind.MEDIATION_TERMINATION_DECISION;
    }

    @Override
    public Map<String, Object> wording() {
        return Map.of(
                "complainant", Addressee.of(complainantName, "投诉人"),
                "respondent", Addressee.of(respondentName, "被投诉人"),
                "groundText", law.terminationGround(ground),
                "groundArticle", law.termination(ground),
                "attempted", !contactAttempts.isEmpty(),
                // The sentence on remedies is an article of its own since 令第121号 (第二十五条).
                "remedyArticle", law == LawVersion.ORDER_121,
                "routesOnly", law == LawVersion.ORDER_20);
    }
}
