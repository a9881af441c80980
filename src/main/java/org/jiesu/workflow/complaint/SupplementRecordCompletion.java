package org.jiesu.workflow.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Parties;
import org.jiesu.cases.PartyRole;
import org.jiesu.jurisdiction.Assessor;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.jiesu.workflow.tasks.Urgency;
import org.springframework.stereotype.Component;

/** 联系补充材料（令121第十条、第十六条第(五)项）: what was given fills the record, and the tables are asked again. */
@Component
class SupplementRecordCompletion implements Completion {

    private final Cases cases;
    private final Parties parties;
    private final Assessor assessor;
    private final Clock clock;

    SupplementRecordCompletion(Cases cases, Parties parties, Assessor assessor, Clock clock) {
        this.cases = cases;
        this.parties = parties;
        this.assessor = assessor;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        boolean supplemented = form.yes("supplemented");
        form.require(!supplemented, "attemptLog", "未能补充的")
                .past("contactedOn", LocalDate.now(clock))
                .checked();
        CaseView before = cases.view(form.caseNumber());
        CaseView now = supplemented ? filled(form) : before;
        cases.supplemented(form.caseNumber(), supplemented && now.incomplete().isEmpty());
        return Urgency.flagged(Map.of("supplemented", supplemented), before.facts(), now.facts());
    }

    private CaseView filled(FilledForm form) {
        parties.supplement(
                form.caseNumber(),
                PartyRole.COMPLAINANT,
                party -> party.with(
                        form.text("complainantName"),
                        form.text("complainantPhone"),
                        form.text("complainantAddress"),
                        form.text("complainantIdNumber")));
        parties.supplement(
                form.caseNumber(),
                PartyRole.RESPONDENT,
                party -> party.with(form.text("respondentName"), null, form.text("respondentAddress"), null));
        if (form.has("demand")) {
            cases.supplement(form.caseNumber(), form.text("demand"));
        }
        return assessor.assess(form.caseNumber());
    }
}
