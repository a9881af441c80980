package org.jiesu.workflow.steps;

import java.util.Map;
import org.jiesu.cases.Cases;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 指定承办单位（FC 四.1）: final, so the unit named here can't give the order back. */
@Component
class ArbitrateDispatchCompletion implements Completion {

    private final Cases cases;

    ArbitrateDispatchCompletion(Cases cases) {
        this.cases = cases;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        String unit = form.text("handlingUnit");
        cases.assign(form.caseNumber(), unit);
        return Map.of("handlingUnit", unit);
    }
}
