package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jiesu.documents.Documents;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;

/** Runs after all journeys but those that destroy, in their context: what people said is in the vault, and nowhere in clear. */
@DisplayName("个人信息和办件文字不以明文存储，不进流程引擎、日志和网址（个人信息保护法第五十一条 令121第三十七条）")
abstract class Confidentiality extends Journeys {

    private static final String EVIDENCE = "投诉人手写的情况说明，卖家承认过期";

    /** Words of the office that people write too; these columns hold nothing else. */
    private static final Set<String> WORDS_OF_THE_OFFICE = Set.of("case_record.town", "case_record.proposed");

    /** Where an identity is shown to those who have a right to it at that moment; nowhere else. */
    private static final Pattern DISCLOSING =
            Pattern.compile("/api/cases/([^/]+)/(?:identity-disclosure(/parties)?|papers/\\d+|attachments/([^/]+))");

    @Autowired
    private DataSource database;

    @Autowired
    private Documents documents;

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
    @DisplayName("全部旅程中系统给出的每个回答（接口、任务列表、驾驶舱、引擎）：未获准查看身份的人，一个身份信息也没有得到")
    void nobodyWasToldWhoHadNoRight() {
        Letter plain = Letter.complaint();
        String named = "收件人" + plain.complainant("name") + "，电话" + plain.complainant("phone");
        Letter letter = plain.with(
                        "content",
                        "漏水，请回电" + plain.complainant("phone") + "，送" + plain.complainant("address") + "，收件人"
                                + plain.complainant("name"))
                .with("category", "水壶，" + named);
        CaseFile file = bureau.receive(letter);
        String at = "/api/cases/" + file.number();
        bureau.upload(
                        "centre",
                        at + "/attachments",
                        plain.complainant("name") + "的小票.txt",
                        EVIDENCE.getBytes(StandardCharsets.UTF_8))
                .expect(201);
        file.work("centre", "Task_DecideAcceptance");
        file.work("centre", "Task_ConfirmDispatch", "requirements", "收件人" + plain.complainant("name") + "，先电话联系");
        file.work("xincheng-head", "Task_SignIn", "handler", "xincheng");
        bureau.post("xincheng", at + "/clocks/handling/extensions", Map.of("amount", 1, "reason", named + "，外出未归"))
                .expect(202);
        file.work("centre-head", "Task_ApproveExtension", "approved", "true", "opinion", named + "，请尽快联系");
        file.work("xincheng", "Task_TellExtension", "feedbackWay", "PHONE", "feedbackProof", "已通话，" + named);
        readEverything(file);
        bureau.post("xincheng", at + "/identity-disclosure", Map.of("reasonCode", "CONTACT", "reason", "联系" + named))
                .expect(200);
        for (String reader : List.of("xincheng-head", "supervisor")) {
            assertThat(bureau.get(reader, at + "/identity-disclosure")
                            .expect(200)
                            .json())
                    .isNotEmpty();
        }
        bureau.get("auditor", "/api/disclosures?size=200").expect(200);
        bureau.get("xincheng", at + "/identity-disclosure/parties").expect(200);

        assertThat(List.of("/api/cases", "/engine-rest/task", "/engine-rest/history"))
                .allSatisfy(door -> assertThat(Mentions.readFrom(door)).as(door).isPositive());
        assertThat(Mentions.found())
                .as("the register shows whom the disclosure just made was for")
                .anyMatch(mention ->
                        mention.path().startsWith(at) && mention.user().equals("xincheng"));
        assertThat(Mentions.found().stream().filter(mention -> !isByRight(mention)))
                .as("told without right")
                .isEmpty();
    }

    /** All that a case shows, to everybody who may see it, and the engine's tables behind it. */
    private void readEverything(CaseFile file) {
        List<String> views = List.of(
                "",
                "/journal",
                "/steps",
                "/clocks",
                "/papers",
                "/attachments",
                "/notices",
                "/supplements",
                "/supervision",
                "/handlers",
                "/engine-dates",
                "/identity-disclosure");
        for (String reader : List.of(
                "xincheng", "xincheng-head", "centre", "legal", "leader", "director", "supervisor", "auditor")) {
            views.forEach(view ->
                    bureau.get(reader, "/api/cases/" + file.number() + view).expect(200));
            bureau.get(reader, "/api/cases/" + file.number() + "/papers")
                    .expect(200)
                    .json()
                    .findValuesAsText("id")
                    .forEach(paper -> bureau.get(reader, "/api/cases/" + file.number() + "/papers/" + paper)
                            .expect(200));
            bureau.get(reader, "/api/cases?caseNumber=" + file.number()).expect(200);
            bureau.get(reader, "/api/messages?size=200").expect(200);
            file.tasks(reader).forEach(task -> readTask(reader, task.path("id").asText()));
        }
        for (String table : List.of("process-instance", "task", "activity-instance", "variable-instance", "detail")) {
            bureau.get("supervisor", "/engine-rest/history/" + table + "?maxResults=2000")
                    .expect(200);
        }
        bureau.get("supervisor", "/engine-rest/variable-instance").expect(200);
        bureau.post("modeler", "/api/cases/export", Map.of("caseNumbers", List.of(file.number())))
                .expect(200);
    }

    private void readTask(String reader, String id) {
        bureau.get(reader, "/api/tasks/" + id).expect(200);
        for (String part : List.of("", "/form", "/deployed-form", "/form-variables", "/variables", "/identity-links")) {
            bureau.get(reader, "/engine-rest/task/" + id + part).expect(200);
        }
    }

    /** The register of disclosures had a row for them at that moment, or they had added the attachment themselves. */
    private boolean isByRight(Mentions.Mention mention) {
        Matcher place = DISCLOSING.matcher(mention.path());
        if (!place.matches()) {
            return false;
        }
        JdbcTemplate jdbc = new JdbcTemplate(database);
        return count(
                                jdbc,
                                "select count(*) from identity_disclosure where case_number = ? and user_id = ? and state ="
                                        + " 'GRANTED' and granted_at <= ? and (expires_at is null or expires_at > ?)",
                                place.group(1),
                                mention.user(),
                                mention.at(),
                                mention.at())
                        > 0
                || place.group(3) != null
                        && count(
                                        jdbc,
                                        "select count(*) from attachment where id = ? and added_by = ?",
                                        place.group(3),
                                        mention.user())
                                > 0;
    }

    private static int count(JdbcTemplate jdbc, String query, Object... values) {
        return jdbc.queryForObject(query, Integer.class, values);
    }

    @Test
    @DisplayName("每一份给对方、给别的机关的文书，打开全部部件（正文、页眉、批注、属性）：没有投诉人电话、住址、证件号，没有举报人的任何信息")
    void noPaperForTheOtherSideGivesAnybodyAway() {
        Letter plain = Letter.complaint();
        String house = plain.complainant("address").replace("肥城市新城街道", "");
        CaseFile file = bureau.receive(plain.with("subject", "水壶漏水，请回电" + plain.complainant("phone") + "，送" + house));
        file.work("centre", "Task_DecideAcceptance");
        file.work("centre", "Task_ConfirmDispatch", "handlingUnit", "xincheng", "changeReason", "按职责分工");
        file.work("xincheng-head", "Task_SignIn", "handler", "xincheng");
        file.work("xincheng", "Task_InspectSite");
        file.work("xincheng", "Task_SeekConsent");
        file.work("xincheng", "Task_ScheduleMediation");

        List<Map<String, Object>> papers = new JdbcTemplate(database)
                .queryForList("select p.id, p.case_number, p.audience, c.kind from stored_paper p join case_record c"
                        + " on c.case_number = p.case_number where p.audience in ('RESPONDENT', 'BOTH', 'AUTHORITY')");
        List<String> givenAway = new ArrayList<>();
        papers.forEach(paper -> {
            boolean namesAreKnown = paper.get("kind").equals("COMPLAINT")
                    && !paper.get("audience").equals("AUTHORITY");
            var issued = documents.open((String) paper.get("case_number"), (long) paper.get("id"));
            Mentions.in(issued.content()).stream()
                    .filter(word -> !namesAreKnown || !Mentions.isName(word))
                    .forEach(word -> givenAway.add(issued.paper().number() + ": " + word));
        });
        assertThat(papers).anySatisfy(paper -> assertThat(paper)
                .containsEntry("case_number", file.number())
                .containsEntry("audience", "RESPONDENT"));
        assertThat(givenAway).isEmpty();
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
