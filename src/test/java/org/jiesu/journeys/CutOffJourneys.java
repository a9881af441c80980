package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jiesu.deadlines.NaiveCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are counted here once more, in the plainest way, over the State Council's own list. */
@DisplayName("期限届满，流程自己走到终止调解")
abstract class CutOffJourneys extends Journeys {

    /** 45 working days from here lie across 劳动节 and 端午节, with a make-up day. */
    private static final LocalDateTime BEFORE_THE_HOLIDAYS = LocalDateTime.of(2026, 4, 16, 10, 0);

    /** Time runs on while a test asks what there is: it looks so long before a limit, and then when the task was opened. */
    private static final Duration A_TEST_TAKES = Duration.ofMinutes(10);

    private static final NaiveCalendar DAYS = NaiveCalendar.of("/calendar/2026.json");

    @ParameterizedTest(name = "停在{1}")
    @CsvSource({"Task_SignIn, 签收", "Task_InspectSite, 核查", "Task_HoldMediation, 调解中"})
    @DisplayName("受理后无人办理：第45个工作日24时准时转入终止调解，由人签发，7个工作日内告知双方（S0-4.3.4a 令121第二十三条）")
    void leftAlone(String stage, String name) {
        bureau.itIs(BEFORE_THE_HOLIDAYS);
        CaseFile file = forgottenAt(stage);
        LocalDateTime cutOff = DAYS.workingDaysAfter(BEFORE_THE_HOLIDAYS.toLocalDate(), 45)
                .plusDays(1)
                .atStartOfDay();
        assertThat(file.due("mediation")).isEqualTo(cutOff.minusSeconds(1));

        bureau.moveTo(cutOff.minus(A_TEST_TAKES));
        assertThat(file.taskId("xincheng-head", "Task_DecideTermination")).isEmpty();
        assertThat(open(file, stage)).isTrue();
        bureau.moveTo(cutOff.plusHours(9));
        assertThat(file.openedAt("xincheng-head", "Task_DecideTermination")).isEqualTo(cutOff);
        assertThat(open(file, stage)).isFalse();
        assertThat(file.clockState("mediation")).isEqualTo("MISSED");

        file.work("xincheng-head", "Task_DecideTermination");
        LocalDateTime toldBy = DAYS.workingDaysAfter(cutOff.toLocalDate(), 7).atTime(LocalTime.of(23, 59, 59));
        assertThat(file.due("terminationNotice")).isEqualTo(toldBy);
        assertThat(file.dueOf("xincheng", "Task_ConfirmTerminationNotice")).isEqualTo(toldBy);
        file.work("xincheng", "Task_ConfirmTerminationNotice");
        assertThat(file.clockState("terminationNotice")).isEqualTo("MET");
        assertThat(file.outcome()).isEqualTo("TERMINATED");
    }

    @Test
    @DisplayName("2026-04-15起收到：第60日先到，单位负责人先处置，决定终止（令121第二十三条第一款第（五）项）")
    void theStatutoryLimitComesFirst() {
        bureau.itIs(BEFORE_THE_HOLIDAYS);
        CaseFile file = forgottenAt("Task_InspectSite");
        LocalDateTime limit =
                BEFORE_THE_HOLIDAYS.toLocalDate().plusDays(60).plusDays(1).atStartOfDay();
        assertThat(file.due("statutoryMediation"))
                .isEqualTo(limit.minusSeconds(1))
                .isBefore(file.due("mediation"));
        bureau.moveTo(limit.minus(A_TEST_TAKES));
        assertThat(file.taskId("xincheng-head", "Task_ReviewStatutoryLimit")).isEmpty();
        bureau.moveTo(limit);
        assertThat(file.openedAt("xincheng-head", "Task_ReviewStatutoryLimit")).isEqualTo(limit);
        file.work("xincheng-head", "Task_ReviewStatutoryLimit", "terminateNow", "true");
        file.work("xincheng-head", "Task_DecideTermination");
        file.work("xincheng", "Task_ConfirmTerminationNotice");
        assertThat(file.outcome()).isEqualTo("TERMINATED");
    }

    @Test
    @DisplayName("第60日届满仍继续调解：书面理由成文报分管领导阅示，调解不等待（令121第二十三条第一款第（五）项）")
    void goingOnBeyondTheLimitIsReportedToTheLeader() {
        bureau.itIs(BEFORE_THE_HOLIDAYS);
        CaseFile file = forgottenAt("Task_InspectSite");
        bureau.moveTo(file.due("statutoryMediation").plusSeconds(1));
        file.work("xincheng-head", "Task_ReviewStatutoryLimit", "terminateNow", "false", "reason", "双方约定下周签字");
        assertThat(file.papers("leader", "LIMIT_REPORT"))
                .singleElement()
                .asString()
                .contains("双方约定下周签字", "法定超期");
        assertThat(file.taskId("xincheng", "Task_InspectSite")).isPresent();
        file.work("leader", "Task_ReadLimitReport");
        assertThat(file.journal()).contains("领导批示");
    }

    @Test
    @DisplayName("2026-04-14收到、15日受理：适用令20，没有60日的法定调解期限")
    void receivedTheDayBefore() {
        bureau.itIs(LocalDateTime.of(2026, 4, 15, 9, 0));
        CaseFile file = bureau.receive(Letter.complaint().with("receivedAt", "2026-04-14T15:00:00+08:00"));
        file.work("centre", "Task_DecideAcceptance");
        assertThat(file.clock("statutoryMediation")).isEmpty();
        assertThat(file.clock("mediation").orElseThrow().path("basis").asText()).contains("第20号");
        assertThat(file.due("mediation").toLocalDate()).isEqualTo(DAYS.workingDaysAfter(LocalDate.of(2026, 4, 15), 45));
    }

    @Test
    @DisplayName("鉴定期间两个调解期限都停下，定时器随之推迟；恢复后到新的日期才处置（令121第二十二条）")
    void timersFollowAPause() {
        bureau.itIs(BEFORE_THE_HOLIDAYS);
        CaseFile file = forgottenAt("Task_InspectSite");
        bureau.moveTo(LocalDateTime.of(2026, 5, 6, 9, 0));
        for (String clock : List.of("mediation", "statutoryMediation")) {
            bureau.post(
                            "xincheng",
                            "/api/cases/" + file.number() + "/clocks/" + clock + "/pauses",
                            Map.of("from", "2026-05-06", "ground", "APPRAISAL", "reason", "委托鉴定书02号"))
                    .expect(200);
        }
        bureau.moveTo(LocalDateTime.of(2026, 7, 1, 9, 0));
        assertThat(file.taskId("xincheng-head", "Task_ReviewStatutoryLimit")).isEmpty();
        assertThat(open(file, "Task_InspectSite")).isTrue();

        for (String clock : List.of("mediation", "statutoryMediation")) {
            bureau.post(
                            "xincheng",
                            "/api/cases/" + file.number() + "/clocks/" + clock + "/resumption",
                            Map.of("on", "2026-06-25"))
                    .expect(200);
        }
        LocalDateTime limit =
                BEFORE_THE_HOLIDAYS.toLocalDate().plusDays(60 + 50).plusDays(1).atStartOfDay();
        assertThat(file.due("statutoryMediation"))
                .as("fifty days from 2026-05-06 to 2026-06-24 do not count")
                .isEqualTo(limit.minusSeconds(1));
        bureau.moveTo(limit.minus(A_TEST_TAKES));
        assertThat(file.taskId("xincheng-head", "Task_ReviewStatutoryLimit")).isEmpty();
        bureau.moveTo(limit);
        assertThat(file.openedAt("xincheng-head", "Task_ReviewStatutoryLimit")).isEqualTo(limit);
    }

    /** The office's lawyers may find that the 60 days end the mediation by themselves. */
    @Test
    @DisplayName("换一个单元格，由法定60日期限直接截止：规则表改一格，定时器随之互换")
    void oneCellDecidesWhichLimitActs() {
        whileClocksSay("StatutoryMediation_CutOff", "secondLimitAt", "cutOffAt", () -> {
            bureau.itIs(BEFORE_THE_HOLIDAYS);
            CaseFile file = forgottenAt("Task_InspectSite");
            LocalDateTime limit = file.due("statutoryMediation").plusSeconds(1);
            assertThat(limit).isBefore(file.due("mediation"));
            bureau.moveTo(limit.minus(A_TEST_TAKES));
            assertThat(open(file, "Task_InspectSite")).isTrue();

            bureau.moveTo(limit);
            assertThat(open(file, "Task_InspectSite")).isFalse();
            assertThat(file.openedAt("xincheng-head", "Task_DecideTermination")).isEqualTo(limit);
            assertThat(file.taskId("xincheng-head", "Task_ReviewStatutoryLimit"))
                    .isEmpty();
        });
    }

    private CaseFile forgottenAt(String stage) {
        CaseFile file = bureau.receive(Letter.complaint());
        file.work("centre", "Task_DecideAcceptance");
        file.work("centre", "Task_ConfirmDispatch");
        if (stage.equals("Task_SignIn")) {
            return file;
        }
        file.work("xincheng-head", "Task_SignIn", "handler", "xincheng");
        if (stage.equals("Task_InspectSite")) {
            return file;
        }
        file.work("xincheng", "Task_InspectSite");
        file.work("xincheng", "Task_SeekConsent");
        file.work("xincheng", "Task_ScheduleMediation");
        return file;
    }

    private static boolean open(CaseFile file, String task) {
        return file.taskId("xincheng-head", task).isPresent()
                || file.taskId("xincheng", task).isPresent();
    }
}
