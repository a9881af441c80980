package org.jiesu.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.StaffDirectory;
import org.jiesu.shared.WrongFields;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Acts on a case that stand beside its tasks. */
@RestController
@RequestMapping("/api/cases/{caseNumber}")
@Transactional
class CaseActController {

    private final CaseAccess access;
    private final Cases cases;
    private final Complaints complaints;
    private final Reports reports;
    private final Clues clues;
    private final Steps steps;
    private final Journal journal;
    private final CurrentStaff staff;
    private final Handlers handlers;
    private final StaffDirectory directory;
    private final Clock clock;

    CaseActController(
            CaseAccess access,
            Cases cases,
            Complaints complaints,
            Reports reports,
            Clues clues,
            Steps steps,
            Journal journal,
            CurrentStaff staff,
            Handlers handlers,
            StaffDirectory directory,
            Clock clock) {
        this.access = access;
        this.cases = cases;
        this.complaints = complaints;
        this.reports = reports;
        this.clues = clues;
        this.steps = steps;
        this.journal = journal;
        this.staff = staff;
        this.handlers = handlers;
        this.directory = directory;
        this.clock = clock;
    }

    record ClueFound(String facts, LocalDate discoveredOn) {}

    @PostMapping("/clues")
    @Needs(Action.WORK)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> clue(@PathVariable String caseNumber, @RequestBody ClueFound clue) {
        var wrong = new WrongFields();
        wrong.requiredText("facts", "线索内容", clue.facts());
        wrong.required("discoveredOn", "发现日期", clue.discoveredOn());
        wrong.refuse();
        return Map.of("caseNumber", clues.discover(caseNumber, clue.facts(), clue.discoveredOn()));
    }

    record Contact(String party, String way, String result, OffsetDateTime at) {}

    @PostMapping("/contacts")
    @Needs(Action.WORK)
    @ResponseStatus(HttpStatus.CREATED)
    void contact(@PathVariable String caseNumber, @RequestBody Contact contact) {
        var wrong = new WrongFields();
        wrong.requiredCode("party", "联系对象", Codes.list("contactParty").keySet(), contact.party());
        wrong.requiredCode("way", "联系方式", Codes.list("contactWay").keySet(), contact.way());
        wrong.requiredText("result", "联系结果", contact.result());
        if (contact.at() != null && contact.at().toInstant().isAfter(clock.instant())) {
            wrong.add("at", "“联系时间”不能晚于现在");
        }
        wrong.refuse();
        String at = (contact.at() == null ? OffsetDateTime.now(clock) : contact.at()).toString();
        String party = Codes.label("contactParty", contact.party());
        String way = Codes.label("contactWay", contact.way());
        steps.record(
                caseNumber,
                "Contact",
                "联系记录",
                List.of(
                        new FilledField("party", "联系对象", contact.party(), party),
                        new FilledField("way", "联系方式", contact.way(), way),
                        filled("at", "联系时间", at),
                        filled("result", "联系结果", contact.result())));
        journal.write(caseNumber, "联系记录", party + "，" + way);
    }

    record Withdrawal(String reason, String way, boolean settled) {}

    @PostMapping("/withdrawal")
    @Needs(Action.WITHDRAW)
    Map<String, String> withdraw(@PathVariable String caseNumber, @RequestBody Withdrawal withdrawal) {
        CaseView view = cases.view(caseNumber);
        var wrong = new WrongFields();
        wrong.requiredText("reason", "撤回原因", withdrawal.reason());
        wrong.refuse();
        cases.record(caseNumber).requireOpen();
        steps.record(
                caseNumber,
                "Withdrawal",
                "撤回登记",
                List.of(filled("reason", "撤回原因", withdrawal.reason()), filled("way", "撤回方式", withdrawal.way())));
        if (view.kind() == CaseKind.COMPLAINT) {
            return Map.of("effect", complaints.giveUp(caseNumber, withdrawal.settled()) ? "ENDING" : "RECORDED");
        }
        reports.withdrawalRecorded(caseNumber);
        return Map.of("effect", "RECORDED");
    }

    record NewHandler(String userId, String reason) {}

    @PostMapping("/handler")
    @Needs(Action.NAME_HANDLER)
    void nameHandler(@PathVariable String caseNumber, @RequestBody NewHandler named) {
        CaseView view = cases.view(caseNumber);
        var wrong = new WrongFields();
        wrong.requiredText("reason", "变更原因", named.reason());
        if (!mayHandle(view, named.userId())) {
            wrong.add("userId", "“承办人”须是本单位人员");
        }
        wrong.refuse();
        steps.record(
                caseNumber,
                "NameHandler",
                "变更承办人",
                List.of(filled("userId", "承办人", named.userId()), filled("reason", "变更原因", named.reason())));
        cases.nameHandler(caseNumber, named.userId());
    }

    /** @param newHandler who takes over; only where the recused person is the handler */
    record Recusal(String userId, String reason, String newHandler) {}

    /** 回避（令121第二十一条）: whoever steps aside does not see the case any more. */
    @PostMapping("/recusals")
    @Needs(Action.RECUSE)
    @ResponseStatus(HttpStatus.CREATED)
    void recuse(@PathVariable String caseNumber, @RequestBody Recusal recusal) {
        CaseView view = cases.view(caseNumber);
        var wrong = new WrongFields();
        wrong.requiredText("reason", "回避理由", recusal.reason());
        boolean known = recusal.userId() != null
                && directory
                        .find(recusal.userId())
                        .filter(person -> view.institution().equals(person.institution()))
                        .isPresent();
        if (!known) {
            wrong.add("userId", "“回避人员”须是本局人员的用户名");
        }
        boolean handles = known && recusal.userId().equals(view.handler());
        if (handles && (recusal.userId().equals(recusal.newHandler()) || !mayHandle(view, recusal.newHandler()))) {
            wrong.add("newHandler", "承办人回避的，须另行指定本单位其他人员为“新承办人”");
        }
        wrong.refuse();
        steps.record(
                caseNumber,
                "Recusal",
                "回避",
                List.of(filled("userId", "回避人员", recusal.userId()), filled("reason", "回避理由", recusal.reason())));
        if (handles) {
            cases.nameHandler(caseNumber, recusal.newHandler());
        }
        cases.recuse(caseNumber, recusal.userId());
    }

    private boolean mayHandle(CaseView view, String person) {
        return handlers.candidates(view).stream()
                .anyMatch(member -> member.userId().equals(person));
    }

    /** Becomes a task where a unit, a person or a date is named; of unit and person the one named goes first. */
    record Instruction(String text, String unit, String assignee, LocalDate dueOn) {

        boolean toBeCarriedOut() {
            return unit != null || assignee != null || dueOn != null;
        }
    }

    @PostMapping("/instructions")
    @Needs(Action.INSTRUCT)
    @ResponseStatus(HttpStatus.CREATED)
    void instruct(@PathVariable String caseNumber, @RequestBody Instruction instruction) {
        CaseView view = cases.view(caseNumber);
        var wrong = new WrongFields();
        wrong.requiredText("text", "批示内容", instruction.text());
        if (instruction.toBeCarriedOut()) {
            carriedOutBy(wrong, view, instruction);
        }
        wrong.refuse();
        var fields = new ArrayList<FilledField>();
        fields.add(filled("text", "批示内容", instruction.text()));
        if (instruction.toBeCarriedOut()) {
            String dueOn = instruction.dueOn().toString();
            fields.add(filled("dueOn", "落实期限", dueOn));
        }
        steps.record(caseNumber, "Instruction", "领导批示", fields);
        cases.readByLeader(caseNumber, true);
        if (instruction.toBeCarriedOut()) {
            boolean nobodyNamed = instruction.unit() == null && instruction.assignee() == null;
            cases.instruct(
                    caseNumber,
                    nobodyNamed ? Handlers.unitOf(view) : instruction.unit(),
                    instruction.assignee(),
                    instruction.dueOn(),
                    staff.id());
        }
    }

    /** Whoever carries out an instruction has to see the case. */
    private void carriedOutBy(WrongFields wrong, CaseView view, Instruction instruction) {
        String unit = instruction.unit();
        if (unit != null && !(Codes.list("unit").containsKey(unit) && access.reaches(Action.WORK, unit, view))) {
            wrong.add("unit", "“落实单位”须是可以查看本办件的单位：承办、协办、抄送单位，投诉中心或者政策法规科");
        }
        String assignee = instruction.assignee();
        if (assignee != null
                && directory
                        .find(assignee)
                        .filter(person -> access.reaches(Action.WORK, person, view))
                        .isEmpty()) {
            wrong.add("assignee", "“落实人”须是可以查看本办件的人员");
        }
        if (instruction.dueOn() == null) {
            wrong.add("dueOn", "交办的须填写“落实期限”");
        } else if (instruction.dueOn().isBefore(LocalDate.now(clock))) {
            wrong.add("dueOn", "“落实期限”不能早于今天");
        }
    }

    record UrgentReport(
            String occurredAt, String place, String peopleAffected, String harm, String measures, String proposal) {}

    /** 重大投诉举报情况报告 (FC 三.4); what is not known yet is said to be unknown, and reported again later. */
    @PostMapping("/urgent-reports")
    @Needs(Action.WORK)
    @ResponseStatus(HttpStatus.CREATED)
    void reportUrgent(@PathVariable String caseNumber, @RequestBody UrgentReport report) {
        cases.record(caseNumber).requireOpen();
        var fields = List.of(
                filled("occurredAt", "发生时间", report.occurredAt()),
                filled("place", "发生地点", report.place()),
                filled("peopleAffected", "涉及人数", report.peopleAffected()),
                filled("harm", "危害情况", report.harm()),
                filled("measures", "已采取的措施", report.measures()),
                filled("proposal", "处理建议", report.proposal()));
        var wrong = new WrongFields();
        fields.forEach(field -> wrong.requiredText(field.key(), field.label(), (String) field.value()));
        wrong.refuse();
        steps.record(caseNumber, "UrgentReport", "重大投诉举报情况报告", fields);
        cases.reportUrgent(caseNumber);
    }

    private static FilledField filled(String key, String label, String text) {
        return new FilledField(key, label, text, text);
    }
}
