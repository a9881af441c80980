package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("身份保险库（个人信息保护法第五十一条）")
abstract class VaultJourneys extends Journeys {

    /** What docs/security.md promises. */
    private static final List<String> ENCRYPTED = List.of(
            "party name",
            "party business",
            "party phone",
            "party id_type",
            "party id_number",
            "party address",
            "party credit_code",
            "party platform",
            "party order_number",
            "party powers",
            "case_record subject",
            "case_record content",
            "case_record demand",
            "case_record category",
            "case_record competent",
            "case_record competent_phone",
            "step_record content",
            "submission payload",
            "submission content_hash",
            "supplement payload",
            "supplement fingerprint",
            "notice proof",
            "ledger_extension reason",
            "ledger_extension opinion",
            "inspected_case finding",
            "attachment name",
            "attachment note",
            "attachment_content content",
            "paper_content content");

    @Autowired
    private DataSource source;

    private JdbcTemplate database;

    @BeforeEach
    void readTables() {
        database = new JdbcTemplate(source);
    }

    @Test
    @DisplayName("轮换密钥时照常办理：来件、查询、打开附件，轮换后全部数据都在新密钥下")
    void keysRotateWhilePeopleWork() {
        Letter before = Letter.complaint();
        CaseFile first = bureau.receive(before);
        byte[] evidence = "小票上的日期已经涂改".getBytes(StandardCharsets.UTF_8);
        JsonNode added = bureau.upload("centre", attachments(first), "小票照片.txt", evidence)
                .expect(201)
                .json();
        takeAlong();
        int key = state().path("currentKey").asInt();

        bureau.post("admin", "/api/vault/rotation", Map.of()).expect(202);
        List<Letter> meanwhile = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Letter letter = Letter.complaint();
            bureau.receive(letter);
            meanwhile.add(letter);
        }
        awaitRotation();
        takeAlong();

        assertThat(state().path("currentKey").asInt()).isEqualTo(key + 1);
        assertThat(state().path("underOldKeys")).isEmpty();
        assertThat(ENCRYPTED).allSatisfy(column -> assertThat(database.queryForList(
                        "select %s from %s".formatted(column.split(" ")[1], column.split(" ")[0])))
                .as(column)
                .flatExtracting(Map::values)
                .filteredOn(value -> value != null)
                .allMatch(value -> value instanceof byte[] bytes
                        ? bytes[3] == key + 1
                        : value.toString().startsWith((key + 1) + ".")));
        meanwhile.add(before);
        meanwhile.forEach(letter -> {
            assertThat(found("phone", letter.complainant("phone"))).hasSize(1);
            assertThat(found("respondent", letter.respondent("name").substring(2)))
                    .hasSize(1);
        });
        assertThat(bureau.get(
                                "centre",
                                attachments(first) + "/" + added.path("id").asText())
                        .expect(200)
                        .text())
                .isEqualTo("小票上的日期已经涂改");
    }

    /** What was being written while a key changed: the next call takes it along, without another key. */
    private void takeAlong() {
        if (!state().path("underOldKeys").isEmpty()) {
            bureau.post("admin", "/api/vault/rotation", Map.of()).expect(202);
            awaitRotation();
        }
    }

    private void awaitRotation() {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> !state().path("rotating")
                .asBoolean());
    }

    @Test
    @DisplayName("只有系统管理员可以轮换密钥、查看密钥状态")
    void onlyTheAdministratorRotates() {
        for (String user : List.of("centre", "supervisor", "auditor", "modeler", "director", "channel-12345")) {
            bureau.post(user, "/api/vault/rotation", Map.of()).expect(403);
            bureau.get(user, "/api/vault").expect(403);
        }
    }

    @Test
    @DisplayName("复制到别的办件的密文打不开，也不当作空值显示；放回原处又能打开")
    void copiedValueDoesNotOpen() {
        CaseFile mine = bureau.receive(Letter.complaint());
        CaseFile other = bureau.receive(Letter.complaint());
        String kept = content(mine);
        database.update("update case_record set content = ? where case_number = ?", content(other), mine.number());
        bureau.get("supervisor", "/api/cases/" + mine.number()).expect(500);
        database.update("update case_record set content = ? where case_number = ?", kept, mine.number());
        bureau.get("supervisor", "/api/cases/" + mine.number()).expect(200);
    }

    @Test
    @DisplayName("电话怎么写都能查到；名称填一部分即可，只填一个字则说明至少两个字")
    void phoneIsFoundHoweverItIsWritten() {
        Letter letter = Letter.complaint();
        String number = bureau.receive(letter).number();
        String phone = letter.complainant("phone");
        assertThat(found("phone", "+86 " + phone.substring(0, 3) + "-" + phone.substring(3)))
                .containsExactly(number);
        assertThat(found("respondent", letter.respondent("name"))).containsExactly(number);
        bureau.post("centre", "/api/cases/search", Map.of("respondent", "商")).expect(400);
    }

    private String content(CaseFile file) {
        return database.queryForObject(
                "select content from case_record where case_number = ?", String.class, file.number());
    }

    private static String attachments(CaseFile file) {
        return "/api/cases/" + file.number() + "/attachments";
    }

    private JsonNode state() {
        return bureau.get("admin", "/api/vault").expect(200).json();
    }

    private Set<String> found(String field, String given) {
        JsonNode page = bureau.post("centre", "/api/cases/search", Map.of(field, given))
                .expect(200)
                .json();
        return Set.copyOf(page.path("content").findValuesAsText("caseNumber"));
    }
}
