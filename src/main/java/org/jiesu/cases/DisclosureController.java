package org.jiesu.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.access.Recorded;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.StaffDirectory;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.ChinaTime;
import org.jiesu.shared.Forbidden;
import org.jiesu.shared.WrongFields;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looking behind the mask: ask, approve, read, and the auditor's register. */
@RestController
@RequestMapping("/api")
@Transactional
class DisclosureController {

    private static final String OF_CASE = "/cases/{caseNumber}/identity-disclosure";
    private static final String REASONS = "disclosureReason";
    private static final int LARGEST_PAGE = 200;

    private final Disclosures disclosures;
    private final Cases cases;
    private final Parties parties;
    private final Identities identities;
    private final CurrentStaff staff;
    private final StaffDirectory directory;

    DisclosureController(
            Disclosures disclosures,
            Cases cases,
            Parties parties,
            Identities identities,
            CurrentStaff staff,
            StaffDirectory directory) {
        this.disclosures = disclosures;
        this.cases = cases;
        this.parties = parties;
        this.identities = identities;
        this.staff = staff;
        this.directory = directory;
    }

    /** @param reasonCode a preset reason, enough for anything but a report; {@code reason} a written one */
    record Wanted(String reasonCode, String reason) {}

    record Identity(
            String role, String roleName, String name, String phone, String idType, String idNumber, String address) {}

    /** @param parties null while approval is awaited */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Opened(
            long disclosureId,
            DisclosureState state,
            OffsetDateTime expiresAt,
            boolean untilTaskEnds,
            List<Identity> parties) {}

    @PostMapping(OF_CASE)
    @Needs(Action.SEE_IDENTITY)
    ResponseEntity<Opened> open(@PathVariable String caseNumber, @RequestBody Wanted wanted) {
        CaseView view = cases.view(caseNumber);
        String code = blank(wanted.reasonCode()) ? null : wanted.reasonCode();
        String reason = blank(wanted.reason()) ? null : wanted.reason().strip();
        check(view, code, reason);
        Disclosures.Disclosure row = disclosures.open(view, Disclosures.oneClick(view) ? code : null, reason);
        boolean granted = row.state() == DisclosureState.GRANTED && disclosures.read(caseNumber);
        return ResponseEntity.status(granted ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(new Opened(
                        row.id(),
                        row.state(),
                        ChinaTime.of(row.expiresAt()),
                        row.untilTaskEnds(),
                        granted ? identities(caseNumber) : null));
    }

    private static void check(CaseView view, String code, String reason) {
        var wrong = new WrongFields();
        if (code != null && !Codes.list(REASONS).containsKey(code)) {
            wrong.add(
                    "reasonCode",
                    "“查看事由”须是：" + String.join("、", Codes.list(REASONS).keySet()));
        }
        if (reason == null && (code == null || !Disclosures.oneClick(view))) {
            wrong.add("reason", "“查看理由”必填" + (Disclosures.oneClick(view) ? "" : "：举报须写明理由"));
        }
        wrong.text("reason", "查看理由", reason);
        wrong.refuse();
    }

    /** The same once more, as long as it holds. */
    @GetMapping(OF_CASE + "/parties")
    @Needs(Action.SEE_IDENTITY)
    Map<String, List<Identity>> read(@PathVariable String caseNumber) {
        if (!disclosures.read(caseNumber)) {
            throw new Forbidden("尚未取得查看身份信息的许可，或者已经到期");
        }
        return Map.of("parties", identities(caseNumber));
    }

    record Decision(Boolean approved) {}

    @PostMapping(OF_CASE + "/{id}/decision")
    @Needs(Action.APPROVE_IDENTITY)
    void decide(@PathVariable String caseNumber, @PathVariable long id, @RequestBody Decision decision) {
        if (decision.approved() == null) {
            throw new BadInput("approved", "“是否同意”必填");
        }
        disclosures.decide(cases.view(caseNumber), id, decision.approved());
    }

    /** @param valid whether it holds now; only said to whom it was granted */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            long disclosureId,
            String caseNumber,
            String userId,
            String userName,
            String reasonCode,
            String reason,
            DisclosureState state,
            OffsetDateTime requestedAt,
            OffsetDateTime grantedAt,
            OffsetDateTime expiresAt,
            boolean untilTaskEnds,
            String decidedBy,
            OffsetDateTime decidedAt,
            int reads,
            OffsetDateTime lastReadAt,
            Boolean valid) {}

    @GetMapping(OF_CASE)
    @Needs(Action.READ_CASE)
    List<Line> ofCase(@PathVariable String caseNumber) {
        CaseView view = cases.view(caseNumber);
        Optional<Disclosures.Disclosure> inForce = disclosures.inForce(view);
        Identities.Words people = identities.of(caseNumber);
        return disclosures.of(view).stream()
                .map(row -> line(
                        row,
                        people,
                        row.userId().equals(staff.id())
                                ? inForce.filter(valid -> valid.id() == row.id())
                                        .isPresent()
                                : null))
                .toList();
    }

    record Register(List<Line> content, int page, int size, long total) {}

    @GetMapping("/disclosures")
    @Needs(Action.READ_DISCLOSURES)
    @Recorded
    Register register(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new BadInput("size", "页码从 0 起，每页 1 至 " + LARGEST_PAGE + " 条");
        }
        Page<Disclosures.Disclosure> found = disclosures.all(staff.get().institution(), page, size);
        Map<String, Identities.Words> people =
                identities.of(found.map(Disclosures.Disclosure::caseNumber).getContent());
        return new Register(
                found.map(row -> line(row, people.get(row.caseNumber()), null)).getContent(),
                page,
                size,
                found.getTotalElements());
    }

    private Line line(Disclosures.Disclosure row, Identities.Words people, Boolean valid) {
        return new Line(
                row.id(),
                row.caseNumber(),
                row.userId(),
                directory.nameOf(row.userId()),
                row.reasonCode(),
                people.masked(row.reason()),
                row.state(),
                ChinaTime.of(row.requestedAt()),
                ChinaTime.of(row.grantedAt()),
                ChinaTime.of(row.expiresAt()),
                row.untilTaskEnds(),
                row.decidedBy(),
                ChinaTime.of(row.decidedAt()),
                row.reads(),
                ChinaTime.of(row.lastReadAt()),
                valid);
    }

    private List<Identity> identities(String caseNumber) {
        return parties.of(caseNumber).stream()
                .map(party -> new Identity(
                        party.role().name(),
                        party.role().label(),
                        party.name(),
                        party.phone(),
                        party.idType(),
                        party.idNumber(),
                        party.address()))
                .toList();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
