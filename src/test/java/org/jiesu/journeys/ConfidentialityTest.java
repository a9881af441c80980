package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jiesu.ApplicationTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs after all journeys, in their context: what people said is in the record and nowhere else. */
@ApplicationTest
@Order(ConfidentialityTest.LAST)
@DisplayName("个人信息和办件文字不进流程引擎、日志和网址（个人信息保护法第五十一条 令121第三十七条）")
class ConfidentialityTest extends Journeys {

    static final int LAST = Integer.MAX_VALUE;

    @Autowired
    private DataSource database;

    @Test
    @DisplayName("检索引擎全部表的全部列、全部日志、全部网址：零命中")
    void nothingOutsideTheRecord() {
        Letter letter = Letter.complaint();
        CaseFile file = bureau.receive(letter);
        file.work("centre", "Task_DecideAcceptance");
        file.work("centre", "Task_ConfirmDispatch", "requirements", "请联系投诉人并当日上门");

        JdbcTemplate jdbc = new JdbcTemplate(database);
        assertThat(contentOf(jdbc, "PARTY"))
                .as("the search finds what is there")
                .contains(letter.complainant("name"));
        assertThat(Confidences.all()).hasSizeGreaterThan(5);

        List<String> engineTables = tables(jdbc).stream()
                .filter(table -> table.toUpperCase().startsWith("ACT_"))
                .toList();
        assertThat(engineTables).hasSizeGreaterThan(30);
        Map<String, List<String>> found =
                engineTables.stream().collect(Collectors.toMap(table -> table, table -> said(contentOf(jdbc, table))));
        found.values().removeIf(List::isEmpty);
        assertThat(found).as("found in tables of the engine").isEmpty();
        assertThat(said(Confidences.log())).as("found in the log").isEmpty();
        assertThat(said(Confidences.urls())).as("found in URLs").isEmpty();
    }

    private static List<String> said(String text) {
        return Confidences.all().stream().filter(text::contains).toList();
    }

    private static List<String> tables(JdbcTemplate jdbc) {
        return jdbc.queryForList("select table_name from information_schema.tables", String.class);
    }

    /** Every cell of a table, binary ones read as text; what was deployed is ours, not of any case. */
    private static String contentOf(JdbcTemplate jdbc, String table) {
        String cases = table.equalsIgnoreCase("ACT_GE_BYTEARRAY") ? " where deployment_id_ is null" : "";
        return jdbc.queryForList("select * from " + table + cases).stream()
                .flatMap(row -> row.values().stream())
                .map(ConfidentialityTest::readable)
                .collect(Collectors.joining("\n"));
    }

    private static String readable(Object cell) {
        return cell instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(cell);
    }
}
