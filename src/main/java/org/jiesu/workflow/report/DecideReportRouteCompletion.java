package org.jiesu.workflow.report;

import java.util.Map;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Facts;
import org.jiesu.cases.Reports;
import org.jiesu.workflow.dmn.ChannelRules;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.jiesu.workflow.tasks.Urgency;
import org.springframework.stereotype.Component;

/** 确认处理权限：本局办理，或者为什么不办理（令121第三十四条、第三十五条）. */
@Component
class DecideReportRouteCompletion implements Completion {

    private final Cases cases;
    private final Reports reports;
    private final ChannelRules channels;

    DecideReportRouteCompletion(Cases cases, Reports reports, ChannelRules channels) {
        this.cases = cases;
        this.reports = reports;
        this.channels = channels;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        String caseNumber = form.caseNumber();
        CaseView view = cases.view(caseNumber);
        Facts facts = RouteDuties.checked(form, view.facts(), channels.returnAllowed(view.channel()));
        String route = form.text("reportRoute");
        cases.confirm(caseNumber, facts);
        reports.decideRoute(caseNumber, route);
        if (route.equals("REPEATED")) {
            reports.repeats(caseNumber, form.text("mergedInto"), form.yes("newFacts"));
        }
        return Urgency.flagged(Map.of("reportRoute", route), view.facts(), facts);
    }
}
