package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("时限督办：所有在计的期限")
abstract class ClockJourneys extends Journeys {

    private static final List<String> LIGHTS = List.of("OVERDUE", "DUE_TODAY", "DUE_SOON", "NORMAL", "PAUSED");

    @Test
    @DisplayName("每个期限的灯与办件里的一致，先到期的在前，计数与逐页所见相等")
    void showsEveryClockOnceWithItsLight() {
        CaseFile file = bureau.receive(Letter.complaint());
        for (int days : List.of(0, 5, 7, 8)) {
            bureau.itIs(MONDAY.plusDays(days));
            List<JsonNode> all = all("supervisor", "");

            assertThat(all)
                    .extracting(clock -> clock.path("caseNumber").asText() + clock.path("clock") + clock.path("run"))
                    .doesNotHaveDuplicates();
            List<String> due = all.stream()
                    .map(clock -> clock.path("dueAt").asText("9999"))
                    .toList();
            assertThat(due).isSortedAccordingTo(Comparator.naturalOrder());
            Map<String, Long> seen = all.stream()
                    .collect(Collectors.groupingBy(clock -> clock.path("light").asText(), Collectors.counting()));
            JsonNode counts = page("supervisor", "size=1").path("counts");
            LIGHTS.forEach(
                    light -> assertThat(counts.path(light).asLong()).as(light).isEqualTo(seen.getOrDefault(light, 0L)));
            for (JsonNode clock : list(bureau.get("centre", "/api/cases/" + file.number() + "/clocks")
                    .expect(200)
                    .json())) {
                assertThat(all)
                        .as("clock %s of %s after %s days", clock.path("clock"), file.number(), days)
                        .anyMatch(one -> one.path("caseNumber").asText().equals(file.number())
                                && one.path("clock").equals(clock.path("clock"))
                                && one.path("light").equals(clock.path("light")));
            }
        }
    }

    @Test
    @DisplayName("按单位、期限、灯筛选；按灯筛选办件不限于最新的若干件")
    void filters() {
        CaseFile file = bureau.receive(Letter.complaint());
        file.work("centre", "Task_DecideAcceptance");
        file.work("centre", "Task_ConfirmDispatch");
        String unit = file.detail().path("handlingUnit").asText();

        assertThat(all("supervisor", "unit=" + unit))
                .isNotEmpty()
                .allMatch(clock -> clock.path("handlingUnit").asText().equals(unit));
        assertThat(all("supervisor", "clock=mediation"))
                .isNotEmpty()
                .allMatch(clock -> clock.path("clock").asText().equals("mediation"));
        assertThat(all("supervisor", "institution=elsewhere")).isEmpty();
        for (String light : LIGHTS) {
            List<JsonNode> lit = all("supervisor", "light=" + light);
            assertThat(lit).allMatch(clock -> clock.path("light").asText().equals(light));
            assertThat(page("supervisor", "light=" + light).path("total").asInt())
                    .isEqualTo(lit.size());
            JsonNode cases = bureau.get("supervisor", "/api/cases?state=OPEN&size=200&light=" + light)
                    .expect(200)
                    .json();
            assertThat(list(cases.path("content")))
                    .allMatch(line -> line.path("light").asText().equals(light));
        }
        long open = total("/api/cases?state=OPEN");
        assertThat(LIGHTS.stream()
                        .mapToLong(light -> total("/api/cases?state=OPEN&light=" + light))
                        .sum())
                .isEqualTo(open);
        assertThat(bureau.get("supervisor", "/api/clocks?light=GREEN")
                        .expect(400)
                        .wrongFields())
                .containsExactly("light");
        bureau.get("supervisor", "/api/clocks?size=0").expect(400);
    }

    @Test
    @DisplayName("只见得到可以查看的办件的期限：本单位的、全局的；涉密的不给单位，流程管理员一件也没有")
    void keepsToWhatEachMaySee() {
        CaseFile file = bureau.receive(Letter.complaint());
        file.work("centre", "Task_DecideAcceptance");
        file.work("centre", "Task_ConfirmDispatch");
        String unit = file.detail().path("handlingUnit").asText();

        assertThat(all(unit, ""))
                .isNotEmpty()
                .allMatch(clock -> clock.path("handlingUnit").asText().equals(unit)
                        || bureau.get(
                                                unit,
                                                "/api/cases/"
                                                        + clock.path("caseNumber")
                                                                .asText())
                                        .status()
                                == 200);
        assertThat(all("food", ""))
                .noneMatch(clock -> clock.path("caseNumber").asText().equals(file.number()));
        assertThat(all("modeler", "")).isEmpty();
        bureau.getPublic("/api/clocks", "none").expect(401);
    }

    private long total(String path) {
        return bureau.get("supervisor", path).expect(200).json().path("total").asLong();
    }

    private JsonNode page(String user, String query) {
        return bureau.get(user, "/api/clocks?" + query).expect(200).json();
    }

    private List<JsonNode> all(String user, String query) {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 0; ; page++) {
            List<JsonNode> content =
                    list(page(user, query + "&size=50&page=" + page).path("content"));
            all.addAll(content);
            if (content.size() < 50) {
                return all;
            }
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
