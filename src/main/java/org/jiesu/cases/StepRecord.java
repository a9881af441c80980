package org.jiesu.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jiesu.vault.Encrypted;
import org.jiesu.vault.EncryptedRow;

@Entity
@Immutable
class StepRecord extends EncryptedRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;
    private int round;
    private String task;
    private String taskName;
    private String actor;
    private LocalDateTime doneAt;

    @Encrypted
    private String content;

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
        this.content = FilledFields.write(content);
    }

    Steps.Step step() {
        return new Steps.Step(doneAt, actor, round, task, taskName, FilledFields.read(content));
    }
}
