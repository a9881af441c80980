package org.jiesu.workflow.steps;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Handlers;
import org.jiesu.platform.Staff;
import org.jiesu.workflow.dmn.SimpleHandlingRules;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 签收（FC 四.1）: the unit names its handler, or gives the order back with a reason. */
@Component
class SignInCompletion implements Completion {

    private final Cases cases;
    private final Handlers handlers;
    private final SimpleHandlingRules simpleHandling;

    SignInCompletion(Cases cases, Handlers handlers, SimpleHandlingRules simpleHandling) {
        this.cases = cases;
        this.handlers = handlers;
        this.simpleHandling = simpleHandling;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        return form.yes("signedIn") ? signIn(form) : giveBack(form);
    }

    private Map<String, Object> signIn(FilledForm form) {
        CaseView view = cases.view(form.caseNumber());
        boolean quick = form.yes("quick");
        List<String> meant = meant(form, view);
        form.must(meant.size() == 1, "handler", "“承办人”须是本单位一名人员的用户名或者姓名：" + names(view))
                .must(!quick || simpleHandling.offered(view), "quick", "该办件不适用简易办理")
                .must(!form.has("returnReason") && !form.has("returnText"), "returnReason", "签收的，不填“退单理由”和“退单说明”")
                .checked();
        cases.signIn(form.caseNumber(), meant.get(0), quick);
        return Map.of("signedIn", true, "handler", meant.get(0), "quick", quick, "dispatchResult", "SIGNED");
    }

    /** Everyone in the unit whom the entry may mean; whoever signs, where it is blank. */
    private List<String> meant(FilledForm form, CaseView view) {
        String named = Optional.ofNullable(form.text("handler"))
                .orElseGet(() -> form.actor().userId());
        List<Staff> candidates = handlers.candidates(view);
        List<Staff> byId =
                candidates.stream().filter(m -> m.userId().equals(named)).toList();
        List<Staff> meant = byId.isEmpty()
                ? candidates.stream().filter(m -> m.name().equals(named)).toList()
                : byId;
        return meant.stream().map(Staff::userId).distinct().toList();
    }

    private String names(CaseView view) {
        return handlers.candidates(view).stream()
                .map(member -> member.name() + "（" + member.userId() + "）")
                .collect(Collectors.joining("、"));
    }

    private Map<String, Object> giveBack(FilledForm form) {
        form.require(true, "returnReason", "退单的")
                .require(true, "returnText", "退单的")
                .checked();
        cases.returnOrder(form.caseNumber());
        return Map.of("signedIn", false);
    }
}
