package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiesu.deadlines.TestLedger.CASE;
import static org.jiesu.deadlines.TestLedger.at;
import static org.jiesu.deadlines.TestLedger.rule;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jiesu.cases.Journal;
import org.jiesu.shared.NotFound;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

/** Friday 2026-11-20; seven working days last until 2026-12-01. */
@DisplayName("期限扣除：停哪些期限、从哪天恢复，都写进办理记录")
class PausesTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 10, 0);
    private static final LocalDate NOVEMBER_25 = LocalDate.of(2026, 11, 25);
    private static final LocalDate NOVEMBER_30 = LocalDate.of(2026, 11, 30);

    private final TestLedger ledger = new TestLedger();
    private final Journal journal = mock(Journal.class);
    private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
    private final Pauses pauses =
            new Pauses(ledger.repository, ledger.calendars, journal, events, at(LocalDateTime.of(2026, 11, 25, 9, 0)));
    private final LedgerEntry handling = ledger.start(START, rule("handling", 7, TermUnit.WORKING_DAYS));
    private final LedgerEntry mediation = ledger.start(START, rule("mediation", 15, TermUnit.WORKING_DAYS));

    @Test
    @DisplayName("扣除一个期限，恢复后照扣除的日子推后")
    void pausesOneClock() {
        pauses.pause(CASE, "handling", NOVEMBER_25, "TESTING");
        assertThat(handling.dueAt()).isNull();
        assertThat(mediation.dueAt()).isNotNull();
        verify(journal).write(CASE, "期限扣除", "“办理答复”自2026-11-25起扣除（检测）");
        verify(events).publishEvent(new ClocksChanged(CASE));

        pauses.resume(CASE, "handling", NOVEMBER_30, "TESTING");
        assertThat(handling.dueAt().toLocalDate()).isEqualTo("2026-12-04");
        verify(journal).write(CASE, "恢复计算", "“办理答复”自2026-11-30起恢复计算（检测结束）");
    }

    @Test
    @DisplayName("全部扣除：不许以此扣除的、已经以此扣除的、已经届满的不动")
    void pausesAllThatMayBe() {
        LedgerEntry late = ledger.start(START, rule("inspection", 2, TermUnit.WORKING_DAYS));
        pauses.pause(CASE, "mediation", NOVEMBER_25, "APPRAISAL");
        pauses.pauseAll(CASE, NOVEMBER_25, "TESTING");
        assertThat(handling.pausedOn("TESTING")).isTrue();
        assertThat(mediation.pausedOn("TESTING")).as("beside another ground").isTrue();
        assertThat(late.dueAt().toLocalDate()).isEqualTo("2026-11-24");

        pauses.resumeAll(CASE, NOVEMBER_30, "TESTING");
        assertThat(handling.dueAt().toLocalDate()).isEqualTo("2026-12-04");
        assertThat(mediation.dueAt()).as("still on the other ground").isNull();
        pauses.pauseAll(CASE, NOVEMBER_30, "APPRAISAL");
        assertThat(handling.pausedOn("APPRAISAL")).isTrue();
        verify(journal).write(CASE, "期限扣除", "“办理答复”自2026-11-30起扣除（鉴定）");

        pauses.resume(CASE, "mediation", NOVEMBER_30, null);
        assertThat(mediation.dueAt()).isNotNull();
        verify(journal).write(CASE, "恢复计算", "“调解”自2026-11-30起恢复计算");
    }

    @Test
    void writesNothingWhereNothingMoves() {
        pauses.pauseAll(CASE, NOVEMBER_25, "QUARANTINE");
        pauses.resumeAll(CASE, NOVEMBER_30, "TESTING");

        assertThat(handling.dueAt().toLocalDate()).isEqualTo("2026-12-01");
        verifyNoInteractions(journal, events);
    }

    @Test
    void knowsNoClockThatNeverRan() {
        assertThatThrownBy(() -> pauses.pause(CASE, "acceptance", NOVEMBER_25, "TESTING"))
                .isInstanceOf(NotFound.class)
                .hasMessage("该办件没有这个期限");
    }
}
