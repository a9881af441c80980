package org.jiesu.workflow.complaint;

import java.time.LocalDate;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** How an agreement is to be performed: at once, or by a date that is then watched. */
@Component
class Performance {

    static final String IMMEDIATE = "IMMEDIATE";
    private static final String BY_DATE = "BY_DATE";

    private final Deadlines deadlines;

    Performance(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    FilledForm check(FilledForm form, boolean agreed, LocalDate earliest) {
        boolean byDate = agreed && BY_DATE.equals(form.text("performanceWay"));
        LocalDate performBy = form.date("performBy");
        return form.require(byDate, "performBy", "约定日期履行的")
                .must(
                        !byDate || performBy == null || !performBy.isBefore(earliest),
                        "performBy",
                        "“约定履行日期”不能早于" + earliest);
    }

    void promise(FilledForm form) {
        if (BY_DATE.equals(form.text("performanceWay"))) {
            deadlines.agree(form.caseNumber(), form.date("performBy"), "调解协议约定的履行日期");
        }
    }
}
