package org.jiesu.documents;

/** The requests a complaint may make, in the order of the national form 投诉登记表. */
public enum Remedy {
    REPAIR("修理"),
    REDO("重作"),
    REPLACE("更换"),
    RETURN("退货"),
    MAKE_UP("补足商品数量"),
    REFUND("退还货款和服务费用"),
    DAMAGES("赔偿损失");

    private final String label;

    Remedy(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
