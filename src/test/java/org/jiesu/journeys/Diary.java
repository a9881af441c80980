package org.jiesu.journeys;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the test remembers of one case, from its own acts alone. */
final class Diary {

    final String number;
    final String kind;
    /** What arrived; null for a case that came of another one. */
    final Letter letter;

    final List<String> acts = new ArrayList<>();
    /** The forms and acts that the case has to show, in this order. */
    final List<String> steps = new ArrayList<>();

    /** How often somebody will still work on it; then its time runs out. */
    int patience;

    private LocalDate acceptedOn;
    private final List<PlainDays.Span> pauses = new ArrayList<>();
    private int rounds = 1;

    Diary(String number, String kind, Letter letter) {
        this.number = number;
        this.kind = kind;
        this.letter = letter;
    }

    void note(int step, LocalDateTime at, String act) {
        acts.add("%d %s %s".formatted(step, at, act));
    }

    void done(String task, Map<String, Object> form, LocalDate today) {
        steps.add(task);
        if (task.equals("Task_DecideAcceptance") && "true".equals(form.get("accepted"))) {
            acceptedOn = today;
        } else if (task.equals("Task_HoldMediation") && "APPRAISAL_NEEDED".equals(form.get("mediationOutcome"))) {
            pauses.add(new PlainDays.Span(day(form, "pausedFrom", today), null));
        } else if (task.equals("Task_RecordAppraisal")) {
            pauses.replaceAll(
                    span -> span.to() == null ? new PlainDays.Span(span.from(), day(form, "receivedOn", today)) : span);
        }
    }

    private static LocalDate day(Map<String, Object> form, String key, LocalDate today) {
        return form.containsKey(key) ? LocalDate.parse((String) form.get(key)) : today;
    }

    void reopened() {
        rounds++;
    }

    int rounds() {
        return rounds;
    }

    /** The mediation period as the test itself knows it; null before acceptance and after the first round. */
    PlainDays.Period mediation(int amount, String unit, String roll) {
        return acceptedOn == null || rounds > 1
                ? null
                : new PlainDays.Period(acceptedOn.atStartOfDay(), amount, unit, roll, null, List.copyOf(pauses));
    }
}
