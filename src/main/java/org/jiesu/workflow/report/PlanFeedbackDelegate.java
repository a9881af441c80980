package org.jiesu.workflow.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.workflow.dmn.ReporterNoticeRules;
import org.jiesu.workflow.dmn.RewardRules;
import org.springframework.stereotype.Component;

/** 确定告知与奖励: a clue has no reporter, so nobody is told and nobody rewarded. */
@Component
class PlanFeedbackDelegate implements JavaDelegate {

    private final Cases cases;
    private final EarlierSteps earlier;
    private final ReporterNoticeRules notices;
    private final RewardRules rewards;

    PlanFeedbackDelegate(Cases cases, EarlierSteps earlier, ReporterNoticeRules notices, RewardRules rewards) {
        this.cases = cases;
        this.earlier = earlier;
        this.notices = notices;
        this.rewards = rewards;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        CaseView view = cases.view(number);
        String decision = (String) execution.getVariable("decision");
        boolean reported = view.kind() == CaseKind.REPORT;
        boolean rewarded = rewards.eligible(decision, earlier.penaltyKinds(number), earlier.fine(number));
        execution.setVariable("tellReporter", reported && notices.mustTellResult(view));
        execution.setVariable("rewardEligible", reported && rewarded);
    }
}
