package org.jiesu.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** 举报登记表 after the national form for 令第121号第二十八条; the reporter may stay anonymous. */
public record ReportRegistration(
        String institution,
        LocalDate receivedOn,
        String channel,
        String externalNumber,
        boolean anonymous,
        boolean confidential,
        Person reporter,
        Business respondent,
        String subject,
        LocalDate occurredOn,
        String facts,
        List<String> evidence,
        String registrar)
        implements Paper {

    @Override
    public PaperKind kind() {
        return PaperKind.REPORT_REGISTRATION;
    }

    @Override
    public Map<String, Object> wording() {
        return Map.of(
                "nameBoxes", Boxes.yesOrNo(!anonymous, "实名", "匿名"),
                "confidentialBoxes", Boxes.yesOrNo(confidential, "要求", "未要求"));
    }
}
