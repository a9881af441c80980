package org.jiesu.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jiesu.shared.LastDay;

/** The quarrel about twelve-days-old yoghurt, and the report about an unlicensed workshop. */
final class Fixtures {

    static final String COMPLAINANT_PHONE = "13853800001";
    static final String COMPLAINANT_ID = "370983199001011234";
    static final String COMPLAINANT_ADDRESS = "肥城市新城街道龙山路社区3号楼";
    static final String REPORTER_NAME = "郑举";
    static final String REPORTER_PHONE = "13953800009";

    static final LocalDate RECEIVED = LocalDate.of(2026, 11, 10);
    static final LocalDate ISSUED = LocalDate.of(2026, 11, 22);

    static final Contact CONTACT = new Contact("新城市场监督管理所", "李明", "0538-3210001");
    static final Business SUPERMARKET =
            new Business("肥城丰禾园超市", "92370983MA3C000001", "王经理", "0538-3220002", "肥城市新城街道龙山路56号");
    private static final Business WORKSHOP = new Business("石横镇某卤肉作坊", null, null, null, "肥城市石横镇南大街");
    private static final String SUBJECT = "超市购买的酸奶过期要求赔偿";
    private static final String SUBJECT_WITH_NUMBERS = SUBJECT + "（" + COMPLAINANT_PHONE + "，" + COMPLAINANT_ID + "）";

    private Fixtures() {}

    static Paper paper(PaperKind kind) {
        return switch (kind) {
            case COMPLAINT_REGISTRATION -> complaintRegistration();
            case REPORT_REGISTRATION -> reportRegistration(false);
            case ACCEPTANCE_DECISION -> acceptanceDecision(LawVersion.ORDER_121);
            case NON_ACCEPTANCE_DECISION -> nonAcceptanceDecision(LawVersion.ORDER_121, 1, "肥城市教育和体育局");
            case MEDIATION_NOTICE -> mediationNotice(Audience.COMPLAINANT);
            case MEDIATION_TERMINATION_DECISION -> terminationDecision(LawVersion.ORDER_121, 2);
            case MEDIATION_AGREEMENT -> mediationAgreement();
            case MEDIATION_RECORD -> mediationRecord();
            case FILING_APPROVAL -> filingApproval();
            case EXTENSION_APPROVAL -> extensionApproval(true);
            case REPEATED_REPORT_NOTICE ->
                new RepeatedReportNotice(
                        "feicheng", REPORTER_NAME, "某商贸公司", "仿冒知名商品包装", RECEIVED, "JB2026100003", false, CONTACT);
            case REPEATED_REPORT_NOTE ->
                new RepeatedReportNote("feicheng", "某商贸公司", "仿冒知名商品包装", RECEIVED, "JB2026100003", true);
            case CRIME_TRANSFER_LETTER ->
                new CrimeTransferLetter(
                        "feicheng",
                        "肥城市公安局",
                        "举报",
                        "石横镇某卤肉作坊",
                        "使用工业盐加工卤肉",
                        "现场查获工业盐两袋；线索电话" + REPORTER_PHONE + "。",
                        ISSUED,
                        CONTACT);
            case LIMIT_REPORT ->
                new LimitReport(
                        "feicheng",
                        "肥城丰禾园超市",
                        SUBJECT,
                        LocalDate.of(2026, 9, 20),
                        LocalDate.of(2026, 9, 22),
                        new Opinion("双方已就赔偿金额基本谈妥，约定下周签字。", "钱所长", ISSUED),
                        "新城市场监督管理所");
            case FILING_NOTICE ->
                new FilingNotice("feicheng", REPORTER_NAME, "某商贸公司", "仿冒知名商品包装", RECEIVED, ISSUED, CONTACT);
            case REPORT_RESULT_NOTICE -> reportResultNotice("《中华人民共和国反不正当竞争法》第二十条");
            case OUT_OF_REMIT_NOTICE -> outOfRemitNotice("泰安市岱岳区市场监督管理局", "0538-8560001");
            case TRANSFER_LETTER -> transferLetter();
            case INSPECTION_REPORT ->
                new InspectionReport(
                        "feicheng",
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 10, 31),
                        4711,
                        2,
                        2,
                        0,
                        1,
                        0,
                        1,
                        0,
                        "TS2026100001（超期、退单）：核查超期三天，未报告（2026-11-30前整改，尚未完成）\nTS2026100007（随机）：未发现问题");
            case SUPERVISION_NOTICE ->
                new SupervisionNotice(
                        "feicheng",
                        "handling-1",
                        "新城市场监管所",
                        "投诉",
                        "食品安全",
                        RECEIVED,
                        "办理答复",
                        new LastDay(LocalDate.of(2026, 11, 19), false),
                        3,
                        "本局投诉举报管理制度第四条第3项",
                        new LastDay(LocalDate.of(2026, 11, 25), false));
            case TRANSFER_NOTICE ->
                new TransferNotice(
                        "feicheng",
                        REPORTER_NAME,
                        "石横镇某养殖户",
                        "生猪养殖使用违禁药物",
                        RECEIVED,
                        ISSUED,
                        "肥城市农业农村局",
                        "0538-3210100",
                        TransferLetter.FOOD_SAFETY,
                        CONTACT);
        };
    }

    static ComplaintRegistration complaintRegistration() {
        return new ComplaintRegistration(
                "feicheng",
                RECEIVED,
                "济南12345接入",
                "260211093615470037",
                new Person("周小禾", COMPLAINANT_PHONE, "居民身份证", COMPLAINANT_ID, COMPLAINANT_ADDRESS),
                null,
                SUPERMARKET,
                SUBJECT,
                LocalDate.of(2026, 11, 9),
                "消费者在新城街道丰禾园超市购买酸奶一箱，价格68元，回家后发现已过保质期12天。\n店方拒绝退货和赔偿。",
                List.of("购物小票", "包装照片"),
                new BigDecimal("68"),
                new BigDecimal("1068"),
                List.of(Remedy.RETURN, Remedy.DAMAGES),
                "退货并赔偿1000元",
                true,
                null,
                "投诉中心登记员");
    }

    static ReportRegistration reportRegistration(boolean anonymous) {
        return new ReportRegistration(
                "feicheng",
                RECEIVED,
                "全国12315平台",
                "1370983002026021000053303",
                anonymous,
                true,
                anonymous ? null : new Person(REPORTER_NAME, REPORTER_PHONE, null, null, null),
                WORKSHOP,
                "举报小作坊无证生产卤肉",
                null,
                "石横镇南大街一处民房内无证生产卤肉，每天凌晨送货。",
                List.of("照片3张"),
                "投诉中心登记员");
    }

    static AcceptanceDecision acceptanceDecision(LawVersion law) {
        return new AcceptanceDecision("feicheng", law, "周小禾", "肥城丰禾园超市", SUBJECT, RECEIVED, CONTACT);
    }

    static NonAcceptanceDecision nonAcceptanceDecision(LawVersion law, int ground, String competentAuthority) {
        return new NonAcceptanceDecision(
                "feicheng",
                law,
                "周小禾",
                "某培训学校",
                "校外培训退费",
                RECEIVED,
                ground,
                "校外培训机构的办学行为由教育行政部门主管。",
                competentAuthority,
                competentAuthority == null ? null : "0538-3213000",
                CONTACT);
    }

    static MediationNotice mediationNotice(Audience audience) {
        return new MediationNotice(
                "feicheng",
                LawVersion.ORDER_121,
                audience,
                "周小禾",
                "肥城丰禾园超市",
                SUBJECT_WITH_NUMBERS,
                LocalDate.of(2026, 11, 26),
                "上午9时30分",
                "现场调解",
                "新城市场监督管理所调解室",
                List.of("李明", "赵芳"),
                CONTACT);
    }

    static MediationTerminationDecision terminationDecision(LawVersion law, int ground) {
        return new MediationTerminationDecision(
                "feicheng",
                law,
                "周小禾",
                "肥城丰禾园超市",
                SUBJECT_WITH_NUMBERS,
                RECEIVED,
                LocalDate.of(2026, 11, 12),
                ground,
                "被投诉人两次未按通知参加调解，电话中明确拒绝。",
                List.of("2026年11月18日电话通知被投诉人，未接听", "2026年11月20日电话联系被投诉人，明确拒绝"),
                CONTACT);
    }

    static MediationAgreement mediationAgreement() {
        return new MediationAgreement(
                "feicheng",
                LawVersion.ORDER_121,
                "周小禾",
                null,
                "肥城丰禾园超市",
                "92370983MA3C000001",
                "王经理",
                SUBJECT_WITH_NUMBERS,
                "退货并赔偿1000元",
                "投诉人于2026年11月9日购买酸奶一箱，价格68元，已过保质期12天。联系电话" + COMPLAINANT_PHONE + "。",
                LocalDate.of(2026, 11, 12),
                LocalDate.of(2026, 11, 26),
                "新城市场监督管理所调解室",
                List.of("李明", "赵芳"),
                "一、被投诉人退还货款68元。\n二、被投诉人赔偿投诉人800元。",
                "签字当日以现金支付",
                "新城市场监督管理所");
    }

    static MediationRecord mediationRecord() {
        return new MediationRecord(
                "feicheng",
                LawVersion.ORDER_121,
                LocalDateTime.of(2026, 11, 26, 9, 5),
                null,
                "电话调解",
                List.of("李明"),
                "赵芳",
                "周小禾",
                "电话参加",
                "肥城丰禾园超市",
                "王经理电话参加",
                SUBJECT,
                "退货并赔偿1000元",
                "双方陈述后，被投诉人承认商品过期，提出赔偿800元，投诉人接受。",
                "达成调解协议",
                "退还货款68元，赔偿800元。",
                new BigDecimal("868"),
                "即时履行",
                "非现场调解，且协议已经即时履行");
    }

    /** The second version, with the decision on it; the first has none yet. */
    static ExtensionApproval extensionApproval(boolean decided) {
        return extensionApproval(
                decided, new LastDay(LocalDate.of(2026, 11, 9), false), new LastDay(LocalDate.of(2026, 11, 16), false));
    }

    static ExtensionApproval extensionApproval(boolean decided, LastDay dueOn, LastDay newDueOn) {
        return new ExtensionApproval(
                "feicheng",
                7,
                "调解",
                "《肥城市市场监督管理局投诉举报管理制度》四、3（4）",
                LocalDate.of(2026, 9, 1),
                "45个工作日",
                dueOn,
                "5个工作日",
                newDueOn,
                true,
                new Opinion("双方已就退款达成初步意见，仍在核对货款数额，联系电话" + REPORTER_PHONE + "。", "张三", LocalDate.of(2026, 11, 4)),
                "新城市场监管所",
                null,
                decided ? true : null,
                decided ? new Opinion("同意，抓紧办结。", "陈局", LocalDate.of(2026, 11, 5)) : new Opinion(null, null, null));
    }

    static FilingApproval filingApproval() {
        return new FilingApproval(
                "feicheng",
                "举报",
                RECEIVED,
                WORKSHOP,
                "涉嫌未取得许可从事食品生产经营活动",
                "2026年11月18日现场检查，发现生产工具、卤肉25千克，当事人不能出示许可证件。",
                "现场笔录1份，照片6张",
                List.of("孙强（鲁J0001）", "刘洋（鲁J0002）"),
                true,
                "有证据初步证明存在违法行为，依法应当给予行政处罚，属于本局管辖。",
                new Opinion("建议立案。", "孙强", LocalDate.of(2026, 11, 19)),
                new Opinion("同意承办人意见。", "钱所长", LocalDate.of(2026, 11, 20)),
                new Opinion("同意立案。", "分管局领导", LocalDate.of(2026, 11, 21)));
    }

    static ReportResultNotice reportResultNotice(String duty) {
        return new ReportResultNotice(
                "feicheng",
                LawVersion.ORDER_121,
                REPORTER_NAME,
                "某商贸公司",
                "仿冒知名商品包装",
                RECEIVED,
                duty,
                "经立案调查，举报情况属实，本局已依法作出行政处罚。",
                CONTACT);
    }

    static OutOfRemitNotice outOfRemitNotice(String competentAuthority, String competentPhone) {
        return new OutOfRemitNotice(
                "feicheng",
                LawVersion.ORDER_121,
                REPORTER_NAME,
                "某食品公司",
                "虚假标注生产日期",
                RECEIVED,
                true,
                competentAuthority,
                competentPhone,
                CONTACT);
    }

    static TransferLetter transferLetter() {
        return new TransferLetter(
                "feicheng",
                "肥城市农业农村局",
                RECEIVED,
                new Business("石横镇某养殖户", null, null, null, "肥城市石横镇"),
                "生猪养殖使用违禁药物",
                "养殖户在饲料中添加违禁药物。举报人电话" + REPORTER_PHONE + "。",
                TransferLetter.OUT_OF_REMIT,
                TransferLetter.FOOD_SAFETY,
                List.of("照片2张"),
                CONTACT);
    }
}
