package org.jiesu.supervision;

import java.util.List;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.UrgentReportWritten;
import org.jiesu.deadlines.Deadlines;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What goes between the leaders and those who handle a case: reports up, results of instructions back. */
@Service
@Transactional
public class Instructions {

    private final Cases cases;
    private final Deadlines deadlines;
    private final Recipients recipients;
    private final Messenger messenger;

    Instructions(Cases cases, Deadlines deadlines, Recipients recipients, Messenger messenger) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.recipients = recipients;
        this.messenger = messenger;
    }

    /** The instruction of this run was carried out; the leader who gave it is told where to read the result. */
    public void carriedOut(String caseNumber, int run, String leader) {
        deadlines.done(caseNumber, "instruction", run);
        messenger.send(
                leader,
                "批示已落实：" + caseNumber,
                List.of(new Messenger.Line(caseNumber, caseNumber + "的批示已落实，结果见办件的办理过程。")));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(UrgentReportWritten written) {
        CaseView view = cases.view(written.caseNumber());
        recipients
                .of(view, "leaderReading", List.of("leader", "director"))
                .forEach(leader -> messenger.send(
                        leader,
                        "重大投诉举报情况报告：" + view.caseNumber(),
                        List.of(new Messenger.Line(view.caseNumber(), view.caseNumber() + "的情况报告已填报，请在办件的办理过程中阅示。"))));
    }
}
