package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("时间演练：拨动时间，装入正式系统的办件")
abstract class RehearsalJourneys extends Journeys {

    @Test
    @DisplayName("拨到下一个定时器：说出是哪个办件的哪个定时器，并且只触发到那一刻")
    void movesToTheNextTimer() {
        CaseFile file = bureau.receive(Letter.complaint());
        JsonNode time =
                bureau.get("modeler", "/api/rehearsal/clock").expect(200).json();
        assertThat(time.path("now").asText()).startsWith("2026-11-09T09:0");
        JsonNode moved;
        int calls = 0;
        do {
            JsonNode before =
                    bureau.get("admin", "/api/rehearsal/clock").expect(200).json();
            assertThat(before.at("/next/name").asText()).isNotEmpty();
            moved = bureau.post("modeler", "/api/rehearsal/clock", Map.of("next", true))
                    .expect(200)
                    .json();
            assertThat(moved.path("fired").asInt())
                    .isEqualTo(moved.path("timers").size());
            assertThat(moved.path("fired").asInt()).isPositive();
        } while (!moved.path("timers").toString().contains(file.number()) && calls++ < 300);

        assertThat(moved.path("timers")).anySatisfy(timer -> {
            assertThat(timer.path("caseNumber").asText()).isEqualTo(file.number());
            assertThat(timer.path("processName").asText()).isEqualTo("催办督办");
            assertThat(timer.path("name").asText()).isEqualTo("到达检查点");
            assertThat(timer.path("failed").asBoolean()).isFalse();
            assertThat(OffsetDateTime.parse(timer.path("at").asText()))
                    .isBeforeOrEqualTo(bureau.now().atOffset(Bureau.CHINA));
        });
        bureau.get("supervisor", "/api/rehearsal/clock").expect(403);
    }

    @Test
    @DisplayName("导出的办件不含任何身份和文字，留下记录；在演练系统中走到同一处")
    void copiesACaseWithoutItsIdentities() {
        Letter letter = Letter.complaint().by12345(MONDAY.minusHours(2));
        CaseFile file = bureau.receive(letter);
        file.work("centre", "Task_DecideAcceptance");
        file.work("centre", "Task_ConfirmDispatch");
        file.work("xincheng-head", "Task_SignIn", "handler", "xincheng");
        file.work("xincheng", "Task_InspectSite", "findings", "现场见到水壶底部有裂纹，店主称系摔落所致");

        JsonNode exported = export("supervisor", file).expect(200).json();
        String text = exported.toString();
        assertThat(text)
                .doesNotContain(
                        letter.complainant("name"),
                        letter.complainant("phone"),
                        letter.complainant("address"),
                        letter.respondent("name"),
                        letter.respondent("address"),
                        letter.body().path("subject").asText(),
                        letter.body().path("content").asText(),
                        letter.body().path("externalNumber").asText(),
                        "裂纹");
        JsonNode copied = exported.path("cases").path(0);
        assertThat(copied.path("source").asText()).isEqualTo(file.number());
        assertThat(copied.path("submission").path("respondent").path("town").asText())
                .isEqualTo("新城街道");
        assertThat(file.journal()).contains("导出演练");
        export("modeler", file).expect(200);
        export("xincheng", file).expect(403);

        bureau.post("modeler", "/api/rehearsal/cases", text).expect(409);
        bureau.itIs(MONDAY.minusDays(1));
        JsonNode taken =
                bureau.post("modeler", "/api/rehearsal/cases", text).expect(200).json();

        JsonNode one = taken.path("cases").path(0);
        assertThat(one.path("stopped").isMissingNode()).as(one.toString()).isTrue();
        assertThat(one.path("done").asInt())
                .isEqualTo(4)
                .isEqualTo(one.path("steps").asInt());
        CaseFile copy = new CaseFile(bureau, one.path("caseNumber").asText());
        assertThat(copy.number()).isNotEqualTo(file.number());
        assertThat(copy.stage()).isEqualTo(file.stage());
        for (String clock : List.of("handling", "mediation", "channelReply")) {
            assertThat(copy.due(clock)).as(clock).isEqualTo(file.due(clock));
        }
        bureau.post("modeler", "/api/rehearsal/cases", Map.of("version", 7)).expect(400);
        bureau.post("supervisor", "/api/rehearsal/cases", text).expect(403);
    }

    @Test
    @DisplayName("监督人员看得到流程实例和时限对照，改不了定时器；流程管理员看得到对照，看不到办件")
    void supervisorsReadAndChangeNothing() {
        CaseFile file = bureau.receive(Letter.complaint());
        String instance = bureau.get("supervisor", "/engine-rest/process-instance?businessKey=" + file.number())
                .expect(200)
                .json()
                .path(0)
                .path("id")
                .asText();
        for (JsonNode job : bureau.get("supervisor", "/engine-rest/job?processInstanceId=" + instance)
                .expect(200)
                .json()) {
            bureau.post("supervisor", "/engine-rest/job/" + job.path("id").asText() + "/execute", Map.of())
                    .expect(403);
        }
        String dates = "/api/cases/" + file.number() + "/engine-dates";
        for (String reader : List.of("supervisor", "modeler")) {
            assertThat(bureau.get(reader, dates).expect(200).json().path("engine"))
                    .isNotEmpty()
                    .noneMatch(held -> held.path("differs").asBoolean());
        }
        bureau.get("food", dates).expect(404);
        bureau.get("modeler", "/api/cases/" + file.number()).expect(404);
    }

    private Bureau.Answer export(String user, CaseFile file) {
        return bureau.post(user, "/api/cases/export", Map.of("caseNumbers", List.of(file.number())));
    }
}
