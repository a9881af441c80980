package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.FieldError;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("导入的放假安排：有错的一次说清，写进日历的都是通知里的日子")
class NoticeReaderTest {

    @Test
    void readsANoticeAndLetsUnknownKeysBe() {
        CalendarYear notice = NoticeReader.read(
                2019,
                """
                {"$schema": "…", "$id": "…", "year": 2019, "papers": [" 国办发明电〔2018〕15号 "],
                 "days": [{"name": "元旦", "date": "2019-01-01", "isOffDay": true, "extra": 1},
                          {"name": "元旦", "date": "2018-12-29", "isOffDay": false}]}""");
        assertThat(notice.papers()).containsExactly("国办发明电〔2018〕15号");
        assertThat(notice.days())
                .extracting(CalendarYear.Day::date)
                .containsExactly(LocalDate.of(2018, 12, 29), LocalDate.of(2019, 1, 1));
    }

    @Test
    void namesEveryFaultAtOnce() {
        List<FieldError> errors = refused(
                2027,
                """
                {"year": 2026, "papers": [""],
                 "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true},
                          {"name": "元旦", "date": "2027-01-01", "isOffDay": false},
                          {"name": "", "date": "2027-02-30", "isOffDay": "yes"},
                          {"name": "元旦", "date": "2026-12-20", "isOffDay": true},
                          {"name": "元旦", "date": "2028-01-01", "isOffDay": true},
                          7]}""");
        assertThat(errors)
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "year",
                        "papers",
                        "days[1].date",
                        "days[2].name",
                        "days[2].isOffDay",
                        "days[2].date",
                        "days[3].date",
                        "days[4].date",
                        "days[5].name",
                        "days[5].isOffDay",
                        "days[5].date");
        assertThat(errors).extracting(FieldError::message).allMatch(message -> message.matches("(?s).*\\p{IsHan}.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "\"2027\"", "{\"year\": 2027"})
    void refusesWhatIsNoJsonObject(String json) {
        assertThat(refused(2027, json)).extracting(FieldError::field).containsExactly("json");
    }

    @Test
    @DisplayName("holiday-cn 给未公布的年份留有空文件：那不是通知")
    void refusesAYearWithoutDays() {
        assertThat(refused(2027, "{\"year\": 2027, \"papers\": [], \"days\": []}"))
                .extracting(FieldError::field)
                .containsExactly("papers", "days");
    }

    @Test
    void refusesAYearOutOfReach() {
        assertThat(refused(1999, "{\"year\": 1999}"))
                .extracting(FieldError::field)
                .contains("year");
    }

    private static List<FieldError> refused(int year, String json) {
        var refusal = new java.util.concurrent.atomic.AtomicReference<BadInput>();
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> NoticeReader.read(year, json))
                .satisfies(refusal::set);
        return refusal.get().errors();
    }
}
