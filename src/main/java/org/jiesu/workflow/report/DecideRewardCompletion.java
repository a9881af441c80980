package org.jiesu.workflow.report;

import java.math.BigDecimal;
import java.util.Map;
import org.jiesu.cases.Reports;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 决定举报奖励（国市监稽规〔2021〕4号）. */
@Component
class DecideRewardCompletion implements Completion {

    private final Reports reports;
    private final RewardAmounts amounts;

    DecideRewardCompletion(Reports reports, RewardAmounts amounts) {
        this.reports = reports;
        this.amounts = amounts;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        BigDecimal amount = amounts.of(form);
        reports.decideReward(form.caseNumber(), form.text("rewardLevel"), amount);
        return Map.of();
    }
}
