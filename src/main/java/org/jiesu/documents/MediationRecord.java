package org.jiesu.documents;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * 调解记录: kept on file for every mediation, and alone where no 调解书 is made (令第121号第二十四条第三款).
 *
 * @param withoutAgreementPaper why no 调解书 is made, such as 即时履行, 双方同意不制作 or 非现场调解
 */
public record MediationRecord(
        String institution,
        LawVersion law,
        LocalDateTime heldAt,
        String place,
        String mode,
        List<String> mediators,
        String recorder,
        String complainantName,
        String complainantAttendance,
        String respondentName,
        String respondentAttendance,
        String subject,
        String demand,
        String proceedings,
        String result,
        String agreement,
        BigDecimal recoveredAmount,
        String performance,
        String withoutAgreementPaper)
        implements Paper {

    @Override
    public PaperKind kind() {
        return PaperKind.MEDIATION_RECORD;
    }

    @Override
    public Map<String, Object> wording() {
        return Map.of("basis", law.agreement());
    }
}
