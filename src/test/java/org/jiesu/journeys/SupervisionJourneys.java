package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each begins in a month of its own, later than the other journeys', so that no other case falls due in it. */
@DisplayName("催办督办")
abstract class SupervisionJourneys extends Journeys {

    /** The Wednesday from which 7 working days lead over 元旦: 1 to 3 January are off, 4 January is made up. */
    private static final LocalDateTime BEFORE_NEW_YEAR = LocalDateTime.of(2025, 12, 25, 10, 0);

    @Test
    @DisplayName("跨元旦：提前两个工作日上班时催办，每人一条消息，不含姓名（S3-2.3e 提前2天统一催办）")
    void remindsTwoWorkingDaysAheadOverAHoliday() {
        bureau.itIs(BEFORE_NEW_YEAR);
        Letter letter = Letter.complaint();
        CaseFile file = bureau.receive(letter);
        CaseFile another = bureau.receive(Letter.complaint());
        assertThat(file.due("acceptance").toLocalDate().toString()).isEqualTo("2026-01-06");
        int before = inbox("centre").size();

        bureau.moveTo(LocalDateTime.of(2026, 1, 4, 8, 29, 59));
        assertThat(file.measures()).isEmpty();
        bureau.moveTo(LocalDateTime.of(2026, 1, 4, 8, 30));
        assertThat(file.measures()).containsExactly("acceptance REMIND");
        assertThat(inbox("centre")).hasSize(before);
        bureau.moveTo(LocalDateTime.of(2026, 1, 4, 8, 45));

        List<JsonNode> received = inbox("centre");
        assertThat(received).hasSize(before + 1);
        String told = received.get(0).toString();
        assertThat(told)
                .contains(file.number(), another.number(), "“受理决定”期限1月6日到期", "催办")
                .doesNotContain(letter.complainant("name"), letter.respondent("name"));
        assertThat(inbox("xincheng").toString()).doesNotContain(file.number());

        String id = received.get(0).path("id").asText();
        bureau.post("xincheng", "/api/messages/" + id + "/reading", "").expect(404);
        long unread = unread("centre");
        bureau.post("centre", "/api/messages/" + id + "/reading", "").expect(204);
        bureau.post("centre", "/api/messages/" + id + "/reading", "").expect(204);
        assertThat(unread("centre")).isEqualTo(unread - 1);
    }

    @Test
    @DisplayName("超期二十个工作日：黄色、红色、登记、通知单、上报、挂牌、考核各一次；事后办理仍是超期（S0-4.3.4e S0-4.3.4f C9）")
    void climbsTheLadderOnce() {
        bureau.itIs(LocalDateTime.of(2025, 3, 3, 9, 0));
        CaseFile file = bureau.receive(Letter.complaint());
        // The 7th working day after Monday, 3 March, is Wednesday, 12 March.
        bureau.moveTo(LocalDateTime.of(2025, 3, 12, 9, 0));
        assertThat(ofAcceptance(file)).containsExactly("acceptance REMIND", "acceptance YELLOW");
        bureau.moveTo(LocalDateTime.of(2025, 3, 13, 8, 29));
        assertThat(ofAcceptance(file)).hasSize(2);
        bureau.moveTo(LocalDateTime.of(2025, 4, 10, 9, 0));

        assertThat(ofAcceptance(file))
                .containsExactly(
                        "acceptance REMIND",
                        "acceptance YELLOW",
                        "acceptance RED",
                        "acceptance OVERDUE_RECORD",
                        "acceptance SUPERVISION_NOTICE",
                        "acceptance REPORT_LEADER",
                        "acceptance LISTED",
                        "acceptance EVALUATION");
        assertThat(file.detail().path("supervision").path("listed").asBoolean()).isTrue();
        assertThat(file.papers("supervisor", "SUPERVISION_NOTICE").get(0))
                .contains("肥市监督〔2025〕第", "受理决定，2025年3月12日届满，已超期2个工作日", "2025年3月18日前书面回复");
        assertThat(inbox("leader").toString()).contains(file.number());

        file.work("centre", "Task_DecideAcceptance");
        assertThat(file.clockState("acceptance")).isEqualTo("MISSED");
        JsonNode standing = file.detail().path("supervision");
        assertThat(standing.path("late").asBoolean()).isTrue();
        assertThat(standing.path("level").asInt()).isEqualTo(3);
    }

    private static List<String> ofAcceptance(CaseFile file) {
        return file.measures().stream()
                .filter(measure -> measure.startsWith("acceptance"))
                .toList();
    }

    private List<JsonNode> inbox(String user) {
        JsonNode inbox = bureau.get(user, "/api/messages?size=200").expect(200).json();
        return StreamSupport.stream(inbox.path("content").spliterator(), false).toList();
    }

    private long unread(String user) {
        return bureau.get(user, "/api/messages")
                .expect(200)
                .json()
                .path("unread")
                .asLong();
    }
}
