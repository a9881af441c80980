package org.jiesu.cases;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jiesu.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The acts on a complaint, in the order of 市场监督管理投诉举报处理办法. */
@Service
@Transactional
public class Complaints {

    private final Cases cases;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CasePosition position;
    private final Clock clock;

    Complaints(Cases cases, Journal journal, ApplicationEventPublisher events, CasePosition position, Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.events = events;
        this.position = position;
        this.clock = clock;
    }

    /** 受理（令121第十五条）. */
    public void accept(String caseNumber) {
        cases.record(caseNumber).accept(LocalDateTime.now(clock));
        journal.write(caseNumber, "受理", "决定受理");
        cases.happened(caseNumber, CaseEvent.ACCEPTED);
    }

    /** Proposes a ground for declining; it becomes a decision when it is approved. */
    public void proposeDecline(String caseNumber, String ground) {
        cases.record(caseNumber).decline(ground);
        journal.write(caseNumber, "拟不予受理", Codes.label("declineGround", ground));
    }

    /** 不予受理（令121第十五条、第十六条）. */
    public void decline(String caseNumber) {
        String ground = cases.view(caseNumber).declineGround();
        journal.write(caseNumber, "不予受理", Codes.label("declineGround", ground));
        cases.happened(caseNumber, CaseEvent.DECLINED);
    }

    /** The proposal to decline goes back; acceptance is decided anew. */
    public void refuseDecline(String caseNumber) {
        cases.record(caseNumber).refuseDecline();
        journal.write(caseNumber, "审核不予受理", "不同意不予受理，重新决定");
    }

    /** It is no complaint but a report of a violation: it goes on as one, received on the same day (令121第九条). */
    public String reclassify(String caseNumber) {
        cases.record(caseNumber).requireOpen();
        String report = cases.openAsReport(caseNumber);
        journal.write(caseNumber, "改类", "转为举报办理，编号" + report);
        journal.write(report, "改类", "由投诉" + caseNumber + "转来");
        cases.happened(caseNumber, CaseEvent.RECLASSIFIED);
        return report;
    }

    /** The order goes back to the channel it came from; no decision on the complaint is made. */
    public void returnToChannel(String caseNumber) {
        cases.record(caseNumber).requireOpen();
        journal.write(caseNumber, "退回来源渠道", "不属于本局办理，退回来源渠道");
        cases.happened(caseNumber, CaseEvent.RETURNED_TO_CHANNEL);
    }

    /** The same matter is being handled under another number. */
    public void mergeInto(String caseNumber, String other) {
        if (caseNumber.equals(other)) {
            throw new Refusal("不能并入自身");
        }
        CaseView target = cases.find(other).orElseThrow(() -> new Refusal("没有办件编号为“" + other + "”的办件"));
        CaseView merged = cases.view(caseNumber);
        if (!target.institution().equals(merged.institution()) || target.kind() != merged.kind()) {
            throw new Refusal("没有办件编号为“" + other + "”的" + merged.kind().label() + "办件");
        }
        cases.link(caseNumber, LinkRelation.MERGED_INTO, other, LinkRelation.MERGED_FROM);
        journal.write(caseNumber, "并入", "并入" + other);
        journal.write(other, "并入", caseNumber + "并入本办件");
        cases.happened(caseNumber, CaseEvent.MERGED);
    }

    /** 核查, in the way of a code of {@code inspectionWay}. */
    public void inspected(String caseNumber, String way, LocalDate on) {
        journal.write(caseNumber, "核查", Codes.label("inspectionWay", way));
        cases.happened(caseNumber, CaseEvent.INSPECTED, on);
    }

    /** What both sides said to mediation, to a delegated one and to publication (令121第十八条、第十九条). */
    public void consented(String caseNumber, boolean both, boolean toDelegate, boolean toPublish) {
        cases.record(caseNumber).consent(toDelegate, toPublish);
        journal.write(caseNumber, "征询调解意愿", both ? "双方同意调解" : "未能取得双方同意");
    }

    /** 安排调解（令121第二十条）; {@code mode} as people read it. */
    public void schedule(String caseNumber, LocalDate on, String mode) {
        journal.write(caseNumber, "安排调解", on + "，" + mode);
    }

    /** One session of mediation, with its result as a code of {@code mediationOutcome}. */
    public void mediated(String caseNumber, String outcome) {
        journal.write(caseNumber, "组织调解", Codes.label("mediationOutcome", outcome));
    }

    public void appraised(String caseNumber, boolean done) {
        journal.write(caseNumber, "鉴定、检测", done ? "已收到结果" : "未进行");
    }

    /** 决定调解人员是否回避（令121第二十一条）. */
    public void decideRecusal(String caseNumber, boolean recused) {
        journal.write(caseNumber, "决定回避", recused ? "同意回避，更换调解人员" : "不同意回避");
    }

    /** Mediation goes on beyond the statutory limit, for a written reason that the leader reads. */
    public void continueOverdue(String caseNumber) {
        journal.write(caseNumber, "法定调解期限届满", "继续调解，书面理由报局领导，计入法定超期");
        cases.happened(caseNumber, CaseEvent.STATUTORY_LIMIT_EXCEEDED);
    }

    /** Notes that the mediation agreement stands, with the loss recovered for the consumer in yuan. */
    public void agree(String caseNumber, BigDecimal recovered) {
        cases.record(caseNumber).agree(recovered, LocalDateTime.now(clock));
        journal.write(
                caseNumber, "达成协议", recovered == null ? "调解达成协议" : "调解达成协议，挽回损失" + recovered.toPlainString() + "元");
        cases.happened(caseNumber, CaseEvent.AGREED);
    }

    /** Keeps the ground that the handling so far speaks for; whoever decides may choose another. */
    public void proposeTermination(String caseNumber, String ground) {
        cases.record(caseNumber).terminate(ground);
    }

    /** 终止调解（令121第二十三条）. */
    public void terminate(String caseNumber, String ground) {
        cases.record(caseNumber).terminate(ground);
        journal.write(caseNumber, "终止调解", Codes.label("terminationGround", ground));
        cases.happened(caseNumber, CaseEvent.TERMINATED);
    }

    /** Signs of a crime came up: the matter goes to the police besides (令121第四十二条). */
    public void handToPolice(String caseNumber) {
        journal.write(caseNumber, "移送公安机关", "涉嫌犯罪，移送公安机关");
    }

    /** Both sides were told of the termination; the later of the two days counts. */
    public void bothNotified(String caseNumber, LocalDate on) {
        journal.write(caseNumber, "告知终止调解", "已告知双方");
        cases.happened(caseNumber, CaseEvent.BOTH_NOTIFIED, on);
    }

    /**
     * The complainant withdraws, or the parties settled by themselves (令121第二十三条第一款第(一)项). Answers whether
     * that ends the handling; once a result stands, it is only recorded.
     */
    public boolean giveUp(String caseNumber, boolean settled) {
        cases.record(caseNumber).requireOpen();
        boolean ends = position.canBeGivenUp(caseNumber);
        if (ends) {
            noteGivenUp(caseNumber, settled);
            events.publishEvent(new ComplaintGivenUp(caseNumber, settled));
        } else {
            journal.write(caseNumber, settled ? "和解登记" : "撤回登记", said(settled) + "，已有处理结果，仅作记录");
        }
        return ends;
    }

    /** The complainant withdraws while the handler speaks to them; the open task itself leads to the end. */
    public void withdrawInTask(String caseNumber) {
        noteGivenUp(caseNumber, false);
    }

    /** How the complaint was given up in this round: WITHDRAWN or SETTLED; empty when it was not. */
    @Transactional(readOnly = true)
    public Optional<Outcome> givenUp(String caseNumber) {
        return Optional.ofNullable(cases.record(caseNumber).givenUp());
    }

    private void noteGivenUp(String caseNumber, boolean settled) {
        cases.record(caseNumber).giveUp(settled ? Outcome.SETTLED : Outcome.WITHDRAWN);
        journal.write(caseNumber, settled ? "和解登记" : "撤回登记", said(settled));
        cases.happened(caseNumber, settled ? CaseEvent.SETTLED : CaseEvent.WITHDRAWN);
    }

    private static String said(boolean settled) {
        return settled ? "双方自行和解" : "投诉人撤回投诉";
    }

    /** The final reply was approved: the duty to handle within the promised days is met (FC 五.1). */
    public void approveReply(String caseNumber) {
        journal.write(caseNumber, "答复审核", "同意答复");
        cases.happened(caseNumber, CaseEvent.REPLY_APPROVED);
    }

    public void replySent(String caseNumber) {
        journal.write(caseNumber, "答复", "已向投诉人及来源渠道答复");
        cases.happened(caseNumber, CaseEvent.REPLY_SENT);
    }

    public void followedUp(String caseNumber, String satisfaction) {
        cases.record(caseNumber).satisfied(satisfaction);
        journal.write(caseNumber, "回访", Codes.label("satisfaction", satisfaction));
    }

    /** What the complainant was dissatisfied with was handled once more (FC 七.1). */
    public void reworked(String caseNumber) {
        journal.write(caseNumber, "不满意工单处理", "已再次处理");
    }

    public void decideRework(String caseNumber, boolean again) {
        journal.write(caseNumber, "认定不满意工单", again ? "交承办单位再办" : "认定办结");
    }
}
