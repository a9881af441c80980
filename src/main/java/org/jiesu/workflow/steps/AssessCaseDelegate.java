package org.jiesu.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Reports;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.jurisdiction.Assessor;
import org.jiesu.workflow.dmn.AcceptanceRules;
import org.jiesu.workflow.engine.EngineAccess;
import org.springframework.stereotype.Component;

/** 研判来件: the decision tables propose; what is missing starts its own clock. */
@Component
class AssessCaseDelegate implements JavaDelegate {

    private final Assessor assessor;
    private final Reports reports;
    private final Deadlines deadlines;
    private final AcceptanceRules acceptance;

    AssessCaseDelegate(Assessor assessor, Reports reports, Deadlines deadlines, AcceptanceRules acceptance) {
        this.assessor = assessor;
        this.reports = reports;
        this.deadlines = deadlines;
        this.acceptance = acceptance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        CaseView view = assessor.assess(caseNumber);
        execution.setVariable("incomplete", !view.incomplete().isEmpty());
        if (view.facts().urgent()) {
            execution.setVariable("urgent", true); // opens the report to the leaders (FC 三.4)
        }
        if (view.kind() == CaseKind.COMPLAINT) {
            execution.setVariable("acceptedBy", acceptance.acceptedBy(view.institution()));
        }
        if (view.kind() == CaseKind.REPORT) {
            boolean clear = Boolean.TRUE.equals(view.proposed().get("routeClear"));
            String route = (String) view.proposed().get("reportRoute");
            execution.setVariable("routeClear", clear);
            execution.setVariable("reportRoute", route);
            if (clear) {
                reports.decideRoute(caseNumber, route);
            }
        }
        deadlines.dates(caseNumber).timers().forEach((name, at) -> execution.setVariable(name, EngineAccess.date(at)));
    }
}
