package org.jiesu.workflow.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.cases.Reports;
import org.jiesu.notices.Notices;
import org.springframework.stereotype.Component;

/** 书面移送食品安全举报并通知举报人（食品安全法第一百一十五条）. */
@Component
class TransferFoodDelegate implements JavaDelegate {

    private final Reports reports;
    private final Notices notices;

    TransferFoodDelegate(Reports reports, Notices notices) {
        this.notices = notices;
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.toldOutOfRemit(execution.getProcessBusinessKey(), "已书面移送有权处理食品安全举报的部门并通知举报人");
        notices.transferred(execution.getProcessBusinessKey());
    }
}
