package org.jiesu.archive;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Codes;
import org.jiesu.cases.Disclosures;
import org.jiesu.cases.Journal;
import org.jiesu.cases.Party;
import org.jiesu.cases.Steps;
import org.jiesu.deadlines.ClockView;
import org.jiesu.deadlines.CountedDay;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.notices.Notices;
import org.jiesu.organisation.Institutions;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.jiesu.supervision.Supervision;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** {@code 目录.html} of a package: everything of the case in Chinese, on one page without any script or link outside. */
@Component
class ArchivePage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="UTF-8"><title>%s</title><style>
            body{font-family:sans-serif;max-width:70em;margin:2em auto;padding:0 1em;line-height:1.5}
            table{border-collapse:collapse;width:100%%;margin-bottom:1em}
            th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top;white-space:pre-wrap}
            th{background:#eee;white-space:nowrap}
            </style></head><body>
            """;

    private final StaffDirectory directory;
    private final Institutions institutions;

    ArchivePage(StaffDirectory directory, Institutions institutions) {
        this.directory = directory;
        this.institutions = institutions;
    }

    String of(CaseArchive.Content content) {
        Html html =
                new Html(HEAD.formatted(HtmlUtils.htmlEscape(content.record().caseNumber(), "UTF-8")));
        html.title(1, content.institution() + " 投诉举报办件归档 " + content.record().caseNumber());
        record(html, content.record());
        html.table("当事人", List.of("身份", "名称", "电话", "证件", "地址", "其他"), content.parties(), ArchivePage::party);
        html.table("关联办件", List.of("关系", "办件编号"), content.links(), this::link);
        html.table("流转记录", List.of("时间", "经办", "事项", "内容"), content.journal(), this::journal);
        html.title(2, "办理表单");
        content.steps().forEach(step -> step(html, step));
        html.table("告知", List.of("内容", "对象", "制作时间", "方式", "告知日期", "凭证", "告知人"), content.notices(), this::notice);
        html.title(2, "期限");
        content.clocks().forEach(clock -> clock(html, clock));
        html.table("督办措施", List.of("时间", "措施", "期限", "届满", "承办单位", "承办人"), content.measures(), this::measure);
        html.table(
                "身份信息查看记录", List.of("查看人", "申请时间", "理由", "结果", "批准人", "次数"), content.disclosures(), this::disclosure);
        html.files("来件原文", content.originals());
        html.files(
                "文书", content.papers().stream().map(CaseArchive.PaperLine::file).toList());
        html.files(
                "附件",
                content.attachments().stream()
                        .map(CaseArchive.AttachmentLine::file)
                        .toList());
        return html.end();
    }

    private void record(Html html, CaseView view) {
        html.title(2, "办件");
        html.facts(Arrays.asList(
                "办件编号", view.caseNumber(),
                "类别", view.kind().label(),
                "来源渠道", Codes.label("channel", view.channel()),
                "渠道编号", view.externalNumber(),
                "收到", time(view.receivedAt()),
                "登记", time(view.registeredAt()),
                "受理", time(view.acceptedAt()),
                "达成协议", time(view.agreedAt()),
                "办结", time(view.closedAt()),
                "结果", view.outcome() == null ? null : view.outcome().label(),
                "轮次", String.valueOf(view.round()),
                "承办单位", unit(view, view.handlingUnit()),
                "承办人", person(view.handler()),
                "协办单位",
                        view.assistingUnits().stream()
                                .map(code -> unit(view, code))
                                .collect(Collectors.joining("、")),
                "标题", view.subject(),
                "内容", view.content(),
                "诉求", view.demand(),
                "问题类别", view.category(),
                "事项", view.facts().matter(),
                "镇街", view.facts().town(),
                "发生日期", text(view.occurredOn()),
                "涉及金额", text(view.amount()),
                "已付金额", text(view.paidAmount()),
                "要求金额", text(view.claimedAmount()),
                "挽回损失", text(view.recoveredAmount()),
                "重大紧急", yes(view.facts().urgent()),
                "匿名", yes(view.anonymous()),
                "要求保密", yes(view.confidential()),
                "满意度", Codes.label("satisfaction", view.satisfaction()),
                "案件编号", view.enforcementNumber()));
    }

    private static List<String> party(Party party) {
        return Arrays.asList(
                party.role().label(),
                party.name(),
                party.phone(),
                joined(party.idType(), party.idNumber()),
                party.address(),
                joined(party.creditCode(), party.platform(), party.orderNumber(), party.powers()));
    }

    private List<String> link(Cases.Link link) {
        return List.of(link.relation().label(), link.caseNumber());
    }

    private List<String> journal(Journal.Entry entry) {
        return Arrays.asList(time(entry.at()), person(entry.actor()), entry.action(), entry.detail());
    }

    private void step(Html html, Steps.Step step) {
        html.title(
                3, step.taskName() + "（" + person(step.actor()) + "，" + time(step.at()) + "，第" + step.round() + "轮）");
        html.facts(step.values().stream()
                .flatMap(field -> Stream.of(field.label(), field.shown()))
                .collect(Collectors.toList()));
    }

    private List<String> notice(Notices.Told told) {
        return Arrays.asList(
                told.kind().label(),
                told.recipient().label(),
                time(told.preparedAt()),
                Codes.label("noticeWay", told.way()),
                text(told.toldOn()),
                told.proof(),
                person(told.toldBy()));
    }

    /** Why this day, as the explanation of the ledger says it. */
    private void clock(Html html, Deadlines.ExplainedClock explained) {
        ClockView clock = explained.clock();
        html.title(3, Codes.label("clock", clock.clock()) + "（第" + clock.run() + "次）");
        html.facts(Arrays.asList(
                "层级", clock.layer().label(),
                "依据", clock.basis(),
                "起算", time(clock.startedAt()),
                "届满", clock.provisional() ? time(clock.dueAt()) + "（暂定）" : time(clock.dueAt()),
                "结束", time(clock.endedAt()),
                "结果", Codes.label("clockState", clock.state().name()),
                "延长", clock.extendedBy() == 0 ? null : clock.unit().times(clock.extendedBy()),
                "扣除",
                        clock.pauses().stream()
                                .map(pause -> "%s %s至%s"
                                        .formatted(
                                                Codes.label("pauseGround", pause.ground()),
                                                pause.from(),
                                                pause.to() == null ? "" : pause.to()))
                                .collect(Collectors.joining("；")),
                "延期申请",
                        clock.extensions().stream()
                                .map(asked -> joined(
                                        time(asked.requestedAt()),
                                        person(asked.requestedBy()),
                                        asked.reason(),
                                        Codes.label(
                                                "extensionState", asked.state().name()),
                                        asked.opinion()))
                                .collect(Collectors.joining("；"))));
        html.rows(List.of("日期", "第几天", "说明"), explained.days(), ArchivePage::day);
    }

    private static List<String> day(CountedDay day) {
        return Arrays.asList(day.date().toString(), text(day.number()), day.reason());
    }

    private List<String> measure(Supervision.Taken taken) {
        return Arrays.asList(
                time(taken.takenAt()),
                taken.measure().label(),
                Codes.label("clock", taken.clock()),
                time(taken.dueAt()),
                taken.handlingUnit(),
                person(taken.handler()));
    }

    private List<String> disclosure(Disclosures.Disclosure row) {
        return Arrays.asList(
                person(row.userId()),
                time(row.requestedAt()),
                joined(Codes.label("disclosureReason", row.reasonCode()), row.reason()),
                Codes.label("disclosureState", row.state().name()),
                person(row.decidedBy()),
                String.valueOf(row.reads()));
    }

    private String person(String userId) {
        return userId == null
                ? null
                : userId.equals(CurrentStaff.SYSTEM)
                        ? "系统"
                        : directory
                                .find(userId)
                                .map(Staff::name)
                                .map(name -> name + "（" + userId + "）")
                                .orElse(userId);
    }

    private String unit(CaseView view, String code) {
        return institutions.get(view.institution()).unitName(code);
    }

    private static String time(LocalDateTime at) {
        return at == null ? null : TIME.format(at);
    }

    private static String text(Object value) {
        return value instanceof LocalDate day ? day.toString() : value == null ? null : value.toString();
    }

    private static String yes(boolean holds) {
        return holds ? "是" : "否";
    }

    private static String joined(String... parts) {
        return Arrays.stream(parts)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining("，"));
    }
}
