package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("举报从来件到告知")
abstract class ReportJourneys extends Journeys {

    @Test
    @DisplayName("全程：核查、立案、调查、审核、处罚告知、陈述期满、决定、送达、告知举报人（行政处罚法第四十四条、第四十五条、第五十八条）")
    void theFullWay() {
        CaseFile file = verified(Letter.report());
        file.work("xincheng", "Task_ProposeFiling");
        file.work("leader", "Task_ApproveFiling");
        assertThat(file.clockState("verification")).isEqualTo("MET");
        file.work("xincheng", "Task_InvestigateCase");
        file.work("legal", "Task_ReviewCase");
        file.work("xincheng", "Task_ServePenaltyNotice");

        assertThat(file.clockState("statement")).isEqualTo("RUNNING");
        assertThat(file.taskId("leader", "Task_DecideCase"))
                .as("nobody decides while the party may still answer")
                .isEmpty();
        bureau.moveTo(file.due("statement").plusSeconds(1));
        assertThat(file.measures())
                .as("the time is the party's: nobody is urged beyond a reminder")
                .doesNotContain("statement YELLOW", "statement RED");
        var tooEarly = file.tryToWork(
                        "leader",
                        "Task_DecideCase",
                        "decidedOn",
                        file.due("statement").toLocalDate().toString())
                .expect(400);
        assertThat(tooEarly.sentence()).contains("陈述、申辩期限届满");
        file.work("leader", "Task_DecideCase", "penaltyKinds", List.of("FINE"), "fineAmount", 20000);
        assertThat(file.clockState("decisionService")).isEqualTo("RUNNING");
        file.work("xincheng", "Task_ServeDecision");
        file.work("xincheng", "Task_FeedBackReporter");
        assertThat(file.clockState("reporterFeedback")).isEqualTo("MET");
        if (file.state().equals("OPEN")) {
            file.work("leader", "Task_DecideReward", "rewardLevel", "NONE", "reason", "举报内容与查实事实不一致");
        }
        assertThat(file.outcome()).isEqualTo("PENALTY");
        assertThat(file.papers("xincheng", "FILING_APPROVAL")).isNotEmpty();
        assertThat(file.papers("xincheng", "REPORT_RESULT_NOTICE")).hasSize(1);
    }

    @Test
    @DisplayName("重复举报：并入前件，实名的书面告知不再另行处理，匿名的记录附卷（令121第三十五条）")
    void aRepeatedReportIsAnsweredInWriting() {
        CaseFile earlier = bureau.receive(Letter.report());
        CaseFile again = repeated(Letter.report(), earlier);
        assertThat(again.outcome()).isEqualTo("MERGED");
        assertThat(again.papers("supervisor", "REPEATED_REPORT_NOTICE"))
                .singleElement()
                .asString()
                .contains(earlier.number(), "没有新的事实，不再另行处理");

        CaseFile anonymous = repeated(Letter.report().with("complainant", Map.of("anonymous", true)), earlier);
        assertThat(anonymous.papers("centre", "REPEATED_REPORT_NOTE"))
                .singleElement()
                .asString()
                .contains(earlier.number(), "无法告知，记录附卷");
        assertThat(anonymous.papers("centre", "REPEATED_REPORT_NOTICE")).isEmpty();
    }

    /** A report whose town nobody knows is asked about, and found to repeat an earlier one. */
    private CaseFile repeated(Letter letter, CaseFile earlier) {
        CaseFile file = bureau.receive(letter.with("respondent", Map.of("name", "肥城某药房", "address", "", "town", "")));
        file.work(
                "centre",
                "Task_DecideReportRoute",
                "reportRoute",
                "REPEATED",
                "mergedInto",
                earlier.number(),
                "newFacts",
                "false",
                "reason",
                "同一举报人、同一事实");
        return file;
    }

    @Test
    @DisplayName("移送公安机关的案件没有决定书可送达：送达期限不起算（行政处罚法第六十一条）")
    void aTransferStartsNoService() {
        CaseFile file = verified(Letter.report());
        file.work("xincheng", "Task_ProposeFiling");
        file.work("leader", "Task_ApproveFiling");
        file.work("xincheng", "Task_InvestigateCase", "penaltyIntended", "false");
        file.work("legal", "Task_ReviewCase");
        file.work("leader", "Task_DecideCase", "decision", "TRANSFER_TO_POLICE", "transferredTo", "肥城市公安局");

        assertThat(file.clockState("decision")).isEqualTo("MET");
        assertThat(file.clockState("decisionService")).isEqualTo("NONE");
        assertThat(file.papers("leader", "CRIME_TRANSFER_LETTER"))
                .singleElement()
                .asString()
                .contains("肥城市公安局：", "行政处罚法》第二十七条");
        file.work("xincheng", "Task_FeedBackReporter");
        file.work("leader", "Task_DecideReward", "rewardLevel", "NONE", "reason", "尚未查实");
        assertThat(file.outcome()).isEqualTo("TRANSFERRED");
    }

    @Test
    @DisplayName("广告举报：自收到之日起七个工作日内处理并告知，告知举报人即按期办结（广告法第五十三条）")
    void anAdvertisementIsDealtWithInSevenWorkingDays() {
        CaseFile file = bureau.receive(advertisement());
        assertThat(file.due("advertisingReport").toLocalDate()).isEqualTo("2026-11-18");
        assertThat(file.clock("advertisingReport").orElseThrow().path("basis").asText())
                .contains("广告法》第五十三条");
        if (file.stage().equals("DecideReportRoute")) {
            file.work("centre", "Task_DecideReportRoute");
        }
        file.work("centre", "Task_ConfirmDispatch");
        file.work("brigade-head", "Task_SignIn", "handler", "brigade");
        file.work("brigade", "Task_Verify");
        file.work("brigade", "Task_ProposeFiling", "filingProposed", "false", "nonFilingGround", "NO_VIOLATION");
        file.work("leader", "Task_ApproveFiling", "filed", "false");
        assertThat(file.clockState("advertisingReport")).isEqualTo("RUNNING");
        file.work("brigade", "Task_FeedBackReporter");
        assertThat(file.clockState("advertisingReport")).isEqualTo("MET");

        assertThat(bureau.receive(Letter.report()).clockState("advertisingReport"))
                .as("no other report has this clock")
                .isEqualTo("NONE");
    }

    private static Letter advertisement() {
        return Letter.report().with("subject", "举报店外张贴的广告").with("content", "该店门口的广告宣称一个月提高一百分，与事实不符，本人署名举报，要求告知处理结果。");
    }

    @Test
    @DisplayName("2026年4月14日收到的实名举报：立案后五个工作日内告知立案，办案不等待，结果另行告知（令20第三十一条）")
    void filingIsToldUnderOrder20() {
        CaseFile file = filed(LocalDateTime.of(2026, 4, 14, 9, 0));
        assertThat(file.clockState("filingNotice")).isEqualTo("RUNNING");
        assertThat(file.dueOf("xincheng", "Task_TellFiling")).isEqualTo(file.due("filingNotice"));
        file.work("xincheng", "Task_InvestigateCase", "penaltyIntended", "false");

        file.work("xincheng", "Task_TellFiling");
        assertThat(file.clockState("filingNotice")).isEqualTo("MET");
        assertThat(file.clockState("reporterFeedback"))
                .as("the result is still to be told")
                .isEqualTo("NONE");
        assertThat(file.papers("xincheng", "FILING_NOTICE"))
                .singleElement()
                .asString()
                .contains("决定立案", "《市场监督管理投诉举报处理暂行办法》第三十一条");

        file.work("legal", "Task_ReviewCase");
        file.work("leader", "Task_DecideCase", "decision", "NO_PENALTY");
        assertThat(file.clockState("reporterFeedback")).isEqualTo("RUNNING");
    }

    @Test
    @DisplayName("2026年4月15日收到的实名举报：立案不再单独告知（令121）")
    void filingIsNotToldUnderOrder121() {
        CaseFile file = filed(LocalDateTime.of(2026, 4, 15, 9, 0));
        assertThat(file.clockState("filingNotice")).isEqualTo("NONE");
        assertThat(file.taskId("xincheng", "Task_TellFiling")).isEmpty();
        assertThat(file.stage()).isEqualTo("InvestigateCase");
    }

    private CaseFile filed(LocalDateTime receivedAt) {
        bureau.itIs(receivedAt);
        CaseFile file = verified(Letter.report());
        file.work("xincheng", "Task_ProposeFiling");
        file.work("leader", "Task_ApproveFiling");
        return file;
    }

    @Test
    @DisplayName("匿名举报：凭查询码看到告知内容（制度四.4）")
    void anAnonymousReporterReadsTheResultWithTheCode() {
        var registered = bureau.register(Letter.report().with("complainant", Map.of("anonymous", true)))
                .expect(201)
                .json();
        CaseFile file = verified(new CaseFile(
                bureau, registered.path("cases").path(0).path("caseNumber").asText()));
        String code = registered.path("receiptCode").asText();
        file.work("xincheng", "Task_ProposeFiling", "filingProposed", "false", "nonFilingGround", "NO_VIOLATION");
        file.work("leader", "Task_ApproveFiling", "filed", "false");
        file.work("xincheng", "Task_FeedBackReporter", "feedbackText", "经核查，未发现违法行为，不予立案。");

        var told = bureau.getPublic("/api/public/progress", code)
                .expect(200)
                .json()
                .path("cases")
                .path(0)
                .path("notices");
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.path("what").asText()).isEqualTo("举报处理结果告知书");
            assertThat(notice.path("text").asText()).contains("不予立案");
        });
    }

    @Test
    @DisplayName("不予立案：理由入审批表，并告知举报人")
    void notFiled() {
        CaseFile file = verified(Letter.report());
        file.work("xincheng", "Task_ProposeFiling", "filingProposed", "false", "nonFilingGround", "NO_VIOLATION");
        file.work("leader", "Task_ApproveFiling", "filed", "false");
        file.work("xincheng", "Task_FeedBackReporter");
        assertThat(file.outcome()).isEqualTo("NOT_FILED");
    }

    @Test
    @DisplayName("撤回举报：只作记录，继续核查")
    void aWithdrawalChangesNothing() {
        CaseFile file = verified(Letter.report());
        var answer = bureau.post("centre", "/api/cases/" + file.number() + "/withdrawal", Map.of("reason", "举报人来电撤回"))
                .expect(200);
        assertThat(answer.json().path("effect").asText()).isEqualTo("RECORDED");
        assertThat(file.stage()).isEqualTo("ProposeFiling");
        assertThat(file.journal()).contains("撤回登记");
    }

    @Test
    @DisplayName("举报本系统人员：移交纪检监察，对所有承办单位和法规科不存在（令121第四十四条）")
    void aReportAboutStaffIsSealed() {
        CaseFile file = bureau.receive(Letter.report()
                .with("subject", "举报执法人员吃拿卡要")
                .with("content", "反映某市场监管所工作人员检查时索要烟酒两次。")
                .with("respondent", Map.of("name", "某市场监管所工作人员", "address", "", "town", "")));
        assertThat(file.detail().path("secret").asBoolean()).isTrue();
        for (String stranger : new String[] {"xincheng", "xincheng-head", "brigade", "legal"}) {
            bureau.get(stranger, "/api/cases/" + file.number()).expect(404);
            bureau.get(stranger, "/api/cases/" + file.number() + "/journal").expect(404);
            assertThat(bureau.get(stranger, "/api/cases?size=200").expect(200).text())
                    .doesNotContain(file.number());
            assertThat(file.tasks(stranger)).isEmpty();
        }
        file.work("centre", "Task_DecideReportRoute", "reportRoute", "DISCIPLINE", "reason", "涉及公职人员");
        assertThat(file.outcome()).isEqualTo("TRANSFERRED");
        assertThat(file.papers("centre", "TRANSFER_LETTER"))
                .singleElement()
                .asString()
                .contains("派驻纪检监察组：", "反映本局工作人员的问题", "第四十四条");
        for (String stranger : new String[] {"xincheng", "brigade", "legal"}) {
            bureau.get(stranger, "/api/cases/" + file.number() + "/papers").expect(404);
        }
        bureau.get("xincheng", "/api/cases/" + file.number()).expect(404);
    }

    /** A report whose verification is done; a route that is clear is not asked for. */
    private CaseFile verified(Letter letter) {
        return verified(bureau.receive(letter));
    }

    private CaseFile verified(CaseFile file) {
        if (file.stage().equals("DecideReportRoute")) {
            file.work("centre", "Task_DecideReportRoute");
        }
        file.work("centre", "Task_ConfirmDispatch");
        file.work("xincheng-head", "Task_SignIn", "handler", "xincheng");
        file.work("xincheng", "Task_Verify");
        return file;
    }
}
