package org.jiesu.documents;

import java.time.LocalDate;
import java.util.Map;

/**
 * 举报职责外告知书: the report is not forwarded; the reporter is told where to go (令第121号第三十四条).
 *
 * @param marketSupervision whether the matter belongs to another market supervision bureau rather than to another branch
 */
public record OutOfRemitNotice(
        String institution,
        LawVersion law,
        String reporterName,
        String respondentName,
        String subject,
        LocalDate receivedOn,
        boolean marketSupervision,
        String competentAuthority,
        String competentPhone,
        Contact contact)
        implements Paper {

    @Override
    public PaperKind kind() {
        return PaperKind.OUT_OF_REMIT_NOTICE;
    }

    @Override
    public Map<String, Object> wording() {
        return Map.of(
                "addressee", Addressee.of(reporterName, "举报人"),
                "finding", marketSupervision ? "属于市场监督管理部门职责范围，但本局不具有处理权限" : "不属于市场监督管理部门职责范围，本局不具有处理权限",
                "basis", law.outOfRemit(),
                "direction", direction());
    }

    private String direction() {
        if (competentAuthority != null && !competentAuthority.isBlank()) {
            return "请直接向%s提出，联系电话：%s。".formatted(competentAuthority, PaperFields.printed(competentPhone));
        }
        return marketSupervision ? "请直接向有处理权限的市场监督管理部门提出。" : "请直接向有处理权限的机关提出。";
    }
}
