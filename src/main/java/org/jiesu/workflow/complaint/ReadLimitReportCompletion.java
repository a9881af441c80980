package org.jiesu.workflow.complaint;

import java.util.Map;
import org.jiesu.cases.Cases;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 阅示超过法定调解期限继续调解的报告（FC 四.3（4））: the leader has read it, or gives instructions. */
@Component
class ReadLimitReportCompletion implements Completion {

    private final Cases cases;

    ReadLimitReportCompletion(Cases cases) {
        this.cases = cases;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        boolean instructed = "INSTRUCTED".equals(form.text("acknowledgement"));
        form.require(instructed, "instructions", "批示的").checked();
        cases.readByLeader(form.caseNumber(), instructed);
        return Map.of();
    }
}
