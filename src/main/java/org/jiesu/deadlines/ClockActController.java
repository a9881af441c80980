package org.jiesu.deadlines;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.cases.Codes;
import org.jiesu.cases.FilledField;
import org.jiesu.cases.Identities;
import org.jiesu.cases.Steps;
import org.jiesu.documents.Attachments;
import org.jiesu.shared.RecordedRefusal;
import org.jiesu.shared.WrongFields;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the handler does with a clock of a case: pause it, let it run again, ask for more time. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/clocks/{clockName}")
@Transactional(noRollbackFor = RecordedRefusal.class)
class ClockActController {

    private static final int MOST_UNITS = 1_000;
    private static final String GROUNDS = "pauseGround";

    private final Deadlines deadlines;
    private final Pauses pauses;
    private final Extensions extensions;
    private final Attachments attachments;
    private final Steps steps;
    private final Identities identities;
    private final Clock clock;

    ClockActController(
            Deadlines deadlines,
            Pauses pauses,
            Extensions extensions,
            Attachments attachments,
            Steps steps,
            Identities identities,
            Clock clock) {
        this.deadlines = deadlines;
        this.pauses = pauses;
        this.extensions = extensions;
        this.attachments = attachments;
        this.steps = steps;
        this.identities = identities;
        this.clock = clock;
    }

    /** @param reason what happened and what proves it; {@code attachmentId} may name a proof among the case's files */
    record NewPause(LocalDate from, String ground, String reason, String attachmentId) {}

    @PostMapping("/pauses")
    @Needs(Action.KEEP_CLOCKS)
    ClockDetail pause(@PathVariable String caseNumber, @PathVariable String clockName, @RequestBody NewPause pause) {
        deadlines.held(caseNumber, clockName);
        var wrong = new WrongFields();
        past(wrong, "from", "扣除起始日期", pause.from());
        wrong.requiredCode("ground", "扣除事由", Codes.list(GROUNDS).keySet(), pause.ground());
        wrong.requiredText("reason", "事由和凭证", pause.reason());
        String proof = proof(wrong, caseNumber, pause.attachmentId());
        wrong.refuse();
        record(
                caseNumber,
                clockName,
                "PauseClock",
                "期限扣除",
                new FilledField(
                        "from", "扣除起始日期", pause.from().toString(), pause.from().toString()),
                new FilledField("ground", "扣除事由", pause.ground(), Codes.label(GROUNDS, pause.ground())),
                new FilledField("reason", "事由和凭证", pause.reason(), pause.reason()),
                new FilledField("attachmentId", "凭证附件", pause.attachmentId(), proof));
        pauses.pause(caseNumber, clockName, pause.from(), pause.ground());
        return detail(caseNumber, clockName);
    }

    /** @param ground the one whose pause ends; blank for all */
    record Resumption(LocalDate on, String ground, String reason) {}

    @PostMapping("/resumption")
    @Needs(Action.KEEP_CLOCKS)
    ClockDetail resume(
            @PathVariable String caseNumber, @PathVariable String clockName, @RequestBody Resumption resumption) {
        deadlines.held(caseNumber, clockName);
        var wrong = new WrongFields();
        past(wrong, "on", "恢复计算日期", resumption.on());
        if (resumption.ground() != null) {
            wrong.requiredCode("ground", "扣除事由", Codes.list(GROUNDS).keySet(), resumption.ground());
        }
        if (resumption.reason() != null) {
            wrong.requiredText("reason", "事由和凭证", resumption.reason());
        }
        wrong.refuse();
        record(
                caseNumber,
                clockName,
                "ResumeClock",
                "恢复计算期限",
                new FilledField(
                        "on",
                        "恢复计算日期",
                        resumption.on().toString(),
                        resumption.on().toString()),
                new FilledField(
                        "ground",
                        "结束的扣除事由",
                        resumption.ground(),
                        resumption.ground() == null ? null : Codes.label(GROUNDS, resumption.ground())),
                new FilledField("reason", "事由和凭证", resumption.reason(), resumption.reason()));
        pauses.resume(caseNumber, clockName, resumption.on(), resumption.ground());
        return detail(caseNumber, clockName);
    }

    record NewExtension(Integer amount, String reason) {}

    /** A request that the rules forbid is kept in the journal all the same. */
    @PostMapping("/extensions")
    @Needs(Action.KEEP_CLOCKS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ClockDetail.Extension extend(
            @PathVariable String caseNumber, @PathVariable String clockName, @RequestBody NewExtension extension) {
        ClockView view = deadlines.held(caseNumber, clockName);
        var wrong = new WrongFields();
        Integer amount = extension.amount();
        if (amount == null || amount < 1 || amount > MOST_UNITS) {
            wrong.add("amount", "“延长时间”须为 1 至 " + MOST_UNITS + " 的整数");
        }
        wrong.requiredText("reason", "延期理由", extension.reason());
        wrong.refuse();
        record(
                caseNumber,
                clockName,
                "RequestExtension",
                "申请延期",
                new FilledField("amount", "延长时间", amount, view.unit().times(amount)),
                new FilledField("reason", "延期理由", extension.reason(), extension.reason()));
        return ClockDetail.Extension.of(
                extensions.request(caseNumber, clockName, amount, extension.reason()),
                identities.of(caseNumber)::masked);
    }

    private ClockDetail detail(String caseNumber, String clockName) {
        return ClockDetail.of(deadlines.clock(caseNumber, clockName), identities.of(caseNumber)::masked);
    }

    private void record(String caseNumber, String clockName, String step, String stepName, FilledField... fields) {
        var filled = new ArrayList<FilledField>();
        filled.add(new FilledField("clock", "期限", clockName, Codes.label("clock", clockName)));
        filled.addAll(List.of(fields));
        steps.record(caseNumber, step, stepName, filled);
    }

    private void past(WrongFields wrong, String field, String label, LocalDate date) {
        if (wrong.required(field, label, date) && date.isAfter(LocalDate.now(clock))) {
            wrong.add(field, "“" + label + "”不能晚于今天");
        }
    }

    private String proof(WrongFields wrong, String caseNumber, String attachmentId) {
        if (attachmentId == null) {
            return null;
        }
        return attachments.of(caseNumber).stream()
                .filter(attachment -> attachment.id().equals(attachmentId))
                .map(Attachments.View::name)
                .findFirst()
                .orElseGet(() -> {
                    wrong.add("attachmentId", "“凭证附件”须是本办件的附件");
                    return null;
                });
    }
}
