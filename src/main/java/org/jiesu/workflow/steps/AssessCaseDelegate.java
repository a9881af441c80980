package org.jiesu.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.cases.CaseView;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.jurisdiction.Assessor;
import org.jiesu.workflow.engine.EngineAccess;
import org.springframework.stereotype.Component;

/** 研判来件: the decision tables propose; what is missing starts its own clock. */
@Component
class AssessCaseDelegate implements JavaDelegate {

    private final Assessor assessor;
    private final Deadlines deadlines;

    AssessCaseDelegate(Assessor assessor, Deadlines deadlines) {
        this.assessor = assessor;
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        CaseView view = assessor.assess(caseNumber);
        execution.setVariable("incomplete", !view.incomplete().isEmpty());
        execution.setVariable("urgent", view.facts().urgent());
        execution.setVariable("routeClear", view.proposed().getOrDefault("routeClear", false));
        execution.setVariable("reportRoute", view.proposed().getOrDefault("reportRoute", "HANDLE"));
        deadlines.timers(caseNumber).forEach((name, at) -> execution.setVariable(name, EngineAccess.date(at)));
    }
}
