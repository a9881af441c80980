package org.jiesu.workflow.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.cases.Reports;
import org.jiesu.notices.Notices;
import org.springframework.stereotype.Component;

/** 告知举报人直接向有处理权限的部门提出，不代为转送（令121第三十四条）. */
@Component
class TellDirectDelegate implements JavaDelegate {

    private final Reports reports;
    private final Notices notices;

    TellDirectDelegate(Reports reports, Notices notices) {
        this.notices = notices;
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.toldOutOfRemit(execution.getProcessBusinessKey(), "已告知举报人直接向有处理权限的部门提出");
        notices.outOfRemit(execution.getProcessBusinessKey());
    }
}
