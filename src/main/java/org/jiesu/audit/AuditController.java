package org.jiesu.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.access.Recorded;
import org.jiesu.cases.Codes;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.ChinaTime;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log, for the auditor: read, and counted again. Nobody writes here; to read it is a line of it. */
@RestController
@RequestMapping("/api/audit")
class AuditController {

    private static final int LARGEST_PAGE = 200;

    private final AuditStore store;
    private final AuditCheck check;
    private final AuditLog log;
    private final CurrentStaff staff;
    private final StaffDirectory directory;

    AuditController(AuditStore store, AuditCheck check, AuditLog log, CurrentStaff staff, StaffDirectory directory) {
        this.store = store;
        this.check = check;
        this.log = log;
        this.staff = staff;
        this.directory = directory;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            long sequence,
            OffsetDateTime at,
            String userId,
            String userName,
            String kind,
            String kindLabel,
            String caseNumber,
            String subject,
            String detail,
            String hash) {}

    record Lines(List<Line> content, int page, int size, long total) {}

    @GetMapping
    @Needs(Action.READ_AUDIT)
    @Recorded
    Lines read(
            @RequestParam(required = false) String person,
            @RequestParam(required = false) String caseNumber,
            @RequestParam(required = false) AuditKind kind,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate until,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new BadInput("size", "页码从 0 起，每页 1 至 " + LARGEST_PAGE + " 条");
        }
        AuditStore.Page found = store.find(
                new AuditStore.Filter(
                        staff.get().institution(), blankIsNull(person), blankIsNull(caseNumber), kind, from, until),
                page,
                size);
        Map<String, String> names = new HashMap<>();
        found.lines().forEach(line -> names.computeIfAbsent(line.actor(), this::name));
        return new Lines(
                found.lines().stream()
                        .map(line -> line(line, names.get(line.actor())))
                        .toList(),
                page,
                size,
                found.total());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verification(
            OffsetDateTime at,
            boolean whole,
            Long firstWrong,
            String fault,
            long removedUpTo,
            long last,
            String lastHash,
            boolean heldByDatabase) {}

    /** To a broken chain nothing may be addable, and that it is broken has to be told all the same. */
    @GetMapping("/verification")
    @Needs(Action.READ_AUDIT)
    Verification verify() {
        AuditCheck.Result result = check.verify();
        if (result.whole()) {
            Staff reader = staff.get();
            log.add(new Draft(
                    result.at(),
                    reader.institution(),
                    reader.userId(),
                    AuditKind.READ,
                    null,
                    Action.READ_AUDIT.name(),
                    "校验：完整，至第" + result.last() + "条"));
        }
        return new Verification(
                ChinaTime.of(result.at()),
                result.whole(),
                result.firstWrong(),
                result.fault(),
                result.removedUpTo(),
                result.last(),
                result.lastHash(),
                result.heldByDatabase());
    }

    private String name(String actor) {
        return directory.nameOf(actor);
    }

    private static Line line(AuditEntry entry, String name) {
        return new Line(
                entry.sequence(),
                ChinaTime.of(entry.at()),
                entry.actor(),
                name,
                entry.kind(),
                Codes.label("auditKind", entry.kind()),
                entry.caseNumber(),
                entry.subject(),
                entry.detail(),
                entry.hash());
    }

    private static String blankIsNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
