package org.jiesu.documents;

import java.time.LocalDate;
import java.util.Map;

/** 重复举报处理记录: what {@link RepeatedReportNotice} says, for the file, since an anonymous reporter can't be told. */
public record RepeatedReportNote(
        String institution,
        String respondentName,
        String subject,
        LocalDate receivedOn,
        String earlier,
        boolean newFacts)
        implements Paper {

    static String finding(boolean newFacts) {
        return newFacts ? "补充的新的事实并入该件一并处理，处理期限自最后一次收到举报之日起重新计算" : "没有新的事实，不再另行处理";
    }

    @Override
    public PaperKind kind() {
        return PaperKind.REPEATED_REPORT_NOTE;
    }

    @Override
    public Map<String, Object> wording() {
        return Map.of("finding", finding(newFacts));
    }
}
