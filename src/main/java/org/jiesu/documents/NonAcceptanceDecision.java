package org.jiesu.documents;

import java.time.LocalDate;
import java.util.Map;

/**
 * 投诉不予受理决定书: gives the ground, the reasons and the other remedies (令第121号第十五条第二款), and where the
 * matter belongs to another authority its name and phone.
 *
 * @param ground item of the measures' list of grounds, counted from 1
 */
public record NonAcceptanceDecision(
        String institution,
        LawVersion law,
        String complainantName,
        String respondentName,
        String subject,
        LocalDate receivedOn,
        int ground,
        String reason,
        String competentAuthority,
        String competentPhone,
        Contact contact)
        implements Paper {

    @Override
    public PaperKind kind() {
        return PaperKind.NON_ACCEPTANCE_DECISION;
    }

    @Override
    public Map<String, Object> wording() {
        return Map.of(
                "addressee", Addressee.of(complainantName, "投诉人"),
                "groundText", law.declineGround(ground),
                "groundArticle", law.decline(ground),
                "elsewhere", competentAuthority != null && !competentAuthority.isBlank());
    }
}
