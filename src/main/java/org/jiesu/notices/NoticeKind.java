package org.jiesu.notices;

/** What a notice is about. */
public enum NoticeKind {
    ACCEPTANCE("投诉受理决定书"),
    NON_ACCEPTANCE("投诉不予受理决定书"),
    MEDIATION("投诉调解通知书"),
    TERMINATION("投诉终止调解决定书"),
    AGREEMENT("投诉调解书"),
    REPLY("办理结果答复"),
    FILING("举报立案告知书"),
    REPORT_RESULT("举报处理结果告知书"),
    OUT_OF_REMIT("举报职责外告知书"),
    TRANSFER("举报移送告知书"),
    EXTENSION("期限延长告知"),
    EXTENSION_REFUSED("延期申请未获批准告知"),
    REPEATED("重复举报告知书");

    private final String label;

    NoticeKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
