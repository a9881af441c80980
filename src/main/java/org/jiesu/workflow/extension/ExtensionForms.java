package org.jiesu.workflow.extension;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Codes;
import org.jiesu.deadlines.ClockView;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.deadlines.ExtensionView;
import org.jiesu.deadlines.Extensions;
import org.jiesu.documents.Documents;
import org.jiesu.documents.ExtensionApproval;
import org.jiesu.documents.IssuedPaper;
import org.jiesu.documents.Opinion;
import org.jiesu.organisation.Institutions;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.springframework.stereotype.Component;

/** Writes the 延期审批表 of the request that an instance of {@code extension} is about. */
@Component
class ExtensionForms {

    private final Extensions extensions;
    private final Deadlines deadlines;
    private final Cases cases;
    private final Documents documents;
    private final Institutions institutions;
    private final StaffDirectory directory;

    ExtensionForms(
            Extensions extensions,
            Deadlines deadlines,
            Cases cases,
            Documents documents,
            Institutions institutions,
            StaffDirectory directory) {
        this.extensions = extensions;
        this.deadlines = deadlines;
        this.cases = cases;
        this.documents = documents;
        this.institutions = institutions;
        this.directory = directory;
    }

    ExtensionView requested(DelegateExecution execution) {
        return extensions.get((Long) execution.getVariable("extension"));
    }

    IssuedPaper issue(ExtensionView extension) {
        CaseView view = cases.view(extension.caseNumber());
        ClockView clock = deadlines.clock(extension.caseNumber(), extension.clock());
        String unit = view.handlingUnit() == null ? "centre" : view.handlingUnit();
        return documents.issue(
                view.caseNumber(),
                new ExtensionApproval(
                        view.institution(),
                        extension.id(),
                        Codes.label("clock", extension.clock()),
                        extension.basis(),
                        clock.startedAt().toLocalDate(),
                        extension.unit().times(clock.amount()),
                        extension.oldLastDay(),
                        extension.unit().times(extension.amount()),
                        extension.newLastDay(),
                        extension.rule().writtenReport(),
                        opinion(extension.reason(), extension.requestedBy(), extension.requestedAt()),
                        institutions.get(view.institution()).unitName(unit),
                        extension.collectiveOn(),
                        extension.open() ? null : extension.approved(),
                        opinion(extension.opinion(), extension.decidedBy(), extension.decidedAt())));
    }

    private Opinion opinion(String text, String userId, LocalDateTime at) {
        LocalDate on = at == null ? null : at.toLocalDate();
        String name =
                userId == null ? null : directory.find(userId).map(Staff::name).orElse(userId);
        return new Opinion(text, name, on);
    }
}
