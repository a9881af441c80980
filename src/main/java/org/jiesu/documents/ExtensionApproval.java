package org.jiesu.documents;

import java.time.LocalDate;
import java.util.Map;
import org.jiesu.shared.LastDay;

/**
 * 延期审批表: the handler's report on why a period is not enough, and what was decided; its second version carries the
 * decision.
 *
 * @param extension which request of the case it belongs to
 * @param length how long the period is, such as 45个工作日
 * @param more by how much it is to be prolonged
 * @param writtenReport whether the rule wants the request as a written report
 * @param collectiveOn the day of the collective discussion; null where none is needed
 * @param approved what was decided; null while nobody has
 */
public record ExtensionApproval(
        String institution,
        long extension,
        String period,
        String basis,
        LocalDate startedOn,
        String length,
        LastDay dueOn,
        String more,
        LastDay newDueOn,
        boolean writtenReport,
        Opinion request,
        String unit,
        LocalDate collectiveOn,
        Boolean approved,
        Opinion approval)
        implements Paper {

    public ExtensionApproval {
        request = new Opinion(FreeText.withoutNumbers(request.text()), request.by(), request.on());
    }

    @Override
    public PaperKind kind() {
        return PaperKind.EXTENSION_APPROVAL;
    }

    @Override
    public String about() {
        return "extension-" + extension;
    }

    @Override
    public Map<String, Object> wording() {
        return Map.of(
                "reportTitle",
                writtenReport ? "延期书面报告" : "申请延期理由",
                "approvedBoxes",
                Boxes.yesOrNo(approved, "同意延期", "不同意延期"),
                "discussedOn",
                collectiveOn == null ? "无须集体讨论" : collectiveOn);
    }
}
