package org.jiesu.supervision;

import java.util.List;
import org.jiesu.cases.CaseDisposed;
import org.jiesu.documents.Documents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What supervision knew of a destroyed case goes with it. */
@Component
class SupervisionDisposal {

    private final MeasureRepository measures;
    private final ReminderRepository reminders;
    private final MessageRepository messages;
    private final InspectedCaseRepository inspected;
    private final InspectionRepository inspections;
    private final Documents documents;

    SupervisionDisposal(
            MeasureRepository measures,
            ReminderRepository reminders,
            MessageRepository messages,
            InspectedCaseRepository inspected,
            InspectionRepository inspections,
            Documents documents) {
        this.measures = measures;
        this.reminders = reminders;
        this.messages = messages;
        this.inspected = inspected;
        this.inspections = inspections;
        this.documents = documents;
    }

    @EventListener
    void on(CaseDisposed disposed) {
        measures.erase(disposed.caseNumber());
        reminders.erase(disposed.caseNumber());
        // A message is about what was due when the case was open; its other lines are of that time too.
        messages.erase(messages.mentioning(disposed.caseNumber()));
        List<String> samples = inspected.samplesWith(disposed.caseNumber());
        inspected.erase(disposed.caseNumber());
        samples.stream()
                .filter(sample -> inspected.findByInspectionOrderById(sample).isEmpty())
                .forEach(this::eraseSample);
    }

    /** The report on a sample tells of all its cases: it goes with the last of them. */
    private void eraseSample(String number) {
        documents.erase(number);
        inspections.erase(number);
    }
}
