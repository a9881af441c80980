package org.jiesu.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Clues to violations found while handling a complaint: each becomes a record of its own (令121第二十七条, 诉转案). */
@Service
@Transactional
public class Clues {

    static final String SOURCE = "投诉调解中发现";

    private final Cases cases;
    private final Parties parties;
    private final Journal journal;
    private final Clock clock;

    Clues(Cases cases, Parties parties, Journal journal, Clock clock) {
        this.cases = cases;
        this.parties = parties;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Opens a clue record for the unit that found it. It names no reporter, so nobody is told and nobody rewarded;
     * its verification period starts on the day of discovery.
     */
    public String discover(String caseNumber, String facts, LocalDate discoveredOn) {
        if (discoveredOn.isAfter(LocalDate.now(clock))) {
            throw new BadInput("discoveredOn", "“发现日期”不能晚于今天");
        }
        CaseView source = cases.view(caseNumber);
        cases.record(caseNumber).requireOpen();
        if (source.handlingUnit() == null) {
            throw new Refusal("该办件尚未分派承办单位，线索没有单位核查；请先分派，再登记线索");
        }
        LocalDateTime found = discoveredOn.equals(LocalDate.now(clock))
                ? LocalDateTime.now(clock)
                : discoveredOn.atTime(LocalTime.NOON);
        NewCase clue = new NewCase(
                source.institution(),
                CaseKind.CLUE,
                source.channel(),
                null,
                null,
                found,
                null,
                null,
                SOURCE + "的线索",
                facts,
                null,
                source.category(),
                source.occurredOn(),
                null,
                null,
                null,
                null,
                List.of(),
                false,
                false,
                0,
                false,
                true,
                true,
                false,
                parties.respondent(caseNumber).map(List::of).orElse(List.of()));
        Assessment asInSource =
                new Assessment(source.facts(), false, false, List.of(), null, List.of(), Map.of("source", SOURCE));
        String number = cases.open(clue, new Cases.Clue(asInSource, source.handlingUnit(), source.handler()));
        cases.link(caseNumber, LinkRelation.CLUE_FOUND, number, LinkRelation.FOUND_IN);
        journal.write(caseNumber, "发现线索", "已登记线索核查件" + number);
        return number;
    }
}
