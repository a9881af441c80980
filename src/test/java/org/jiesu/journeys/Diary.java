package org.jiesu.journeys;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    private int rounds = 1;
    private final Map<String, Known> known = Map.of(
            "mediation", new Known(45, "WORKING_DAYS", "NONE"),
            "statutoryMediation", new Known(60, "CALENDAR_DAYS", "HOLIDAY"));

    /** A stop of a clock, on this ground. */
    private record Stop(String ground, LocalDate from, LocalDate to) {}

    /** A period that the test counts from its own acts alone. */
    private static final class Known {

        private final int amount;
        private final String unit;
        private final String roll;
        private final List<Stop> stops = new ArrayList<>();
        private int asked;
        private int granted;

        Known(int amount, String unit, String roll) {
            this.amount = amount;
            this.unit = unit;
            this.roll = roll;
        }

        boolean stopped(String ground) {
            return stops.stream()
                    .anyMatch(stop -> stop.to() == null && stop.ground().equals(ground));
        }

        void resume(String ground, LocalDate on) {
            stops.replaceAll(stop -> stop.to() == null && (ground == null || ground.equals(stop.ground()))
                    ? new Stop(stop.ground(), stop.from(), on)
                    : stop);
        }
    }

    Diary(String number, String kind, Letter letter) {
        this.number = number;
        this.kind = kind;
        this.letter = letter;
    }

    void note(int step, LocalDateTime at, String act) {
        acts.add("%d %s %s".formatted(step, at, act));
    }

    void done(String task, Map<String, Object> form, LocalDateTime now, PlainDays days) {
        steps.add(task);
        LocalDate today = now.toLocalDate();
        if (task.equals("Task_DecideAcceptance") && "true".equals(form.get("accepted"))) {
            acceptedOn = today;
        } else if (task.equals("Task_HoldMediation") && "APPRAISAL_NEEDED".equals(form.get("mediationOutcome"))) {
            knownClocks().forEach(clock -> {
                LocalDateTime due = days.due(period(clock));
                if (!known.get(clock).stopped("APPRAISAL") && (due == null || !now.isAfter(due))) {
                    paused(clock, "APPRAISAL", day(form, "pausedFrom", today));
                }
            });
        } else if (task.equals("Task_RecordAppraisal")) {
            known.values().forEach(period -> period.resume("APPRAISAL", day(form, "receivedOn", today)));
        }
    }

    private static LocalDate day(Map<String, Object> form, String key, LocalDate today) {
        return form.containsKey(key) ? LocalDate.parse((String) form.get(key)) : today;
    }

    void paused(String clock, String ground, LocalDate from) {
        if (known.containsKey(clock)) {
            known.get(clock).stops.add(new Stop(ground, from, null));
        }
    }

    /** A null ground stands for all. */
    void resumed(String clock, String ground, LocalDate on) {
        if (known.containsKey(clock)) {
            known.get(clock).resume(ground, on);
        }
    }

    void askedForMore(String clock, int units) {
        if (known.containsKey(clock)) {
            known.get(clock).asked = units;
        }
    }

    void decided(String clock, boolean granted) {
        if (known.containsKey(clock) && granted) {
            known.get(clock).granted += known.get(clock).asked;
        }
    }

    void reopened() {
        rounds++;
    }

    int rounds() {
        return rounds;
    }

    Set<String> knownClocks() {
        return acceptedOn == null || rounds > 1 ? Set.of() : known.keySet();
    }

    /** When a period is due; what was granted on top of it goes no further than the law's own, while that runs. */
    LocalDateTime due(String clock, PlainDays days, boolean lawRuns) {
        Known counted = known.get(clock);
        LocalDateTime due = days.due(period(clock));
        if (!clock.equals("mediation") || !lawRuns || counted.granted == 0) {
            return due;
        }
        LocalDateTime regular = days.due(period(clock, counted.amount));
        LocalDateTime law = days.due(period("statutoryMediation"));
        if (due == null || regular == null || law == null) {
            return due;
        }
        LocalDateTime latest = regular.isAfter(law) ? regular : law;
        return due.isAfter(latest) ? latest : due;
    }

    /** A period as the test itself knows it. */
    PlainDays.Period period(String clock) {
        return period(clock, known.get(clock).amount + known.get(clock).granted);
    }

    private PlainDays.Period period(String clock, int amount) {
        Known period = known.get(clock);
        return new PlainDays.Period(
                acceptedOn.atStartOfDay(),
                amount,
                period.unit,
                period.roll,
                null,
                period.stops.stream()
                        .map(stop -> new PlainDays.Span(stop.from(), stop.to()))
                        .toList());
    }
}
