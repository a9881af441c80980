package org.jiesu.cases;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import java.util.List;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
class StepRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;
    private int round;
    private String task;
    private String taskName;
    private String actor;
    private LocalDateTime doneAt;

    @Convert(converter = FilledFields.class)
    private List<FilledField> content;

    protected StepRecord() {}

    StepRecord(
            String caseNumber,
            int round,
            String actor,
            LocalDateTime doneAt,
            String task,
            String taskName,
            List<FilledField> content) {
        this.caseNumber = caseNumber;
        this.round = round;
        this.actor = actor;
        this.doneAt = doneAt;
        this.task = task;
        this.taskName = taskName;
        this.content = content;
    }

    Steps.Step step() {
        return new Steps.Step(doneAt, actor, round, task, taskName, content);
    }
}
