package org.jiesu.documents;

import java.time.LocalDate;
import java.util.List;

/**
 * Which measures govern a case, and where they say what a paper quotes. 令第121号第四十六条 repeals 令第20号 on
 * 2026-04-15 without a transitional clause: the law in force on the day of receipt is the default.
 */
public enum LawVersion {
    ORDER_20(
            "《市场监督管理投诉举报处理暂行办法》",
            List.of(
                    "投诉事项不属于市场监督管理部门职责，或者本行政机关不具有处理权限的",
                    "法院、仲裁机构、市场监督管理部门或者其他行政机关、消费者协会或者依法成立的其他调解组织已经受理或者处理过同一消费者权益争议的",
                    "不是为生活消费需要购买、使用商品或者接受服务，或者不能证明与被投诉人之间存在消费者权益争议的",
                    "除法律另有规定外，投诉人知道或者应当知道自己的权益受到被投诉人侵害之日起超过三年的",
                    "未提供本办法第九条第一款和第十条规定的材料的",
                    "法律、法规、规章规定不予受理的其他情形"),
            List.of(
                    "投诉人撤回投诉或者双方自行和解的",
                    "投诉人与被投诉人对委托承担检定、检验、检测、鉴定工作的技术机构或者费用承担无法协商一致的",
                    "投诉人或者被投诉人无正当理由不参加调解，或者被投诉人明确拒绝调解的",
                    "经组织调解，投诉人或者被投诉人明确表示无法达成调解协议的",
                    "自投诉受理之日起四十五个工作日内投诉人和被投诉人未能达成调解协议的",
                    "市场监督管理部门受理投诉后，发现存在本办法第十五条规定情形的",
                    "法律、法规、规章规定的应当终止调解的其他情形")),
    ORDER_121(
            "《市场监督管理投诉举报处理办法》",
            List.of(
                    "投诉事项不属于市场监督管理部门职责，或者本行政机关不具有处理权限的",
                    "法院、仲裁机构、市场监督管理部门或者其他行政机关、消费者协会已经受理或者处理过同一消费者权益争议的",
                    "不是为生活消费需要购买、使用商品或者接受服务，或者不能证明与被投诉人之间存在消费者权益争议的",
                    "除法律另有规定外，投诉人知道或者应当知道自己的权益受到被投诉人侵害之日起超过三年的",
                    "未提供本办法第十条第一款、第十一条规定的材料，或者提供虚假材料的",
                    "冒用他人名义或者拒不配合市场监督管理部门核验真实身份信息的",
                    "法律、法规、规章规定不予受理的其他情形"),
            List.of(
                    "投诉人撤回投诉或者双方自行和解的",
                    "投诉人、被投诉人无正当理由不参加调解，或者明确拒绝调解的",
                    "经组织调解，投诉人或者被投诉人明确表示无法达成调解协议的",
                    "投诉人与被投诉人对鉴定、检测费用承担无法协商一致的",
                    "自投诉受理之日起六十日内投诉人和被投诉人未能达成调解协议的",
                    "市场监督管理部门受理投诉后，发现存在本办法第十六条、第四十二条规定情形的",
                    "投诉人、被投诉人死亡或者主体资格灭失的",
                    "法律、法规、规章规定的应当终止调解的其他情形"));

    private static final LocalDate ORDER_121_IN_FORCE = LocalDate.of(2026, 4, 15);
    private static final String ITEMS = "一二三四五六七八";

    private final String measures;
    private final List<String> declineGrounds;
    private final List<String> terminationGrounds;

    LawVersion(String measures, List<String> declineGrounds, List<String> terminationGrounds) {
        this.measures = measures;
        this.declineGrounds = declineGrounds;
        this.terminationGrounds = terminationGrounds;
    }

    public static LawVersion inForceOn(LocalDate receivedOn) {
        return receivedOn.isBefore(ORDER_121_IN_FORCE) ? ORDER_20 : ORDER_121;
    }

    /** How many grounds of non-acceptance this version knows; items are counted from 1. */
    public int declineGroundCount() {
        return declineGrounds.size();
    }

    /** How many grounds of termination this version knows; items are counted from 1. */
    public int terminationGroundCount() {
        return terminationGrounds.size();
    }

    String acceptance() {
        return measures + in("第十四条", "第十五条");
    }

    String decline(int item) {
        return measures + in("第十四条、第十五条", "第十五条、第十六条") + ordinal(item);
    }

    String declineGround(int item) {
        return ground(item, declineGrounds);
    }

    String consent() {
        return measures + in("第十六条", "第十八条");
    }

    String appointment() {
        return measures + in("第十六条、第十八条", "第十八条、第二十条");
    }

    String recusal() {
        return measures + in("第十九条", "第二十一条");
    }

    String mediationLimit() {
        return in("四十五个工作日", "六十日");
    }

    String appraisals() {
        return in("检定、检验、检测、鉴定", "鉴定、检测");
    }

    String termination(int item) {
        return measures + in("第二十一条", "第二十三条") + ordinal(item);
    }

    String terminationGround(int item) {
        return ground(item, terminationGrounds);
    }

    /** The item on a side that stays away without good reason. */
    String absence() {
        return termination(this == ORDER_20 ? 3 : 2);
    }

    String agreement() {
        return measures + in("第二十二条", "第二十四条");
    }

    String outOfRemit() {
        return measures + in("第二十九条", "第三十四条");
    }

    /** Only the later measures name matters of discipline; null before. */
    public String discipline() {
        return this == ORDER_20 ? null : measures + "第四十四条";
    }

    String reportResult() {
        return measures + in("第三十二条", "第三十六条");
    }

    private String in(String order20, String order121) {
        return this == ORDER_20 ? order20 : order121;
    }

    private static String ordinal(int item) {
        return "第" + ITEMS.charAt(item - 1) + "项";
    }

    private static String ground(int item, List<String> grounds) {
        if (item < 1 || item > grounds.size()) {
            throw new IllegalArgumentException("The measures know no ground " + item);
        }
        return grounds.get(item - 1);
    }
}
