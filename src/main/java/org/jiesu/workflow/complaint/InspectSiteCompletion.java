package org.jiesu.workflow.complaint;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiesu.cases.Complaints;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 核查（FC 四.2）: on site, or where a clue was found, two officers and a record of the site (行政处罚法第四十二条). */
@Component
class InspectSiteCompletion implements Completion {

    private final Complaints complaints;
    private final ClueQuestion clue;
    private final Clock clock;

    InspectSiteCompletion(Complaints complaints, ClueQuestion clue, Clock clock) {
        this.complaints = complaints;
        this.clue = clue;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        LocalDate today = LocalDate.now(clock);
        String way = form.text("inspectionWay");
        boolean onSite = way.equals("ON_SITE");
        boolean formal = onSite || form.yes("clueFound");
        List.of("siteRecord", "officer1", "officer1No", "officer2", "officer2No")
                .forEach(key -> form.require(formal, key, "现场检查或者发现线索的"));
        clue.check(form)
                .require(onSite, "place", "现场检查的")
                .past("inspectedOn", today)
                .checked();
        complaints.inspected(form.caseNumber(), way, requireNonNullElse(form.date("inspectedOn"), today));
        clue.answer(form);
        return Map.of();
    }
}
