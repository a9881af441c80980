package org.jiesu.deadlines;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jiesu.cases.CaseEvent;

/** The clocks of some cases as the database would answer, from a list, by the calendar that ships. */
class TestLedger {

    /** Read once, for reading them costs more than all the rest; a calendar is never kept from one test to the next. */
    static final List<CalendarYear> SHIPPED = CalendarFiles.load();

    static final String CASE = "FC-C-2026-000001";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    final WorkingCalendar calendar = new WorkingCalendar(SHIPPED);
    final List<LedgerEntry> entries = new ArrayList<>();
    final LedgerRepository repository = repository();
    final Calendars calendars = mock(Calendars.class);

    TestLedger() {
        when(calendars.current()).thenReturn(calendar);
        when(calendars.latest()).thenReturn(calendar);
        when(calendars.ofVersion(anyString())).thenReturn(calendar);
    }

    static Clock at(LocalDateTime now) {
        return Clock.fixed(now.atZone(CHINA).toInstant(), CHINA);
    }

    static ClockRule rule(String clock, int amount, TermUnit unit) {
        return rule(clock, amount, unit, ExtensionRule.NONE, 2, 0);
    }

    static ClockRule rule(
            String clock, int amount, TermUnit unit, ExtensionRule extension, int remindBefore, int taskEarlier) {
        return new ClockRule(
                clock,
                amount,
                unit,
                Roll.NONE,
                Set.of(CaseEvent.AGREED),
                Layer.INSTITUTION,
                clock.equals("mediation") ? "cutOffAt" : null,
                extension,
                Set.of("TESTING", "APPRAISAL"),
                remindBefore,
                taskEarlier,
                "制度五、1");
    }

    LedgerEntry start(LocalDateTime at, ClockRule rule) {
        return start(CASE, at, rule);
    }

    LedgerEntry start(String caseNumber, LocalDateTime at, ClockRule rule) {
        LedgerEntry entry = new LedgerEntry(caseNumber, 1, at, rule, null);
        entries.add(entry);
        settle(entry);
        return entry;
    }

    void settle(LedgerEntry entry) {
        entry.settleOn(entry.compute(new DeadlineCalculator(calendar)), calendar.version());
    }

    private LedgerRepository repository() {
        LedgerRepository ledger = mock(LedgerRepository.class);
        when(ledger.findByCaseNumberOrderById(anyString())).thenAnswer(asked -> entries.stream()
                .filter(entry -> entry.caseNumber().equals(asked.getArgument(0)))
                .toList());
        when(ledger.findByCaseNumberAndEndedAtIsNullOrderById(anyString())).thenAnswer(asked -> entries.stream()
                .filter(LedgerEntry::pending)
                .filter(entry -> entry.caseNumber().equals(asked.getArgument(0)))
                .toList());
        when(ledger.findByCaseNumberInAndEndedAtIsNull(anyCollection())).thenAnswer(asked -> entries.stream()
                .filter(LedgerEntry::pending)
                .filter(entry -> asked.<Collection<String>>getArgument(0).contains(entry.caseNumber()))
                .toList());
        when(ledger.findFirstByCaseNumberAndClockOrderByRunDesc(anyString(), anyString()))
                .thenAnswer(asked -> entries.stream()
                        .filter(entry -> entry.caseNumber().equals(asked.getArgument(0)))
                        .filter(entry -> entry.clock().equals(asked.getArgument(1)))
                        .max(Comparator.comparing(LedgerEntry::run)));
        when(ledger.save(any())).thenAnswer(asked -> {
            entries.add(asked.getArgument(0));
            return asked.getArgument(0);
        });
        return ledger;
    }
}
