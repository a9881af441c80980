package org.jiesu.documents;

import java.time.LocalDate;
import java.util.Map;

/**
 * 举报处理结果告知书: only where a law or the bureau's own promise says so (令第121号第三十六条).
 *
 * @param duty law and article that oblige to tell, such as 《中华人民共和国反不正当竞争法》第二十条; null for a promise
 */
public record ReportResultNotice(
        String institution,
        LawVersion law,
        String reporterName,
        String respondentName,
        String subject,
        LocalDate receivedOn,
        String duty,
        String result,
        Contact contact)
        implements Paper {

    @Override
    public PaperKind kind() {
        return PaperKind.REPORT_RESULT_NOTICE;
    }

    @Override
    public Map<String, Object> wording() {
        var obliged = duty != null && !duty.isBlank();
        return Map.of(
                "addressee",
                Addressee.of(reporterName, "举报人"),
                "lead",
                obliged ? "根据" + law.reportResult() + "和" + duty + "的规定，现将处理结果告知如下：" : "现将处理结果告知如下：");
    }
}
