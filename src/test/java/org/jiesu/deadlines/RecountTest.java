package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiesu.cases.CaseEvent;
import org.jiesu.cases.Journal;
import org.jiesu.deadlines.WorkingCalendar.ChangedDay;
import org.jiesu.shared.LastDay;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;

/** The two years in which a second notice changed days that were already published. */
@DisplayName("同一年的第二份放假通知：在办期限照新安排重算，已结的不动")
class RecountTest {

    private static final int[] WORKING_DAYS = {1, 5, 7, 15, 30, 45};
    private static final String ONE_CASE = "FC-C-1";
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final WorkingCalendar first2019 = firstOf(2019);
    private final WorkingCalendar first2020 = firstOf(2020);
    private final WorkingCalendar second = new WorkingCalendar(TestLedger.SHIPPED);
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Calendars calendars = mock(Calendars.class);
    private final Journal journal = mock(Journal.class);
    private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
    private final LedgerRepository ledger = ledger();
    private final Recount recount = new Recount(
            ledger,
            calendars,
            journal,
            events,
            mock(PlatformTransactionManager.class),
            Clock.system(ZoneId.of("Asia/Shanghai")));

    @Test
    @DisplayName("2019-03-22 的通知只改劳动节前后五天，2020-01-27 的通知延长春节假期三天")
    void changesExactlyTheDaysOfTheSecondNotice() {
        assertThat(first2019.changesTo(second))
                .extracting(ChangedDay::date, ChangedDay::from, ChangedDay::to)
                .containsExactly(
                        tuple(LocalDate.of(2019, 4, 28), "周末", "调休上班"),
                        tuple(LocalDate.of(2019, 5, 2), "工作日", "劳动节放假"),
                        tuple(LocalDate.of(2019, 5, 3), "工作日", "劳动节放假"),
                        tuple(LocalDate.of(2019, 5, 4), "周末", "劳动节放假"),
                        tuple(LocalDate.of(2019, 5, 5), "周末", "调休上班"));
        assertThat(first2020.changesTo(second))
                .extracting(ChangedDay::date, ChangedDay::from, ChangedDay::to)
                .containsExactly(
                        tuple(LocalDate.of(2020, 1, 31), "工作日", "春节放假"),
                        tuple(LocalDate.of(2020, 2, 1), "调休上班", "春节放假"),
                        tuple(LocalDate.of(2020, 2, 2), "周末", "春节放假"));
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(ints = {2019, 2020})
    @DisplayName("四个月内每一天起算的每种期限：移动的正是逐日数出来不同的那些，预演什么也不写")
    void movesExactlyWhatANaiveRecountMoves(int year) {
        WorkingCalendar first = year == 2019 ? first2019 : first2020;
        LocalDate from = LocalDate.of(year, 1, 2);
        from.datesUntil(from.plusMonths(4)).forEach(this::startOn);
        entries.forEach(entry -> settle(entry, first));
        NaiveCalendar before = year == 2019
                ? NaiveCalendar.of("/notices/2019-first.json", "/calendar/2020.json")
                : NaiveCalendar.of("/calendar/2019.json", "/notices/2020-first.json");
        NaiveCalendar after = NaiveCalendar.of("/calendar/2019.json", "/calendar/2020.json");
        List<String> expected = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            LocalDate then = naive(entry, before);
            LocalDate now = naive(entry, after);
            assertThat(entry.dueAt().toLocalDate()).isEqualTo(then);
            if (!then.equals(now)) {
                expected.add(entry.caseNumber() + " " + then + " " + now);
            }
        }
        assertThat(expected).hasSizeGreaterThan(30).hasSizeLessThan(entries.size() / 2);

        assertThat(lines(recount.preview(second))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.calendarVersion()).isEqualTo(first.version()));
        verify(journal, never()).write(any(), any(), any());

        when(calendars.latest()).thenReturn(second);
        assertThat(lines(recount.run())).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.dueAt()).isEqualTo(naive(entry, after).atTime(END_OF_DAY));
            assertThat(entry.calendarVersion()).isEqualTo(second.version());
        });
        assertThat(recount.run()).as("once more").isEmpty();
    }

    @Test
    @DisplayName("按期办结的仍是按期，超期办结的仍是超期")
    void whatHasEndedStaysAsItWas() {
        LedgerEntry inTime = workingDays(LocalDate.of(2019, 4, 26), 5);
        LedgerEntry late = workingDays(LocalDate.of(2019, 4, 25), 5);
        settle(inTime, first2019);
        settle(late, first2019);
        inTime.end(inTime.dueAt());
        late.end(late.dueAt().plusSeconds(1));
        LocalDateTime promised = inTime.dueAt();

        when(calendars.latest()).thenReturn(second);
        assertThat(recount.run()).isEmpty();
        assertThat(inTime.state()).isEqualTo(ClockState.MET);
        assertThat(inTime.dueAt()).isEqualTo(promised);
        assertThat(late.state()).isEqualTo(ClockState.MISSED);
    }

    @Test
    @DisplayName("扣除中的期限没有到期日，恢复后照新安排接着数")
    void pausedClocksCountOnByTheNewCalendar() {
        LedgerEntry entry = workingDays(LocalDate.of(2019, 4, 26), 5);
        settle(entry, first2019);
        entry.pause(LocalDate.of(2019, 5, 5), "APPRAISAL", LocalDateTime.of(2019, 5, 5, 9, 0));
        settle(entry, first2019);
        assertThat(entry.dueAt()).as("four working days are over by then").isNull();

        when(calendars.latest()).thenReturn(second);
        assertThat(recount.run()).isEmpty();
        assertThat(entry.calendarVersion()).isEqualTo(second.version());
        entry.resume(LocalDate.of(2019, 5, 6), "APPRAISAL");
        settle(entry, second);
        assertThat(entry.dueAt().toLocalDate()).isEqualTo("2019-05-07");
    }

    @Test
    @DisplayName("补充材料最迟等到受理期限的前一个工作日，随受理期限一起移动")
    void whatWaitsForAcceptanceMovesWithIt() {
        LedgerEntry acceptance = entry("acceptance", LocalDate.of(2019, 4, 22), 7, TermUnit.WORKING_DAYS);
        LedgerEntry supplement = entry("supplement", LocalDate.of(2019, 4, 29), 7, TermUnit.WORKING_DAYS);
        CountedClocks.of(entries, first2019).settle();
        assertThat(acceptance.dueAt().toLocalDate()).isEqualTo("2019-05-02");
        assertThat(supplement.dueAt().toLocalDate()).isEqualTo("2019-04-30");

        when(calendars.latest()).thenReturn(second);
        recount.run();
        // 28 April is worked now, 2 May is off: the seventh day is 30 April.
        assertThat(acceptance.dueAt().toLocalDate()).isEqualTo("2019-04-30");
        assertThat(supplement.dueAt().toLocalDate()).isEqualTo("2019-04-29");
    }

    @Test
    @DisplayName("延长后的调解期限不得超过法定届满日：法定届满日或者工作日变了，随之重新限定，预演和记录都一样（令121第二十三条）")
    void anExtendedClockIsLimitedAnewByTheDayOfTheLaw() {
        LedgerEntry mediation = mediation(LocalDate.of(2019, 4, 23), 2);
        LedgerEntry law = law(LocalDate.of(2019, 4, 23), 9);
        CountedClocks.of(entries, second).settle();
        mediation.extendBy(5);
        CountedClocks.of(entries, second).settle();
        assertThat(law.dueAt().toLocalDate()).as("2 May is off, it rolls").isEqualTo("2019-05-05");
        assertThat(mediation.dueAt().toLocalDate()).isEqualTo("2019-05-05");

        assertThat(recount.preview(first2019))
                .extracting(MovedClock::clock, moved -> moved.to().toLocalDate().toString())
                .containsExactly(tuple("statutoryMediation", "2019-05-02"), tuple("mediation", "2019-05-02"));
        when(calendars.latest()).thenReturn(first2019);
        assertThat(recount.run())
                .extracting(MovedClock::clock, moved -> moved.to().toLocalDate().toString())
                .containsExactly(tuple("statutoryMediation", "2019-05-02"), tuple("mediation", "2019-05-02"));
        assertThat(mediation.dueAt().toLocalDate())
                .as("its own seventh day would be 3 May")
                .isEqualTo("2019-05-02");
        assertThat(mediation.compute(new DeadlineCalculator(first2019)).days())
                .last()
                .extracting(CountedDay::reason)
                .isEqualTo("延长不得超过“法定调解期限”届满日");

        when(calendars.latest()).thenReturn(second);
        recount.run();
        assertThat(mediation.dueAt().toLocalDate())
                .as("the limit of the other calendar is forgotten")
                .isEqualTo("2019-05-05");
    }

    @Test
    @DisplayName("法定期限只限定延长的部分：本来就晚于法定届满日的，延长不使它提前；法定期限扣除中的，届满日未定，不限定")
    void onlyTheExtensionIsLimited() {
        LedgerEntry mediation = mediation(LocalDate.of(2019, 4, 23), 5);
        LedgerEntry law = law(LocalDate.of(2019, 4, 23), 4);
        CountedClocks.of(entries, second).settle();
        assertThat(mediation.notAfter()).as("nothing was extended").isNull();
        mediation.extendBy(2);
        CountedClocks.of(entries, second).settle();
        assertThat(law.dueAt().toLocalDate()).isEqualTo("2019-04-27");
        assertThat(mediation.dueAt().toLocalDate()).as("its own fifth day").isEqualTo("2019-04-29");

        law.pause(LocalDate.of(2019, 4, 24), "APPRAISAL", LocalDateTime.of(2019, 4, 24, 9, 0));
        CountedClocks.of(entries, second).settle();
        assertThat(mediation.dueAt().toLocalDate()).isEqualTo("2019-05-05");

        law.resume(LocalDate.of(2019, 4, 27), "APPRAISAL");
        CountedClocks.of(entries, second).settle();
        assertThat(mediation.dueAt().toLocalDate()).isEqualTo("2019-04-30");

        law.end(LocalDateTime.of(2019, 4, 27, 9, 0));
        CountedClocks.of(List.of(mediation), second).settle();
        assertThat(mediation.dueAt().toLocalDate()).as("kept").isEqualTo("2019-04-30");
    }

    @Test
    @DisplayName("待审批的延期申请随期限一起移动，决定之后不再移动")
    void aPendingRequestMovesWithItsClock() {
        LedgerEntry entry = workingDays(LocalDate.of(2019, 4, 26), 3);
        settle(entry, first2019);
        ExtensionRequest request = new ExtensionRequest(
                entry,
                1,
                "核对账目",
                "xincheng",
                LocalDateTime.of(2019, 4, 26, 11, 0),
                entry.computeExtended(new DeadlineCalculator(first2019), 1));
        ReflectionTestUtils.setField(request, "id", 1L);
        entry.add(request);
        assertThat(dates(request)).containsExactly("2019-05-02", "2019-05-03");

        when(calendars.latest()).thenReturn(second);
        recount.run();
        assertThat(dates(request)).containsExactly("2019-04-30", "2019-05-05");

        when(calendars.latest()).thenReturn(first2019);
        request.decide(ExtensionState.REFUSED, "centre-head", LocalDateTime.of(2019, 4, 27, 9, 0));
        recount.run();
        assertThat(dates(request)).as("as it was decided upon").containsExactly("2019-04-30", "2019-05-05");
    }

    @Test
    @DisplayName("办理记录写明每个期限从哪天改为哪天：半日写到时刻，暂定的写明暂定，扣除中的没有日期")
    void writesDownWhatMoved() {
        LocalDate friday = LocalDate.of(2019, 4, 26);
        settle(workingDays(friday, 3), first2019);
        settle(entry("inspection", friday, 5, TermUnit.HALF_WORKING_DAYS), first2019);
        LedgerEntry paused = entry("mediation", friday, 3, TermUnit.WORKING_DAYS);
        paused.pause(LocalDate.of(2019, 5, 1), "APPRAISAL", friday.atTime(11, 0));
        settle(paused, first2019);
        LedgerEntry provisional = workingDays(LocalDate.of(2020, 12, 24), 7);
        settle(
                provisional,
                new WorkingCalendar(TestLedger.SHIPPED.stream()
                        .filter(year -> year.year() < 2021)
                        .toList()));
        when(calendars.latest()).thenReturn(second);
        recount.run();

        verify(journal).write("handling 2019-04-26 3", "节假日安排调整", "办理答复：2019-05-02 → 2019-04-30");
        verify(journal).write("inspection 2019-04-26 5", "节假日安排调整", "核查：2019-05-02 12:00 → 2019-04-30 12:00");
        verify(journal).write("mediation 2019-04-26 3", "节假日安排调整", "调解：期限扣除中 → 2019-04-30");
        verify(journal).write("handling 2020-12-24 7", "节假日安排调整", "办理答复：2021-01-04（暂定） → 2021-01-05");
        verify(events).publishEvent(new ClocksChanged("handling 2019-04-26 3"));

        when(calendars.latest()).thenReturn(first2019);
        recount.run();
        verify(journal).write("mediation 2019-04-26 3", "节假日安排调整", "调解：2019-04-30 → 期限扣除中");
    }

    @Test
    @DisplayName("移到已经过去的日子的，写明立即超期")
    void tellsWhatIsOverdueAtOnce() {
        settle(workingDays(LocalDate.of(2019, 4, 26), 3), first2019);

        assertThat(recount.preview(second)).extracting(MovedClock::overdue).containsExactly(true);
        LocalDateTime lastSecond = LocalDate.of(2019, 4, 30).atTime(END_OF_DAY);
        assertThat(recountAt(lastSecond).preview(second))
                .extracting(MovedClock::overdue)
                .containsExactly(false);
        assertThat(recountAt(lastSecond.plusSeconds(1)).preview(second))
                .extracting(MovedClock::overdue)
                .containsExactly(true);
    }

    private Recount recountAt(LocalDateTime now) {
        return new Recount(
                ledger, calendars, journal, events, mock(PlatformTransactionManager.class), TestLedger.at(now));
    }

    @Test
    @DisplayName("一件出错，其余照算，那一件留到下次")
    void oneBrokenCaseHoldsUpNoOther() {
        List<LedgerEntry> three = Stream.of(24, 25, 26)
                .map(day -> workingDays(LocalDate.of(2019, 4, day), 5))
                .toList();
        three.forEach(entry -> settle(entry, first2019));
        String broken = three.get(1).caseNumber();
        when(ledger.findByCaseNumberAndEndedAtIsNullOrderById(broken)).thenThrow(new IllegalStateException("locked"));
        when(calendars.latest()).thenReturn(second);
        recount.run();

        assertThat(three)
                .extracting(LedgerEntry::calendarVersion)
                .containsExactly(second.version(), first2019.version(), second.version());
    }

    @Test
    @DisplayName("重算中又导入了新的安排：全部按最新的重算，绝不退回")
    void followsAnImportThatComesMeanwhile() {
        List<LedgerEntry> many = IntStream.rangeClosed(1, 15)
                .mapToObj(day -> workingDays(LocalDate.of(2019, 4, day), 15))
                .toList();
        many.forEach(entry -> settle(entry, first2020));
        when(calendars.latest()).thenReturn(second, first2019);
        recount.run();

        assertThat(many).extracting(LedgerEntry::calendarVersion).containsOnly(first2019.version());
    }

    @Test
    @DisplayName("启动时做完上次没有做完的；没有剩下的就不动")
    void finishesWhatWasLeftBehind() {
        LedgerEntry entry = workingDays(LocalDate.of(2019, 4, 26), 3);
        settle(entry, first2019);
        when(calendars.latest()).thenReturn(second);
        recount.finish();
        assertThat(entry.calendarVersion()).isEqualTo(first2019.version());

        when(ledger.countOutdated(second.version())).thenReturn(1L);
        assertThat(recount.unfinished()).isEqualTo(1);
        recount.finish();
        assertThat(entry.calendarVersion()).isEqualTo(second.version());
    }

    @Test
    @DisplayName("受理期限扣除中，补充材料的期限保持原来的限定")
    void aPausedAcceptanceLeavesTheSupplementAsItWas() {
        LedgerEntry acceptance = entry("acceptance", LocalDate.of(2019, 4, 22), 7, TermUnit.WORKING_DAYS);
        LedgerEntry supplement = entry("supplement", LocalDate.of(2019, 4, 29), 7, TermUnit.WORKING_DAYS);
        CountedClocks.of(entries, second).settle();
        assertThat(supplement.dueAt().toLocalDate()).isEqualTo("2019-04-29");

        acceptance.pause(LocalDate.of(2019, 4, 28), "APPRAISAL", LocalDateTime.of(2019, 4, 28, 9, 0));
        CountedClocks.of(entries, second).settle();
        assertThat(acceptance.dueAt()).isNull();
        assertThat(supplement.dueAt().toLocalDate()).isEqualTo("2019-04-29");
    }

    private static List<String> dates(ExtensionRequest request) {
        return Stream.of(request.view().oldLastDay(), request.view().newLastDay())
                .map(LastDay::toString)
                .toList();
    }

    private void startOn(LocalDate day) {
        for (int amount : WORKING_DAYS) {
            workingDays(day, amount);
        }
        entry("statutoryMediation", day, 60, TermUnit.CALENDAR_DAYS);
    }

    private LedgerEntry workingDays(LocalDate start, int amount) {
        return entry("handling", start, amount, TermUnit.WORKING_DAYS);
    }

    private LedgerEntry law(LocalDate start, int amount) {
        return entry(ONE_CASE, "statutoryMediation", start, amount, TermUnit.CALENDAR_DAYS, ExtensionRule.NONE);
    }

    private LedgerEntry mediation(LocalDate start, int amount) {
        return entry(
                ONE_CASE,
                "mediation",
                start,
                amount,
                TermUnit.WORKING_DAYS,
                new ExtensionRule(5, 1, "leader", false, "statutoryMediation", false, false));
    }

    private LedgerEntry entry(String clock, LocalDate start, int amount, TermUnit unit) {
        boolean beside = clock.equals("supplement") || clock.equals("acceptance");
        String number = beside ? ONE_CASE : clock + " " + start + " " + amount;
        return entry(number, clock, start, amount, unit, ExtensionRule.NONE);
    }

    private LedgerEntry entry(
            String number, String clock, LocalDate start, int amount, TermUnit unit, ExtensionRule extension) {
        ClockRule rule = new ClockRule(
                clock,
                amount,
                unit,
                Roll.HOLIDAY,
                Set.of(CaseEvent.CLOSED),
                Layer.STATUTE,
                null,
                extension,
                Set.of("APPRAISAL"),
                1,
                0,
                "令121第四十五条");
        LedgerEntry entry = new LedgerEntry(number, 1, start.atTime(10, 0), rule, null);
        entries.add(entry);
        return entry;
    }

    private static void settle(LedgerEntry entry, WorkingCalendar calendar) {
        entry.settleOn(entry.compute(new DeadlineCalculator(calendar)), calendar.version());
    }

    private static LocalDate naive(LedgerEntry entry, NaiveCalendar calendar) {
        String[] term = entry.caseNumber().split(" ");
        LocalDate start = LocalDate.parse(term[1]);
        int amount = Integer.parseInt(term[2]);
        return term[0].equals("handling")
                ? calendar.workingDaysAfter(start, amount)
                : calendar.daysAfter(start, amount);
    }

    private static List<String> lines(List<MovedClock> moved) {
        return moved.stream()
                .map(clock -> clock.caseNumber() + " " + clock.from().toLocalDate() + " "
                        + clock.to().toLocalDate())
                .toList();
    }

    private static WorkingCalendar firstOf(int year) {
        try (InputStream json = RecountTest.class.getResourceAsStream("/notices/" + year + "-first.json")) {
            var years = new TreeMap<Integer, CalendarYear>();
            TestLedger.SHIPPED.forEach(file -> years.put(file.year(), file));
            years.put(year, NoticeReader.read(year, new String(json.readAllBytes(), StandardCharsets.UTF_8)));
            return new WorkingCalendar(years.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ledger as the database would answer, from a list. */
    private LedgerRepository ledger() {
        LedgerRepository ledger = mock(LedgerRepository.class);
        when(ledger.findOutdated(anyString(), anyString(), any(Limit.class))).thenAnswer(asked -> entries.stream()
                .filter(LedgerEntry::pending)
                .filter(entry -> !entry.calendarVersion().equals(asked.getArgument(0)))
                .map(LedgerEntry::caseNumber)
                .filter(number -> number.compareTo(asked.getArgument(1)) > 0)
                .sorted()
                .distinct()
                .limit(asked.getArgument(2, Limit.class).max())
                .toList());
        when(ledger.findByCaseNumberAndEndedAtIsNullOrderById(anyString())).thenAnswer(asked -> entries.stream()
                .filter(LedgerEntry::pending)
                .filter(entry -> entry.caseNumber().equals(asked.getArgument(0)))
                .toList());
        return ledger;
    }
}
