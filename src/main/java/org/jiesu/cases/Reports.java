package org.jiesu.cases;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The acts on a report or a clue, from the route to the decision. */
@Service
@Transactional
public class Reports {

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
        journal.write(caseNumber, "确认处理权限", Codes.label("reportRoute", route));
        cases.happened(caseNumber, CaseEvent.ROUTE_DECIDED);
    }

    /** The reporter was told whom to turn to, or the report was handed over. */
    public void toldOutOfRemit(String caseNumber, String how) {
        journal.write(caseNumber, "职责外处理", how);
        cases.happened(caseNumber, CaseEvent.OUT_OF_REMIT_TOLD);
    }

    /** New facts for an earlier report: its verification period starts again, the old dates stay (令121第三十五条). */
    public void addNewFacts(String earlier, String from) {
        journal.write(earlier, "合并处理", from + "补充新的事实，重新计算处理期限");
        cases.happened(earlier, CaseEvent.RECEIVED);
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

    /** 不予立案. */
    public void declineToFile(String caseNumber, String ground) {
        journal.write(caseNumber, "不予立案", Codes.label("nonFilingGround", ground));
        cases.happened(caseNumber, CaseEvent.NOT_FILED);
    }

    public void reviewed(String caseNumber, boolean passed) {
        journal.write(caseNumber, "案件审核", passed ? "审核通过" : "退回补充调查");
        cases.happened(caseNumber, CaseEvent.CASE_REVIEWED);
    }

    public void penaltyNoticeServed(String caseNumber) {
        journal.write(caseNumber, "行政处罚告知", "已告知拟作出的行政处罚及陈述、申辩、听证权利");
        cases.happened(caseNumber, CaseEvent.PENALTY_NOTICE_SERVED);
    }

    public void statementAnswered(String caseNumber, String what) {
        journal.write(caseNumber, "陈述申辩", what);
        cases.happened(caseNumber, CaseEvent.STATEMENT_ANSWERED);
    }

    /** 作出处理决定. */
    public void decide(String caseNumber, String decision) {
        cases.record(caseNumber).decide(decision);
        journal.write(caseNumber, "处理决定", Codes.label("decision", decision));
        cases.happened(caseNumber, CaseEvent.DECIDED);
    }

    public void decisionServed(String caseNumber) {
        journal.write(caseNumber, "送达", "决定书已送达");
        cases.happened(caseNumber, CaseEvent.DECISION_SERVED);
    }

    public void reporterTold(String caseNumber) {
        journal.write(caseNumber, "告知举报人", "已告知举报人处理结果");
        cases.happened(caseNumber, CaseEvent.REPORTER_TOLD);
    }

    /** A reporter who withdraws changes nothing: the violation is still one. */
    public void withdrawalRecorded(String caseNumber) {
        journal.write(caseNumber, "撤回登记", "举报人撤回举报，继续核查处理");
    }
}
