package org.jiesu.workflow;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jiesu.cases.CaseView;
import org.jiesu.workflow.engine.EngineAccess;

/** Every variable that a gateway or timer reads has a value from the start; none of them identifies anybody. */
final class StartVariables {

    private StartVariables() {}

    static Map<String, Object> of(CaseView view, Map<String, LocalDateTime> timers) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("institution", view.institution());
        variables.put("caseKind", view.kind().name());
        variables.put("round", view.round());
        variables.put("incomplete", false);
        variables.put("urgent", false);
        variables.put("supplemented", false);
        variables.put("acceptedBy", "CENTRE");
        variables.put("acceptanceResult", "ACCEPTED");
        variables.put("handleResult", "TERMINATE");
        variables.put("dispatchResult", "SIGNED");
        variables.put("dispatchAutomatic", false);
        variables.put("handlingUnit", view.handlingUnit());
        variables.put("handler", view.handler());
        variables.put("quick", false);
        variables.put("terminationReason", "OTHER");
        variables.put("routeClear", false);
        variables.put("reportRoute", "HANDLE");
        variables.put("decision", "NOT_FILED");
        variables.put("filed", false);
        variables.put("findingMade", false);
        variables.put("tellFiling", false);
        timers.forEach((name, at) -> variables.put(name, EngineAccess.date(at)));
        return variables;
    }
}
