package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;

/** Runs after all journeys, in their context: what people said is in the vault, and nowhere in clear. */
@DisplayName("个人信息和办件文字不以明文存储，不进流程引擎、日志和网址（个人信息保护法第五十一条 令121第三十七条）")
abstract class Confidentiality extends Journeys {

    static final int LAST = Integer.MAX_VALUE;

    private static final String EVIDENCE = "投诉人手写的情况说明，卖家承认过期";

    /** Words of the office that people write too; these columns hold nothing else. */
    private static final Set<String> WORDS_OF_THE_OFFICE = Set.of("case_record.town", "case_record.proposed");

    @Autowired
    private DataSource database;

    @Test
    @DisplayName("检索全部表的全部列（包括二进制列）、全部日志、全部网址：零命中")
    void nothingLiesInClear() {
        Letter letter = Letter.complaint();
        CaseFile file = bureau.receive(letter);
        bureau.upload(
                        "centre",
                        "/api/cases/" + file.number() + "/attachments",
                        "赵大娘的手写说明.txt",
                        EVIDENCE.getBytes(StandardCharsets.UTF_8))
                .expect(201);
        file.work("centre", "Task_DecideAcceptance");
        file.work("centre", "Task_ConfirmDispatch", "requirements", "请联系投诉人并当日上门");
        Confidences.heard("赵大娘的手写说明.txt");
        Confidences.heard(EVIDENCE);

        assertThat(Confidences.all())
                .hasSizeGreaterThan(5)
                .contains(letter.complainant("address"), letter.complainant("phone"));
        JdbcTemplate jdbc = new JdbcTemplate(database);
        List<String> tables = jdbc.queryForList(
                "select table_name from information_schema.tables where lower(table_schema) = 'public'", String.class);
        assertThat(tables.stream().map(String::toLowerCase))
                .contains("party", "case_record", "step_record", "submission", "attachment_content", "paper_content")
                .filteredOn(table -> table.startsWith("act_"))
                .hasSizeGreaterThan(30);
        Map<String, Set<String>> found = new TreeMap<>();
        tables.forEach(table -> search(jdbc, table, found));
        found.keySet().removeAll(WORDS_OF_THE_OFFICE);
        assertThat(found).as("found in clear, by column").isEmpty();
        assertThat(said(Confidences.log())).as("found in the log").isEmpty();
        assertThat(said(Confidences.urls())).as("found in URLs").isEmpty();
    }

    @Test
    @DisplayName("检索确有把握：明文放进任何一列都找得到")
    void theSearchFindsWhatLiesInClear() {
        Letter letter = Letter.complaint();
        bureau.receive(letter);
        JdbcTemplate jdbc = new JdbcTemplate(database);
        String name = letter.complainant("address");
        jdbc.execute("create table \"left_open\" (words varchar(100), file bytea)");
        jdbc.update(
                "insert into \"left_open\" values (?, ?)", "见" + name, ("附" + name).getBytes(StandardCharsets.UTF_8));
        Map<String, Set<String>> found = new TreeMap<>();
        search(jdbc, "left_open", found);
        jdbc.execute("drop table \"left_open\"");
        assertThat(found).containsOnlyKeys("left_open.words", "left_open.file");
    }

    /** Every cell of a table, binary ones read as text; what was deployed is ours, not of any case. */
    private static void search(JdbcTemplate jdbc, String table, Map<String, Set<String>> found) {
        String cases = table.equalsIgnoreCase("ACT_GE_BYTEARRAY") ? " where deployment_id_ is null" : "";
        List<String> secrets = new ArrayList<>(Confidences.all());
        // Units and staff may be complained about by name; that they are there is no secret.
        secrets.removeAll(
                jdbc.queryForList("select name_ from act_id_group union select first_ from act_id_user", String.class));
        jdbc.query("select * from \"" + table + "\"" + cases, row -> {
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                String cell = readable(JdbcUtils.getResultSetValue(row, i));
                String column = (table + "." + row.getMetaData().getColumnName(i)).toLowerCase();
                secrets.stream().filter(cell::contains).forEach(secret -> found.computeIfAbsent(
                                column, any -> new TreeSet<>())
                        .add(secret));
            }
        });
    }

    private static List<String> said(String text) {
        return Confidences.all().stream().filter(text::contains).toList();
    }

    private static String readable(Object cell) {
        return cell instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(cell);
    }
}
