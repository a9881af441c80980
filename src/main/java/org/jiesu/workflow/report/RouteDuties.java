package org.jiesu.workflow.report;

import java.util.Set;
import org.jiesu.cases.Facts;
import org.jiesu.workflow.tasks.ConfirmedFacts;
import org.jiesu.workflow.tasks.FilledForm;

/** What has to be filled in for each way that a report can take (令121第三十四条、第三十五条). */
final class RouteDuties {

    private static final Set<String> OTHER_DEPARTMENT = Set.of("TELL_DIRECT", "TRANSFER_FOOD");

    private RouteDuties() {}

    /** The facts as the clerk confirmed them. */
    static Facts checked(FilledForm form, Facts proposed, boolean returnAllowed) {
        Facts facts = ConfirmedFacts.of(form, proposed);
        String route = form.text("reportRoute");
        form.require(!route.equals("HANDLE"), "reason", "不由本局办理的，")
                .require(route.equals("REPEATED"), "mergedInto", "重复举报的，")
                .must(
                        !OTHER_DEPARTMENT.contains(route) || facts.competent() != null,
                        "competent",
                        "告知直接提出或者移送的，须填写“有权处理的部门”")
                .must(!route.equals("RETURN_TO_CHANNEL") || returnAllowed, "reportRoute", "该来源渠道不接受退回")
                // Only food is handed over by law; any other matter the reporter takes to the competent bureau.
                .must(
                        !route.equals("TRANSFER_FOOD") || "食品安全".equals(facts.matter()),
                        "reportRoute",
                        "只有食品安全举报才移送（食品安全法第一百一十五条），其他举报应告知举报人直接提出")
                .checked();
        return facts;
    }
}
