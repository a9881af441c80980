package org.jiesu.cases;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jiesu.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The acts on a report or a clue, from the route to the reward. */
@Service
@Transactional
public class Reports {

    /**
     * How a case ended that the bureau keeps in its enforcement system.
     *
     * @param noticeServedOn null where no penalty was intended
     * @param servedOn null where nothing had to be served yet
     */
    public record ExternalResult(
            String number, String decision, LocalDate noticeServedOn, LocalDate decidedOn, LocalDate servedOn) {}

    private static final Set<String> SERVED = Set.of("PENALTY", "NO_PENALTY", "NO_VIOLATION");

    private final Cases cases;
    private final Journal journal;
    private final Clock clock;

    Reports(Cases cases, Journal journal, Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
    }

    /** Who handles the report, or why nobody here does (令121第三十四条、第三十五条). */
    public void decideRoute(String caseNumber, String route) {
        cases.record(caseNumber).requireOpen();
        journal.write(caseNumber, "确认处理权限", Codes.label("reportRoute", route));
        cases.happened(caseNumber, CaseEvent.ROUTE_DECIDED);
        switch (route) {
            case "TELL_DIRECT", "TRANSFER_FOOD" -> cases.happened(caseNumber, CaseEvent.OUT_OF_REMIT);
            case "DISCIPLINE" -> {
                cases.record(caseNumber).seal();
                cases.happened(caseNumber, CaseEvent.OUT_OF_REMIT);
            }
            case "RETURN_TO_CHANNEL" -> cases.happened(caseNumber, CaseEvent.RETURNED_TO_CHANNEL);
            default -> {}
        }
    }

    /** The reporter was told whom to turn to, or the report was handed over. */
    public void toldOutOfRemit(String caseNumber, String how) {
        journal.write(caseNumber, "职责外处理", how);
        cases.happened(caseNumber, CaseEvent.OUT_OF_REMIT_TOLD);
    }

    /** The same reporter reports the same facts of the same respondent again: not handled anew (令121第三十五条). */
    public void repeats(String caseNumber, String earlier, boolean newFacts) {
        CaseView target = cases.find(earlier)
                .filter(found ->
                        found.kind() == CaseKind.REPORT && !found.caseNumber().equals(caseNumber))
                .filter(found ->
                        found.institution().equals(cases.view(caseNumber).institution()))
                .orElseThrow(() -> new Refusal("没有办件编号为“" + earlier + "”的此前举报"));
        cases.link(caseNumber, LinkRelation.MERGED_INTO, target.caseNumber(), LinkRelation.MERGED_FROM);
        journal.write(caseNumber, "并入", "重复举报，并入" + earlier);
        journal.write(earlier, "并入", caseNumber + "并入本办件");
        cases.happened(caseNumber, CaseEvent.MERGED);
        if (newFacts) {
            addNewFacts(earlier, caseNumber);
        }
    }

    /**
     * New facts for an earlier report that is still open: its verification period starts again on the day the last
     * report was received, the old dates stay (令121第三十五条). Once it is filed, nothing is left to verify.
     */
    public void addNewFacts(String earlier, String from) {
        CaseView target = cases.view(earlier);
        if (!target.open()) {
            throw new Refusal("此前的举报已经办结，补充新的事实的，由本局作为新的举报办理");
        }
        if (target.enforcementNumber() != null) {
            journal.write(earlier, "合并处理", from + "补充新的事实，并入已立案的案件");
            return;
        }
        journal.write(earlier, "合并处理", from + "补充新的事实，重新计算处理期限");
        cases.happened(
                earlier, CaseEvent.RECEIVED, cases.view(from).receivedAt().toLocalDate());
    }

    /** 核查 by two officers; what they found stands in the filled form. */
    public void verified(String caseNumber, LocalDate on) {
        cases.record(caseNumber).requireOpen();
        journal.write(caseNumber, "核查", "已完成核查");
        cases.happened(caseNumber, CaseEvent.INSPECTED, on);
    }

    public void proposeFiling(String caseNumber, boolean file) {
        journal.write(caseNumber, "立案意见", file ? "建议立案" : "建议不予立案");
        cases.happened(caseNumber, CaseEvent.FILING_PROPOSED);
    }

    /** 立案: the case gets a number of its own. */
    public String file(String caseNumber) {
        CaseView report = cases.view(caseNumber);
        String number =
                cases.nextNumber(report.institution(), "E", LocalDate.now(clock).getYear());
        cases.record(caseNumber).file(number);
        journal.write(caseNumber, "立案", "案件编号" + number);
        cases.happened(caseNumber, CaseEvent.FILED);
        return number;
    }

    /** A real-name reporter heard that the report was filed (令20第三十一条). */
    public void filingTold(String caseNumber, LocalDate on) {
        journal.write(caseNumber, "告知举报人", "已告知举报人立案");
        cases.happened(caseNumber, CaseEvent.FILING_TOLD, on);
    }

    /** 不予立案. */
    public void declineToFile(String caseNumber, String ground) {
        journal.write(caseNumber, "不予立案", Codes.label("nonFilingGround", ground));
        cases.happened(caseNumber, CaseEvent.NOT_FILED);
    }

    public void investigated(String caseNumber, boolean penaltyIntended) {
        journal.write(caseNumber, "调查取证", penaltyIntended ? "调查终结，拟给予行政处罚" : "调查终结，不拟给予行政处罚");
    }

    /** Takes over what was done in the bureau's enforcement system, each act on its own day. */
    public void decidedExternally(String caseNumber, ExternalResult result) {
        journal.write(caseNumber, "执法办案系统", "已在执法办案系统办结，案号" + result.number());
        if (result.noticeServedOn() != null) {
            penaltyNoticeServed(caseNumber, result.noticeServedOn());
        }
        decide(caseNumber, result.decision(), result.decidedOn());
        if (result.servedOn() != null) {
            decisionServed(caseNumber, result.servedOn());
        }
    }

    public void reviewed(String caseNumber, boolean passed) {
        journal.write(caseNumber, "案件审核", passed ? "审核通过" : "退回补充调查");
        cases.happened(caseNumber, CaseEvent.CASE_REVIEWED);
    }

    /** From this day on the party may answer and ask for a hearing (行政处罚法第四十四条、第六十四条). */
    public void penaltyNoticeServed(String caseNumber, LocalDate on) {
        journal.write(caseNumber, "行政处罚告知", "已告知拟作出的行政处罚及陈述、申辩、听证权利");
        cases.happened(caseNumber, CaseEvent.PENALTY_NOTICE_SERVED, on);
    }

    public void statementAnswered(String caseNumber, String what) {
        journal.write(caseNumber, "陈述申辩", what);
        cases.happened(caseNumber, CaseEvent.STATEMENT_ANSWERED);
    }

    public void hearingHeld(String caseNumber, LocalDate on) {
        journal.write(caseNumber, "听证", "已于" + on + "举行听证");
    }

    /** 作出处理决定. */
    public void decide(String caseNumber, String decision, LocalDate on) {
        cases.record(caseNumber).decide(decision);
        journal.write(caseNumber, "处理决定", Codes.label("decision", decision));
        cases.happened(caseNumber, CaseEvent.DECIDED, on);
        if (toServe(decision)) {
            cases.happened(caseNumber, CaseEvent.DECISION_TO_SERVE, on);
        }
    }

    /** Whether this decision is handed to the party; a transfer and a discontinued case are not (行政处罚法第六十一条). */
    public static boolean toServe(String decision) {
        return SERVED.contains(decision);
    }

    public void decisionServed(String caseNumber, LocalDate on) {
        journal.write(caseNumber, "送达", "决定书已送达");
        cases.happened(caseNumber, CaseEvent.DECISION_SERVED, on);
    }

    public void reporterTold(String caseNumber, LocalDate on) {
        journal.write(caseNumber, "告知举报人", "已告知举报人处理结果");
        cases.happened(caseNumber, CaseEvent.REPORTER_TOLD, on);
    }

    /** 举报奖励 in yuan; zero means that none is granted (国市监稽规〔2021〕4号). */
    public void decideReward(String caseNumber, String level, BigDecimal amount) {
        String granted = amount.signum() == 0 ? "" : "，奖励金额" + amount.toPlainString() + "元";
        journal.write(caseNumber, "举报奖励", Codes.label("rewardLevel", level) + granted);
    }

    /** A reporter who withdraws changes nothing: the violation is still one. */
    public void withdrawalRecorded(String caseNumber) {
        journal.write(caseNumber, "撤回登记", "举报人撤回举报，继续核查处理");
    }
}
