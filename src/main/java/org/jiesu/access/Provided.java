package org.jiesu.access;

/** What has to hold besides the reach of a role; whoever knows the case answers it. */
public enum Provided {
    NOTHING(""),
    HOLDS_TASK("持有该办件的任务"),
    HANDLES("是承办人（未定承办人时为投诉中心）"),
    HANDLES_OR_CENTRE("是承办人，或者属投诉中心"),
    HEADS_UNIT("是承办单位负责人（未定承办单位的、密件为投诉中心主任）"),
    NEEDS_IDENTITY("投诉：承办人，或者持有任务的投诉中心人员；举报：承办人、内部监督"),
    KEEPS_ARCHIVE("举报：内部监督，要求保密的须先获准查看身份；其他：投诉中心主任"),
    MAY_APPROVE("是承办单位负责人或者内部监督，且不是申请人");

    private final String label;

    Provided(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
