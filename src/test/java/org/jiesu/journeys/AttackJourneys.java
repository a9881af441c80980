package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jiesu.journeys.Bureau.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What somebody tries who means harm, from outside or from within. */
@DisplayName("攻击")
abstract class AttackJourneys extends Journeys {

    @Test
    @DisplayName("含代码的模型：部署被拒绝，逐一指明元素，什么也没有部署")
    void aModelThatWouldRunCode() throws IOException {
        String model = Files.readString(Path.of("processes", "termination.bpmn"))
                .replace("name=\"决定终止调解\"", "name=\"${execution.getProcessEngineServices().getRuntimeService()}\"")
                .replace("${issueTerminationDelegate}", "${dataSource}");
        long before = deployments();
        Answer answer = deploy("modeler", "termination.bpmn", model);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.sentence()).contains("Task_DecideTermination", "Task_IssueTermination", "不在允许之列");

        assertThat(deploy(
                                "modeler",
                                "x.bpmn",
                                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM"
                                        + " \"file:///etc/passwd\">]><x>&e;</x>")
                        .status())
                .isEqualTo(400);
        assertThat(deploy("modeler", "x.html", "<script>alert(1)</script>").status())
                .isEqualTo(400);
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    @DisplayName("只有流程管理员可以部署；其他人、其他接口都是 403")
    void onlyProcessAdministratorsDeploy() throws IOException {
        String model = Files.readString(Path.of("processes", "termination.bpmn"));
        for (String user : new String[] {"xincheng", "centre", "supervisor", "leader", "channel-12345"}) {
            assertThat(deploy(user, "termination.bpmn", model).status())
                    .as(user)
                    .isEqualTo(403);
        }
        for (String path : new String[] {
            "filter/create",
            "task/create",
            "message",
            "process-definition/key/complaint-handling/start",
            "job/1/execute"
        }) {
            for (String door : new String[] {"/engine-rest/", "/engine-rest/engine/default/"}) {
                assertThat(bureau.post("xincheng", door + path, Map.of()).status())
                        .as(door + path)
                        .isEqualTo(403);
            }
        }
        assertThat(bureau.get("channel-12345", "/engine-rest/task").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("SVG、网页、压缩炸弹不能作为附件，改名也不行；内容是文字、名称是程序的也不行")
    void hostileUploads() {
        CaseFile file = bureau.receive(Letter.complaint());
        String at = "/api/cases/" + file.number() + "/attachments";
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8);
        byte[] page = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        for (String name : new String[] {"x.svg", "x.png", "x.txt", "../../x.docx"}) {
            bureau.upload("centre", at, name, svg).expect(400);
            bureau.upload("centre", at, name, page).expect(400);
        }
        for (String name : new String[] {"x.hta", "x.exe", "x.txt.lnk", "x.txt.", "x", "x.doc", "x.xls", "x.docx"}) {
            bureau.upload("centre", at, name, "看似文字".getBytes(StandardCharsets.UTF_8))
                    .expect(400);
        }
        assertThat(bureau.get("centre", at).expect(200).json()).isEmpty();
    }

    @Test
    @DisplayName("附件名：去掉路径，去掉看不见的和倒转顺序的字符")
    void fileNamesAreWhatTheyLookLike() {
        String at = "/api/cases/" + bureau.receive(Letter.complaint()).number() + "/attachments";
        for (String name : new String[] {"../收据\u202egpj.txt", "x\u2028/../收据gpj.txt", "x\u0085\\..\\收据gpj.txt"}) {
            bureau.upload("centre", at, name, "收据".getBytes(StandardCharsets.UTF_8))
                    .expect(201);
        }
        assertThat(bureau.get("centre", at).expect(200).json())
                .hasSize(3)
                .allSatisfy(file -> assertThat(file.path("name").asText()).isEqualTo("收据gpj.txt"));
    }

    private Answer deploy(String user, String file, String content) {
        return bureau.upload(user, "/engine-rest/deployment/create", file, content.getBytes(StandardCharsets.UTF_8));
    }

    private long deployments() {
        return bureau.get("modeler", "/engine-rest/deployment/count")
                .expect(200)
                .json()
                .path("count")
                .asLong();
    }
}
