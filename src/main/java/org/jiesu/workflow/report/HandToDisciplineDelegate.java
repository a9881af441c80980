package org.jiesu.workflow.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.cases.Reports;
import org.jiesu.notices.Notices;
import org.springframework.stereotype.Component;

/** 涉及工作人员的举报，转派驻纪检监察组，对各单位保密. */
@Component
class HandToDisciplineDelegate implements JavaDelegate {

    private final Reports reports;
    private final Notices notices;

    HandToDisciplineDelegate(Reports reports, Notices notices) {
        this.reports = reports;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.toldOutOfRemit(execution.getProcessBusinessKey(), "已移交派驻纪检监察组");
        notices.handedToDiscipline(execution.getProcessBusinessKey());
    }
}
