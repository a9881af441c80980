package org.jiesu.workflow.steps;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import org.jiesu.cases.Cases;
import org.jiesu.jurisdiction.Dispatching;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 确认分派（FC 四.1）: the proposed unit, or another one with a reason. */
@Component
class ConfirmDispatchCompletion implements Completion {

    private final Cases cases;
    private final Dispatching dispatching;

    ConfirmDispatchCompletion(Cases cases, Dispatching dispatching) {
        this.cases = cases;
        this.dispatching = dispatching;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        String proposed = dispatching.propose(form.caseNumber()).unit();
        String unit = requireNonNullElse(form.text("handlingUnit"), requireNonNullElse(proposed, ""));
        List<String> assisting = form.list("assistingUnits");
        List<String> copied = form.list("copiedUnits");
        form.must(!unit.isEmpty(), "handlingUnit", "没有建议单位，须填写“承办单位”")
                .require(proposed != null && !unit.equals(proposed), "changeReason", "变更建议单位的")
                .must(!assisting.contains(unit), "assistingUnits", "“协办单位”不能是承办单位")
                .must(!copied.contains(unit), "copiedUnits", "“抄送单位”不能是承办单位")
                .checked();
        cases.dispatch(form.caseNumber(), unit, assisting, copied);
        return Map.of("handlingUnit", unit);
    }
}
