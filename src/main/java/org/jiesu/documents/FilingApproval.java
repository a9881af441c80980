package org.jiesu.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * 立案/不予立案审批表: goes into the case file, which the respondent may read, and so never names the reporter.
 *
 * @param source where the clue came from, such as 举报 or 投诉调解中发现
 * @param officers the officers who verified, with certificate numbers
 * @param filed what was decided; null while nobody has
 */
public record FilingApproval(
        String institution,
        String source,
        LocalDate foundOn,
        Business respondent,
        String subject,
        String verification,
        String evidence,
        List<String> officers,
        Boolean filed,
        String reason,
        Opinion proposal,
        Opinion unitHead,
        Opinion approval)
        implements Paper {

    public FilingApproval {
        subject = FreeText.withoutNumbers(subject);
        verification = FreeText.withoutNumbers(verification);
    }

    @Override
    public PaperKind kind() {
        return PaperKind.FILING_APPROVAL;
    }

    @Override
    public Map<String, Object> wording() {
        return Map.of("filedBoxes", Boxes.yesOrNo(filed, "立案", "不予立案"));
    }
}
