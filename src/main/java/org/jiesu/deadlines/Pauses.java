package org.jiesu.deadlines;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jiesu.cases.Codes;
import org.jiesu.cases.Journal;
import org.jiesu.shared.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 期限扣除: days that do not count, on a ground that the clock's row allows; what is left of the clock survives. */
@Service
@Transactional
public class Pauses {

    private final LedgerRepository ledger;
    private final Calendars calendars;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Pauses(
            LedgerRepository ledger,
            Calendars calendars,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ledger = ledger;
        this.calendars = calendars;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** Stops one clock from this day on. */
    public void pause(String caseNumber, String clockName, LocalDate from, String ground) {
        pause(caseNumber, List.of(newest(caseNumber, clockName)), from, ground);
    }

    /** Stops every running clock whose row allows this ground and which is not stopped on it already. */
    public void pauseAll(String caseNumber, LocalDate from, String ground) {
        LocalDateTime now = LocalDateTime.now(clock);
        List<LedgerEntry> concerned = ledger.findByCaseNumberAndEndedAtIsNullOrderById(caseNumber).stream()
                .filter(entry -> entry.pausableOn(ground) && !entry.pausedOn(ground) && !entry.overdue(now))
                .toList();
        pause(caseNumber, concerned, from, ground);
    }

    private void pause(String caseNumber, List<LedgerEntry> entries, LocalDate from, String ground) {
        LocalDateTime now = LocalDateTime.now(clock);
        entries.forEach(entry -> entry.pause(from, ground, now));
        follow(caseNumber, entries, "期限扣除", "自" + from + "起扣除（" + Codes.label("pauseGround", ground) + "）");
    }

    /** Lets one clock run again from this day on; a null ground ends its pauses on all grounds. */
    public void resume(String caseNumber, String clockName, LocalDate on, String ground) {
        resume(caseNumber, List.of(newest(caseNumber, clockName)), on, ground);
    }

    /** Lets every clock run again that is stopped on this ground. */
    public void resumeAll(String caseNumber, LocalDate on, String ground) {
        List<LedgerEntry> concerned = ledger.findByCaseNumberAndEndedAtIsNullOrderById(caseNumber).stream()
                .filter(entry -> entry.pausedOn(ground))
                .toList();
        resume(caseNumber, concerned, on, ground);
    }

    private void resume(String caseNumber, List<LedgerEntry> entries, LocalDate on, String ground) {
        entries.forEach(entry -> entry.resume(on, ground));
        String onGround = ground == null ? "" : "（" + Codes.label("pauseGround", ground) + "结束）";
        follow(caseNumber, entries, "恢复计算", "自" + on + "起恢复计算" + onGround);
    }

    private void follow(String caseNumber, List<LedgerEntry> moved, String action, String what) {
        if (moved.isEmpty()) {
            return;
        }
        // All of the case: what stands still may limit another clock.
        CountedClocks.of(ledger.findByCaseNumberAndEndedAtIsNullOrderById(caseNumber), calendars.latest())
                .settle();
        String names = moved.stream().map(LedgerEntry::name).collect(Collectors.joining("、", "“", "”"));
        journal.write(caseNumber, action, names + what);
        events.publishEvent(new ClocksChanged(caseNumber));
    }

    private LedgerEntry newest(String caseNumber, String clockName) {
        return ledger.findFirstByCaseNumberAndClockOrderByRunDesc(caseNumber, clockName)
                .orElseThrow(() -> new NotFound("该办件没有这个期限"));
    }
}
