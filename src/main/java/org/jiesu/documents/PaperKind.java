package org.jiesu.documents;

import static org.jiesu.documents.Audience.AUTHORITY;
import static org.jiesu.documents.Audience.BOTH;
import static org.jiesu.documents.Audience.COMPLAINANT;
import static org.jiesu.documents.Audience.INTERNAL;
import static org.jiesu.documents.Audience.REPORTER;

import java.util.Locale;

/** Every paper the bureau makes out: its title, for whom, the word in its number, and whether it identifies a person. */
public enum PaperKind {
    COMPLAINT_REGISTRATION("投诉登记表", INTERNAL, "投登", true),
    REPORT_REGISTRATION("举报登记表", INTERNAL, "举登", true),
    ACCEPTANCE_DECISION("投诉受理决定书", COMPLAINANT, "投受", true),
    NON_ACCEPTANCE_DECISION("投诉不予受理决定书", COMPLAINANT, "投不受", true),
    /** Made out once for each side; the paper itself says for which. */
    MEDIATION_NOTICE("投诉调解通知书", BOTH, "投调通", true),
    MEDIATION_TERMINATION_DECISION("投诉终止调解决定书", BOTH, "投终", true),
    MEDIATION_AGREEMENT("投诉调解书", BOTH, "投调", true),
    MEDIATION_RECORD("调解记录", INTERNAL, "投调记", true),
    FILING_APPROVAL("立案/不予立案审批表", INTERNAL, "立审", false),
    FILING_NOTICE("举报立案告知书", REPORTER, "举立告", true),
    REPEATED_REPORT_NOTICE("重复举报告知书", REPORTER, "举重告", true),
    REPEATED_REPORT_NOTE("重复举报处理记录", INTERNAL, "举重记", false),
    REPORT_RESULT_NOTICE("举报处理结果告知书", REPORTER, "举告", true),
    OUT_OF_REMIT_NOTICE("举报职责外告知书", REPORTER, "举外告", true),
    TRANSFER_LETTER("移送函", AUTHORITY, "举移", false),
    TRANSFER_NOTICE("举报移送告知书", REPORTER, "举移告", true),
    EXTENSION_APPROVAL("延期审批表", INTERNAL, "延审", false),
    CRIME_TRANSFER_LETTER("涉嫌犯罪案件移送书", AUTHORITY, "罪移", false),
    LIMIT_REPORT("超过法定调解期限继续调解的报告", INTERNAL, "投超报", false),
    SUPERVISION_NOTICE("督办通知单", INTERNAL, "督", false),
    INSPECTION_REPORT("内部监督检查报告", INTERNAL, "监检", false);

    private final String title;
    private final Audience audience;
    private final String numberWord;
    private final boolean identifying;

    PaperKind(String title, Audience audience, String numberWord, boolean identifying) {
        this.title = title;
        this.audience = audience;
        this.numberWord = numberWord;
        this.identifying = identifying;
    }

    public String title() {
        return title;
    }

    public Audience audience() {
        return audience;
    }

    /** Whether the paper names a complainant or a reporter, so that reading it discloses an identity. */
    public boolean identifying() {
        return identifying;
    }

    /** The number as it is printed, such as 肥市监投受〔2026〕第1号. */
    String number(String mark, int issueYear, long serial) {
        return "%s%s〔%d〕第%d号".formatted(mark, numberWord, issueYear, serial);
    }

    String template() {
        return "documents/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".docx";
    }
}
