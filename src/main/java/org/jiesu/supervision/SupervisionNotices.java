package org.jiesu.supervision;

import org.jiesu.cases.CaseView;
import org.jiesu.cases.Codes;
import org.jiesu.deadlines.ClockView;
import org.jiesu.deadlines.ClockWatch.Watched;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.documents.Documents;
import org.jiesu.documents.SupervisionNotice;
import org.jiesu.organisation.Institutions;
import org.jiesu.supervision.MeasureTaken.Answer;
import org.springframework.stereotype.Component;

/** Makes out the 督办通知单 of a clock. */
@Component
class SupervisionNotices {

    private final Documents documents;
    private final Deadlines deadlines;
    private final Institutions institutions;

    SupervisionNotices(Documents documents, Deadlines deadlines, Institutions institutions) {
        this.documents = documents;
        this.deadlines = deadlines;
        this.institutions = institutions;
    }

    void issue(CaseView view, Watched watched, Answer answer) {
        String basis = deadlines.clocks(view.caseNumber()).stream()
                .filter(one -> one.clock().equals(watched.clock()) && one.run() == watched.run())
                .map(ClockView::basis)
                .findFirst()
                .orElseThrow();
        documents.issue(
                view.caseNumber(),
                new SupervisionNotice(
                        view.institution(),
                        watched.clock() + "-" + watched.run(),
                        institutions.get(view.institution()).unitOfGroup(answer.group()),
                        view.kind().label(),
                        view.facts().matter(),
                        view.receivedAt().toLocalDate(),
                        Codes.label("clock", watched.clock()),
                        watched.lastDay(),
                        -watched.daysLeft(),
                        basis,
                        answer.by()));
    }
}
