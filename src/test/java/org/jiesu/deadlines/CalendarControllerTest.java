package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import org.jiesu.shared.BadInput;
import org.jiesu.shared.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarControllerTest {

    private final CalendarController controller =
            new CalendarController(new Calendars(mock(CalendarNoticeRepository.class), null, null));

    @ParameterizedTest
    @CsvSource({
        "2026-02-12, 7, WORKING_DAYS, NONE, 2026-02-28T23:59:59+08:00",
        "2026-02-12T18:00:00+08:00, 7, WORKING_DAYS, NONE, 2026-02-28T23:59:59+08:00",
        "2026-02-11T18:00:00Z, 7, WORKING_DAYS, NONE, 2026-02-28T23:59:59+08:00",
        "2026-01-01, 10000, CALENDAR_DAYS, NONE, 2053-05-19T23:59:59+08:00",
        "2000-01-01, 1, CALENDAR_DAYS, NONE, 2000-01-02T23:59:59+08:00",
        "2100-12-31, 1, CALENDAR_DAYS, NONE, 2101-01-01T23:59:59+08:00",
        "2026-08-03, 60, CALENDAR_DAYS, HOLIDAY, 2026-10-08T23:59:59+08:00",
        "2026-02-12T09:30:00 08:00, 90, MINUTES, NONE, 2026-02-12T11:00:00+08:00",
        "2026-02-12T09:30, 24, HOURS, NONE, 2026-02-13T09:30:00+08:00",
        "2026-11-20T09:30:00+08:00, 3, HALF_WORKING_DAYS, NONE, 2026-11-24T12:00:00+08:00",
    })
    void answersWhenItIsDue(String from, String amount, String unit, String roll, String dueAt) {
        CalendarController.Due due = controller.due(from, amount, unit, roll);

        assertThat(due.dueAt()).isEqualTo(dueAt);
        assertThat(due.dueOn()).isEqualTo(dueAt.substring(0, 10));
        assertThat(due.days()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30, 7, WORKING_DAYS, NONE, from",
        "2026-02-12, 7, HOURS, NONE, from",
        "9999-01-01, 7, WORKING_DAYS, NONE, from",
        "1999-12-31, 7, WORKING_DAYS, NONE, from",
        "2101-01-01, 7, WORKING_DAYS, NONE, from",
        "2026-02-12, 30, MINUTES, NONE, from",
        "2026-02-12, 0, WORKING_DAYS, NONE, amount",
        "2026-02-12, 10001, WORKING_DAYS, NONE, amount",
        "2026-02-12, 1.5, WORKING_DAYS, NONE, amount",
        "2026-02-12, 7, AGREED, NONE, unit",
        "2026-02-12, 7, WORKING_DAYS, none, roll",
    })
    void namesTheWrongParameter(String from, String amount, String unit, String roll, String field) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> controller.due(from, amount, unit, roll))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::field)
                        .containsExactly(field));
    }

    @Test
    void namesEveryWrongParameterAtOnce() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> controller.due("", "", "", ""))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::field)
                        .containsExactly("unit", "from", "amount", "roll"));
    }
}
