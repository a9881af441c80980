package org.jiesu.cases;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jiesu.platform.CurrentStaff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was filled in at each finished task, word for word: the source of papers and of the case's tab (FC 六.1). */
@Service
public class Steps {

    /** One finished task; {@code task} is its id in the model. */
    public record Step(
            LocalDateTime at, String actor, int round, String task, String taskName, List<FilledField> values) {

        /** The value of a field as it was sent: a code, truth value, number, date or list; empty when it was blank. */
        public Optional<Object> value(String key) {
            return values.stream()
                    .filter(field -> field.key().equals(key))
                    .map(FilledField::value)
                    .filter(Objects::nonNull)
                    .findFirst();
        }

        /** The value of a field as shown to people; empty when it was left blank. */
        public Optional<String> shown(String key) {
            return values.stream()
                    .filter(field -> field.key().equals(key))
                    .map(FilledField::shown)
                    .filter(Objects::nonNull)
                    .findFirst();
        }

        /** The value of a field as it was sent: a code, an ISO date, digits; empty when it was left blank. */
        public Optional<String> text(String key) {
            return values.stream()
                    .filter(field -> field.key().equals(key) && field.value() != null)
                    .map(field -> field.value().toString())
                    .findFirst();
        }
    }

    private final StepRepository repository;
    private final Cases cases;
    private final CurrentStaff staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Steps(StepRepository repository, Cases cases, CurrentStaff staff, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.cases = cases;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String caseNumber, String task, String taskName, List<FilledField> values) {
        int round = cases.view(caseNumber).round();
        repository.save(
                new StepRecord(caseNumber, round, staff.id(), LocalDateTime.now(clock), task, taskName, values));
        events.publishEvent(new StepTaken(caseNumber, task, taskName));
    }

    /** All finished steps of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Step> of(String caseNumber) {
        return repository.findByCaseNumberOrderById(caseNumber).stream()
                .map(StepRecord::step)
                .toList();
    }

    /** The times a task was finished in the current round, oldest first. */
    @Transactional(readOnly = true)
    public List<Step> inRound(String caseNumber, String task) {
        return inRound(caseNumber).stream()
                .filter(step -> step.task().equals(task))
                .toList();
    }

    /** What was finished in the current round, oldest first. */
    @Transactional(readOnly = true)
    public List<Step> inRound(String caseNumber) {
        int round = cases.view(caseNumber).round();
        return of(caseNumber).stream().filter(step -> step.round() == round).toList();
    }
}
