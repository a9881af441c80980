package org.jiesu.supervision;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;
import org.jiesu.cases.CaseView;
import org.jiesu.deadlines.Layer;
import org.jiesu.shared.LastDay;

/** A measure that was taken once for one run of a clock, with who was responsible then. It is never taken back. */
@Entity
@Immutable
class MeasureTaken {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String institution;
    private String caseNumber;
    private String clock;
    private int run;

    @Enumerated(EnumType.STRING)
    private Layer layer;

    @Enumerated(EnumType.STRING)
    private Measure measure;

    private LocalDateTime dueAt;
    private LocalDateTime takenAt;
    private String handlingUnit;
    private String handler;
    private LocalDate answerBy;
    private String answeredBy;
    private Integer answerRun;

    /** Until when a notice has to be answered, by which group, and the run of the clock that says so. */
    record Answer(LastDay by, String group, int run) {}

    protected MeasureTaken() {}

    MeasureTaken(
            CaseView view,
            String clock,
            int run,
            Layer layer,
            LocalDateTime dueAt,
            Measure measure,
            LocalDateTime takenAt,
            Answer answer) {
        this.institution = view.institution();
        this.caseNumber = view.caseNumber();
        this.clock = clock;
        this.run = run;
        this.layer = layer;
        this.dueAt = dueAt;
        this.measure = measure;
        this.takenAt = takenAt;
        this.handlingUnit = view.handlingUnit();
        this.handler = view.handler();
        if (answer != null) {
            answerBy = answer.by().on();
            answeredBy = answer.group();
            answerRun = answer.run();
        }
    }

    /** What is written down beside a notice once it was answered. */
    MeasureTaken answered(LocalDateTime at) {
        MeasureTaken answer = new MeasureTaken();
        answer.institution = institution;
        answer.caseNumber = caseNumber;
        answer.clock = clock;
        answer.run = run;
        answer.layer = layer;
        answer.dueAt = dueAt;
        answer.measure = Measure.ANSWERED;
        answer.takenAt = at;
        answer.handlingUnit = handlingUnit;
        answer.handler = handler;
        answer.answeredBy = answeredBy;
        return answer;
    }

    Measure measure() {
        return measure;
    }

    String caseNumber() {
        return caseNumber;
    }

    Supervision.Taken view() {
        return new Supervision.Taken(measure, clock, run, dueAt, takenAt, handlingUnit, handler, answerBy, answeredBy);
    }
}
