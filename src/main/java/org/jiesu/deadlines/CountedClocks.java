package org.jiesu.deadlines;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The running clocks of one case counted together by one calendar, because the last day of one may limit another.
 * Nothing is written before they are settled.
 */
final class CountedClocks {

    private static final String SUPPLEMENT = "supplement";
    private static final String ACCEPTANCE = "acceptance";

    private final WorkingCalendar calendar;
    private final DeadlineCalculator calculator;
    private final Map<LedgerEntry, DueDate> dates = new LinkedHashMap<>();

    private CountedClocks(WorkingCalendar calendar) {
        this.calendar = calendar;
        this.calculator = new DeadlineCalculator(calendar);
    }

    static CountedClocks of(Collection<LedgerEntry> running, WorkingCalendar calendar) {
        CountedClocks counted = new CountedClocks(calendar);
        // What another one limits is counted after it.
        running.stream()
                .sorted(Comparator.comparing(CountedClocks::limited))
                .forEach(entry -> counted.dates.put(entry, entry.compute(counted.calculator, counted.limit(entry))));
        return counted;
    }

    Map<LedgerEntry, DueDate> dates() {
        return dates;
    }

    /** Writes down all dates. */
    void settle() {
        dates.keySet().forEach(this::settle);
    }

    /** Writes down the date of this one. */
    void settle(LedgerEntry entry) {
        entry.notAfter(limit(entry));
        entry.settleOn(dates.get(entry), calendar.version());
        entry.moveRequests(calculator);
    }

    private static boolean limited(LedgerEntry entry) {
        return entry.clock().equals(SUPPLEMENT) || limitedByLaw(entry);
    }

    private static boolean limitedByLaw(LedgerEntry entry) {
        return entry.extended() && entry.extensionRule().notPast() != null;
    }

    /** The last day that another clock leaves to this one, whatever its own days say; null when there is none. */
    private LocalDate limit(LedgerEntry entry) {
        if (entry.clock().equals(SUPPLEMENT)) {
            // Missing facts are waited for up to one working day before acceptance has to be decided.
            return running(ACCEPTANCE)
                    .filter(acceptance -> !acceptance.isPaused())
                    .map(acceptance -> calendar.subtractWorkingDays(acceptance.dueOn(), 1))
                    .orElse(entry.notAfter());
        }
        if (!limitedByLaw(entry)) {
            return null;
        }
        Optional<DueDate> law = running(entry.extensionRule().notPast());
        if (law.isEmpty()) {
            return entry.notAfter();
        }
        DueDate regular = entry.computeRegular(calculator);
        if (law.get().isPaused() || regular.isPaused()) {
            return null;
        }
        // Only what the extension adds is limited: the bureau's own days may well end after the law's.
        return regular.dueOn().isAfter(law.get().dueOn())
                ? regular.dueOn()
                : law.get().dueOn();
    }

    private Optional<DueDate> running(String clock) {
        return dates.entrySet().stream()
                .filter(one -> one.getKey().clock().equals(clock))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
