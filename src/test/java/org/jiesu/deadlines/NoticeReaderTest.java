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
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @DisplayName("上一年只可以有 12 月最后十天，下一年一天也不行")
    @CsvSource({"2026-12-22, true", "2026-12-21, false", "2027-12-31, true", "2028-01-01, false"})
    void takesTheLastTenDaysOfTheYearBefore(String date, boolean taken) {
        assertThat(faults(2027, "[\"国办发明电\"]", "元旦", date)).isEqualTo(taken ? List.of() : List.of("days[0].date"));
    }

    @ParameterizedTest
    @CsvSource({"1999, false", "2000, true", "2100, true", "2101, false"})
    void takesAYearWithinReach(int year, boolean taken) {
        assertThat(faults(year, "[\"国办发明电\"]", "元旦", year + "-01-01")).isEqualTo(taken ? List.of() : List.of("year"));
    }

    @Test
    @DisplayName("文号至多 20 项、每项 300 字，节日名称至多 40 字；重复的文号只留一个")
    void takesTextsUpToTheirLength() {
        String day = "2027-01-01";
        assertThat(faults(2027, "[" + "\"1\",".repeat(19) + "\"1\"]", "元".repeat(40), day))
                .isEmpty();
        assertThat(faults(2027, "[" + "\"1\",".repeat(20) + "\"1\"]", "元", day)).containsExactly("papers");
        assertThat(faults(2027, "[\"" + "文".repeat(300) + "\"]", "元", day)).isEmpty();
        assertThat(faults(2027, "[\"" + "文".repeat(301) + "\"]", "元", day)).containsExactly("papers");
        assertThat(faults(2027, "[7]", "元", day)).containsExactly("papers");
        assertThat(faults(2027, "{\"a\": \"1\"}", "元", day)).containsExactly("papers");
        assertThat(faults(2027, "[\"1\"]", "元".repeat(41), day)).containsExactly("days[0].name");
        assertThat(NoticeReader.read(2027, json(2027, "[\"1\", \"2\", \" 1\"]", "元", day))
                        .papers())
                .containsExactly("1", "2");
    }

    @Test
    @DisplayName("哪一项错了，按人的数法说")
    void countsItemsAsPeopleDo() {
        assertThat(refused(2027, json(2027, "[\"1\"]", "", "2027-01-01")))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).startsWith("第 1 项："));
        assertThat(refused(2027, "{\"papers\": [\"1\"], \"days\": {\"a\": 1}}"))
                .extracting(FieldError::message)
                .first()
                .isEqualTo("缺少年份“year”");
        assertThat(refused(2027, null)).extracting(FieldError::field).containsExactly("json");
    }

    @Test
    void keepsWhetherADayIsOff() {
        assertThat(NoticeReader.read(2027, json(2027, "[\"1\"]", " 元旦 ", "2027-01-01"))
                        .days())
                .containsExactly(new CalendarYear.Day("元旦", LocalDate.of(2027, 1, 1), true));
    }

    private static String json(int year, String papers, String name, String date) {
        return """
                {"year": %d, "papers": %s, "days": [{"name": "%s", "date": "%s", "isOffDay": true}]}"""
                .formatted(year, papers, name, date);
    }

    /** The fields that are wrong; none when it was read. */
    private static List<String> faults(int year, String papers, String name, String date) {
        try {
            NoticeReader.read(year, json(year, papers, name, date));
            return List.of();
        } catch (BadInput refusal) {
            return refusal.errors().stream().map(FieldError::field).distinct().toList();
        }
    }

    private static List<FieldError> refused(int year, String json) {
        var refusal = new java.util.concurrent.atomic.AtomicReference<BadInput>();
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> NoticeReader.read(year, json))
                .satisfies(refusal::set);
        return refusal.get().errors();
    }
}
