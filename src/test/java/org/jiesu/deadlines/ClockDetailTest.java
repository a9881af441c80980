package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiesu.deadlines.TestLedger.rule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

@DisplayName("屏幕上的期限：中文名称，北京时间")
class ClockDetailTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 10, 0);

    private final TestLedger ledger = new TestLedger();
    private final LedgerEntry entry = ledger.start(START, rule("handling", 7, TermUnit.WORKING_DAYS));

    @Test
    void namesEverythingInChinese() {
        ExtensionRequest request = new ExtensionRequest(
                entry, 5, "核对账目", "xincheng", START, entry.computeExtended(new DeadlineCalculator(ledger.calendar), 5));
        ReflectionTestUtils.setField(request, "id", 1L);
        entry.add(request);
        ClockDetail detail = ClockDetail.of(entry.view(START, Light.NORMAL), UnaryOperator.identity());

        assertThat(detail.clockName()).isEqualTo("办理答复");
        assertThat(detail.layerName()).isEqualTo("本机构");
        assertThat(detail.lightLabel()).isEqualTo("正常");
        assertThat(detail.startedAt()).isEqualTo("2026-11-20T10:00:00+08:00");
        assertThat(detail.dueAt()).isEqualTo("2026-12-01T23:59:59+08:00");
        assertThat(detail.endedAt()).isNull();
        assertThat(detail.extensions()).singleElement().satisfies(extension -> {
            assertThat(extension.amountName()).isEqualTo("5个工作日");
            assertThat(extension.stateName()).isEqualTo("待审批");
            assertThat(extension.newDueAt()).isEqualTo("2026-12-08T23:59:59+08:00");
        });
    }

    @Test
    @DisplayName("取消的没有灯")
    void aCancelledClockShowsNoLight() {
        entry.cancel(START);
        ClockView view = entry.view(LocalDate.of(2026, 11, 21).atStartOfDay(), null);

        assertThat(view.pending()).isFalse();
        assertThat(ClockDetail.of(view, UnaryOperator.identity()).lightLabel()).isEqualTo("已取消");
    }
}
