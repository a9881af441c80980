package org.jiesu.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Facts;
import org.jiesu.cases.Journal;
import org.jiesu.deadlines.ClockState;
import org.jiesu.deadlines.ClockView;
import org.jiesu.deadlines.ClockWatch;
import org.jiesu.deadlines.ClockWatch.Watched;
import org.jiesu.deadlines.ClocksChanged;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.deadlines.Layer;
import org.jiesu.deadlines.OfficeTime;
import org.jiesu.shared.LastDay;
import org.jiesu.supervision.SupervisionRules.Rung;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

@DisplayName("督办措施对每项期限的每次运行只采取一次")
class SupervisionTest {

    private static final String CASE = "FC-C-2026-000001";
    private static final LocalDateTime DUE = LocalDateTime.of(2026, 11, 25, 23, 59, 59);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final List<MeasureTaken> taken = new ArrayList<>();
    private final MeasureRepository measures = mock(MeasureRepository.class);
    private final SupervisionRules rules = mock(SupervisionRules.class);
    private final ClockWatch watch = mock(ClockWatch.class);
    private final Deadlines deadlines = mock(Deadlines.class);
    private final Recipients recipients = mock(Recipients.class);
    private final Reminders reminders = mock(Reminders.class);
    private final Messenger messenger = mock(Messenger.class);
    private final PhoneList phones = mock(PhoneList.class);
    private final Cases cases = mock(Cases.class);
    private final Journal journal = mock(Journal.class);
    private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
    private final Supervision supervision = new Supervision(
            measures,
            rules,
            watch,
            deadlines,
            mock(OfficeTime.class),
            mock(SupervisionNotices.class),
            recipients,
            reminders,
            messenger,
            phones,
            cases,
            journal,
            events,
            Clock.fixed(DUE.minusDays(2).atZone(CHINA).toInstant(), CHINA));

    @BeforeEach
    void openACase() {
        CaseView view = mock(CaseView.class);
        when(view.caseNumber()).thenReturn(CASE);
        when(view.institution()).thenReturn("feicheng");
        when(view.facts()).thenReturn(new Facts("食品安全", null, true, null, null, false));
        when(cases.view(CASE)).thenReturn(view);
        when(recipients.of(any(), anyString(), any())).thenReturn(List.of("xincheng"));
        when(measures.save(any())).thenAnswer(call -> {
            taken.add(call.getArgument(0));
            return call.getArgument(0);
        });
        when(measures.findByCaseNumberOrderById(CASE)).thenAnswer(call -> List.copyOf(taken));
    }

    @Test
    @DisplayName("检查点重复运行、期限延长或者日历变化后再到提醒日，都不再催办")
    void remindsOnce() {
        when(rules.rungs(any(), any(), anyInt())).thenReturn(List.of(rung(Measure.REMIND)));
        clock(1, DUE, 2, null);
        supervision.check(CASE);
        supervision.check(CASE);
        clock(1, DUE.plusDays(7), 2, null);
        supervision.check(CASE);

        verify(reminders, times(1)).queue(eq("feicheng"), eq("xincheng"), eq(CASE), anyString());
    }

    @Test
    @DisplayName("期限重新起算是新的一次运行，重新催办")
    void remindsAgainInAnotherRun() {
        when(rules.rungs(any(), any(), anyInt())).thenReturn(List.of(rung(Measure.REMIND)));
        clock(1, DUE, 2, null);
        supervision.check(CASE);
        clock(2, DUE.plusDays(20), 2, null);
        supervision.check(CASE);

        assertThat(taken).hasSize(2);
    }

    @Test
    @DisplayName("停机数日后：达到红色级别再问一次，补上其后的措施")
    void catchesUpAfterAnOutage() {
        when(rules.rungs(any(), any(), eq(0))).thenReturn(List.of(rung(Measure.RED)));
        when(rules.rungs(any(), any(), eq(2))).thenReturn(List.of(rung(Measure.RED), rung(Measure.REPORT_LEADER)));
        clock(1, DUE, -4, null);
        supervision.check(CASE);

        assertThat(taken).extracting(MeasureTaken::measure).containsExactly(Measure.RED, Measure.REPORT_LEADER);
    }

    @Test
    @DisplayName("分钟期限不等汇总，立即告知；电话报告附电话单")
    void minutesAreToldAtOnce() {
        when(rules.rungs(any(), any(), anyInt())).thenReturn(List.of(rung(Measure.CALL_LEADER)));
        when(phones.of("feicheng")).thenReturn(List.of("请电话报告：局长 0538-0000002"));
        clock(1, DUE, null, -1L);
        supervision.check(CASE);

        verify(reminders, never()).queue(any(), any(), any(), any());
        verify(messenger).send(eq("xincheng"), eq("电话报告：" + CASE), any());
    }

    @Test
    @DisplayName("在督办之前已经迟办的，也登记超期，且只登记一次")
    void recordsWhatWasDoneLate() {
        ClockView late = late("handling", 1);
        when(deadlines.clocks(CASE)).thenReturn(List.of(late));

        supervision.on(new ClocksChanged(CASE));
        supervision.on(new ClocksChanged(CASE));

        assertThat(taken).extracting(MeasureTaken::measure).containsExactly(Measure.OVERDUE_RECORD);
    }

    @Test
    @DisplayName("两份督办通知单同日到期都没有回复：超期登记两条，写明是第几次")
    void tellsTwoRunsOfOneDayApart() {
        ClockView first = late("supervisionAnswer", 1);
        ClockView second = late("supervisionAnswer", 2);
        when(deadlines.clocks(CASE)).thenReturn(List.of(first, second));

        supervision.on(new ClocksChanged(CASE));

        verify(journal).write(CASE, "超期登记", "“回复督办通知单”期限11月25日届满后办理");
        verify(journal).write(CASE, "超期登记", "“回复督办通知单”（第2次）期限11月25日届满后办理");
    }

    private static ClockView late(String clockName, int run) {
        ClockView late = mock(ClockView.class);
        when(late.clock()).thenReturn(clockName);
        when(late.run()).thenReturn(run);
        when(late.state()).thenReturn(ClockState.MISSED);
        when(late.dueAt()).thenReturn(DUE);
        when(late.lastDay()).thenReturn(LastDay.of(DUE, false));
        return late;
    }

    private void clock(int run, LocalDateTime dueAt, Integer daysLeft, Long minutesLeft) {
        when(watch.of(CASE))
                .thenReturn(
                        List.of(new Watched("handling", run, Layer.INSTITUTION, dueAt, false, daysLeft, minutesLeft)));
    }

    private static Rung rung(Measure measure) {
        return new Rung(measure, List.of("holder"), 0, null, null);
    }
}
