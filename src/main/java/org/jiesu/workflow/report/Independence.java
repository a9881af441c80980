package org.jiesu.workflow.report;

import java.util.Set;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Steps;
import org.jiesu.shared.Refusal;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** Whoever approves or reviews a case is not one who handles it (行政处罚法第五十七条、第五十八条). */
@Component
class Independence {

    private static final Set<String> HANDLING = Set.of("Task_Verify", "Task_ProposeFiling", "Task_InvestigateCase");

    private final Cases cases;
    private final Steps steps;

    Independence(Cases cases, Steps steps) {
        this.cases = cases;
        this.steps = steps;
    }

    void requireNotHandler(FilledForm form) {
        if (isHandler(form)) {
            throw new Refusal("承办人不能审批自己承办的案件是否立案");
        }
    }

    /** Whoever verified, proposed or investigated took part, though somebody else may be the handler now. */
    void requireUninvolved(FilledForm form) {
        boolean tookPart = steps.of(form.caseNumber()).stream()
                .filter(step -> HANDLING.contains(step.task()))
                .anyMatch(step -> step.actor().equals(form.actor().userId()));
        if (isHandler(form) || tookPart) {
            throw new Refusal("案件应当由未参与办案的人员审核");
        }
    }

    private boolean isHandler(FilledForm form) {
        return form.actor().userId().equals(cases.view(form.caseNumber()).handler());
    }
}
