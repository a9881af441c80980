package org.jiesu.workflow.report;

import java.math.BigDecimal;
import org.jiesu.workflow.dmn.RewardRules;
import org.jiesu.workflow.dmn.RewardRules.Scale;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** The amount of a reward within the bounds of its level (国市监稽规〔2021〕4号). */
@Component
class RewardAmounts {

    private final RewardRules rules;
    private final EarlierSteps earlier;

    RewardAmounts(RewardRules rules, EarlierSteps earlier) {
        this.rules = rules;
        this.earlier = earlier;
    }

    /** In yuan, zero where none is granted; an amount left blank is the level's share of the fine. */
    BigDecimal of(FilledForm form) {
        String level = form.text("rewardLevel");
        if (level.equals("NONE")) {
            form.require(true, "reason", "不予奖励的，").checked();
            return BigDecimal.ZERO;
        }
        Scale scale = rules.scale(Integer.parseInt(level.replace("LEVEL_", "")));
        BigDecimal fine = form.has("penaltyAmount") ? form.number("penaltyAmount") : earlier.fine(form.caseNumber());
        BigDecimal amount = form.has("rewardAmount") ? form.number("rewardAmount") : scale.of(fine);
        String bounds = "“奖励金额”不低于" + scale.minimum() + "元，不超过" + scale.cap() + "元";
        boolean withFinance = amount.compareTo(scale.jointFrom()) < 0 || form.yes("decidedWithFinance");
        form.must(scale.allows(amount), "rewardAmount", bounds)
                .must(withFinance, "decidedWithFinance", "奖励金额达到" + scale.jointFrom() + "元的，应当会同财政部门决定")
                .checked();
        return amount;
    }
}
