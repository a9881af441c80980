package org.jiesu.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.access.Recorded;
import org.jiesu.shared.ChinaTime;
import org.jiesu.shared.WrongFields;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 泄密事件登记: opened from a line of the audit log, with the facts that a notice to the authority and to the persons needs. */
@RestController
@RequestMapping("/api")
class BreachController {

    private static final int MOST_CASES = 50;

    private final Breaches breaches;
    private final Clock clock;

    BreachController(Breaches breaches, Clock clock) {
        this.breaches = breaches;
        this.clock = clock;
    }

    record Noticed(
            OffsetDateTime noticedAt,
            List<String> caseNumbers,
            Integer people,
            String information,
            String cause,
            String harm,
            String measures,
            String advice) {}

    record Closed(
            String authority, LocalDate authorityToldOn, LocalDate peopleToldOn, String notTold, String conclusion) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            long id,
            long auditSequence,
            String openedBy,
            OffsetDateTime openedAt,
            OffsetDateTime noticedAt,
            List<String> caseNumbers,
            int people,
            String information,
            String cause,
            String harm,
            String measures,
            String advice,
            String closedBy,
            OffsetDateTime closedAt,
            String authority,
            LocalDate authorityToldOn,
            LocalDate peopleToldOn,
            String notTold,
            String conclusion) {}

    @PostMapping("/audit/{sequence}/breaches")
    @Needs(Action.KEEP_BREACHES)
    @ResponseStatus(HttpStatus.CREATED)
    Line open(@PathVariable long sequence, @RequestBody Noticed noticed) {
        var wrong = new WrongFields();
        List<String> caseNumbers = Objects.requireNonNullElse(noticed.caseNumbers(), List.of());
        if (wrong.required("noticedAt", "发现时间", noticed.noticedAt())
                && noticed.noticedAt().toInstant().isAfter(clock.instant())) {
            wrong.add("noticedAt", "“发现时间”不能晚于现在");
        }
        if (caseNumbers.size() > MOST_CASES
                || !caseNumbers.stream().allMatch(number -> number != null && number.matches("[A-Za-z0-9_-]{1,40}"))) {
            wrong.add("caseNumbers", "“涉及办件”须是办件编号，至多 " + MOST_CASES + " 件");
        }
        if (noticed.people() == null || noticed.people() < 0) {
            wrong.add("people", "“涉及人数”必填，不能小于 0");
        }
        wrong.requiredText("information", "泄露的信息种类", noticed.information());
        wrong.requiredText("cause", "原因", noticed.cause());
        wrong.requiredText("harm", "可能造成的危害", noticed.harm());
        wrong.requiredText("measures", "已采取的补救措施", noticed.measures());
        wrong.text("advice", "个人可以采取的减轻危害的措施", noticed.advice());
        wrong.refuse();
        return line(breaches.open(new Breaches.Opening(
                sequence,
                LocalDateTime.ofInstant(noticed.noticedAt().toInstant(), clock.getZone()),
                caseNumbers,
                noticed.people(),
                noticed.information(),
                noticed.cause(),
                noticed.harm(),
                noticed.measures(),
                noticed.advice())));
    }

    @PostMapping("/breaches/{id}/closing")
    @Needs(Action.KEEP_BREACHES)
    Line close(@PathVariable long id, @RequestBody Closed closed) {
        var wrong = new WrongFields();
        wrong.requiredText("authority", "通知的部门", closed.authority());
        day(wrong, "authorityToldOn", "通知部门的日期", closed.authorityToldOn());
        wrong.required("authorityToldOn", "通知部门的日期", closed.authorityToldOn());
        day(wrong, "peopleToldOn", "通知个人的日期", closed.peopleToldOn());
        wrong.text("notTold", "不通知个人的理由", closed.notTold());
        if (closed.peopleToldOn() == null && blank(closed.notTold())) {
            wrong.add("notTold", "没有通知个人的，须写明“不通知个人的理由”：采取的措施能够有效避免造成危害");
        }
        wrong.requiredText("conclusion", "处理结果", closed.conclusion());
        wrong.refuse();
        return line(breaches.close(
                id,
                new Breaches.Closing(
                        closed.authority(),
                        closed.authorityToldOn(),
                        closed.peopleToldOn(),
                        closed.notTold(),
                        closed.conclusion())));
    }

    @GetMapping("/breaches")
    @Needs(Action.KEEP_BREACHES)
    @Recorded
    List<Line> all() {
        return breaches.all().stream().map(BreachController::line).toList();
    }

    private void day(WrongFields wrong, String field, String label, LocalDate day) {
        if (day != null && day.isAfter(LocalDate.now(clock))) {
            wrong.add(field, "“" + label + "”不能晚于今天");
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static Line line(Breaches.Breach breach) {
        Breaches.Opening opening = breach.opening();
        Breaches.Closing closing =
                Objects.requireNonNullElse(breach.closing(), new Breaches.Closing(null, null, null, null, null));
        return new Line(
                breach.id(),
                opening.auditSequence(),
                breach.openedBy(),
                ChinaTime.of(breach.openedAt()),
                ChinaTime.of(opening.noticedAt()),
                opening.caseNumbers(),
                opening.people(),
                opening.information(),
                opening.cause(),
                opening.harm(),
                opening.measures(),
                opening.advice(),
                breach.closedBy(),
                ChinaTime.of(breach.closedAt()),
                closing.authority(),
                closing.authorityToldOn(),
                closing.peopleToldOn(),
                closing.notTold(),
                closing.conclusion());
    }
}
