package org.jiesu.workflow.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.cases.Cases;
import org.jiesu.notices.Notices;
import org.springframework.stereotype.Component;

/** 告知举报人同一事实的重复举报不再另行处理（令121第三十五条）. */
@Component
class TellRepeatedDelegate implements JavaDelegate {

    private final Cases cases;
    private final Notices notices;

    TellRepeatedDelegate(Cases cases, Notices notices) {
        this.cases = cases;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        notices.repeated(caseNumber, cases.view(caseNumber).anonymous());
    }
}
