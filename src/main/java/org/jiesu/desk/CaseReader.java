package org.jiesu.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jiesu.cases.CasePosition;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Codes;
import org.jiesu.cases.Identities;
import org.jiesu.cases.Parties;
import org.jiesu.cases.Party;
import org.jiesu.cases.PartyRole;
import org.jiesu.deadlines.ClockDetail;
import org.jiesu.deadlines.CountedDay;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.deadlines.Light;
import org.jiesu.deadlines.OfficeTime;
import org.jiesu.organisation.Institutions;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.jiesu.shared.ChinaTime;
import org.jiesu.supervision.Supervision;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what several features know of a case. */
@Component
class CaseReader {

    private final Cases cases;
    private final Parties parties;
    private final Identities identities;
    private final Deadlines deadlines;
    private final CasePosition position;
    private final OfficeTime office;
    private final Supervision supervision;
    private final Institutions institutions;
    private final StaffDirectory directory;

    CaseReader(
            Cases cases,
            Parties parties,
            Identities identities,
            Deadlines deadlines,
            CasePosition position,
            OfficeTime office,
            Supervision supervision,
            Institutions institutions,
            StaffDirectory directory) {
        this.cases = cases;
        this.parties = parties;
        this.identities = identities;
        this.deadlines = deadlines;
        this.position = position;
        this.office = office;
        this.supervision = supervision;
        this.institutions = institutions;
        this.directory = directory;
    }

    @Transactional(readOnly = true)
    CaseDetail detail(CaseView view) {
        List<Party> all = parties.masked(view.caseNumber());
        List<ClockDetail> clocks = clocks(view.caseNumber());
        Light light = deadlines.light(view.caseNumber());
        Identities.Words people = identities.of(view.caseNumber());
        return new CaseDetail(
                view.caseNumber(),
                view.kind(),
                view.kind().label(),
                view.institution(),
                view.channel(),
                Codes.label("channel", view.channel()),
                view.externalNumber(),
                view.state(),
                position.stage(view.caseNumber()).orElse(null),
                position.stageName(view.caseNumber()).orElse(null),
                view.outcome(),
                view.outcome() == null ? null : view.outcome().label(),
                view.round(),
                view.urges(),
                view.handlingUnit(),
                unitName(view, view.handlingUnit()),
                view.handler(),
                personName(view.handler()),
                view.assistingUnits().stream().map(unit -> unitName(view, unit)).toList(),
                ChinaTime.of(view.receivedAt()),
                ChinaTime.of(view.registeredAt()),
                ChinaTime.of(view.acceptedAt()),
                ChinaTime.of(view.closedAt()),
                view.offHours(),
                view.offHours()
                        ? office.nextOpening(view.institution(), view.receivedAt())
                                .toLocalDate()
                        : null,
                people.masked(view.subject()),
                people.masked(view.content()),
                people.masked(view.demand()),
                people.masked(view.category()),
                view.occurredOn(),
                view.amount(),
                view.paidAmount(),
                view.claimedAmount(),
                view.remedies(),
                view.peopleAffected(),
                view.facts().matter(),
                view.facts().town(),
                view.facts().inRemit(),
                view.facts().competent(),
                view.facts().competentPhone(),
                view.facts().urgent(),
                view.anonymous(),
                view.confidential(),
                view.secret(),
                view.realName(),
                all.stream().anyMatch(party -> party.role() == PartyRole.AGENT),
                view.quick(),
                view.incomplete(),
                view.duplicateOf(),
                view.factors(),
                first(all, PartyRole.COMPLAINANT, PartyRole.REPORTER, PartyRole.ENQUIRER),
                first(all, PartyRole.RESPONDENT),
                all.stream().map(CaseReader::party).toList(),
                light,
                light.label(),
                clocks.stream().anyMatch(clock -> clock.endedAt() == null && clock.provisional()),
                supervision.standings(List.of(view.caseNumber())).get(view.caseNumber()),
                clocks,
                cases.links(view.caseNumber()).stream()
                        .map(link -> new CaseDetail.LinkView(
                                link.caseNumber(),
                                link.relation(),
                                link.relation().label()))
                        .toList(),
                view.proposed(),
                view.recoveredAmount(),
                view.satisfaction(),
                view.enforcementNumber(),
                view.decision());
    }

    List<ClockDetail> clocks(String caseNumber) {
        Identities.Words people = identities.of(caseNumber);
        return deadlines.clocks(caseNumber).stream()
                .map(clock -> ClockDetail.of(clock, people::masked))
                .toList();
    }

    /** A clock and, day by day, why it is due on its day (为什么是这一天). */
    record Explanation(@JsonUnwrapped ClockDetail clock, List<CountedDay> days) {}

    @Transactional(readOnly = true)
    Explanation explanation(String caseNumber, String clock) {
        return new Explanation(
                ClockDetail.of(deadlines.clock(caseNumber, clock), identities.of(caseNumber)::masked),
                deadlines.explanation(caseNumber, clock).days());
    }

    /** The name of a person in the journal: a user's, or 系统. */
    String personName(String userId) {
        return userId == null
                ? null
                : directory.find(userId).map(Staff::name).orElse(userId.equals("system") ? "系统" : userId);
    }

    private String unitName(CaseView view, String unit) {
        return institutions.get(view.institution()).unitName(unit);
    }

    private static CaseDetail.PartyView first(List<Party> all, PartyRole... roles) {
        return all.stream()
                .filter(party -> List.of(roles).contains(party.role()))
                .findFirst()
                .map(CaseReader::party)
                .orElse(null);
    }

    static CaseDetail.PartyView party(Party party) {
        return new CaseDetail.PartyView(
                party.role().name(),
                party.role().label(),
                party.name(),
                party.phone(),
                party.idNumber(),
                party.address(),
                party.creditCode(),
                party.platform(),
                party.orderNumber(),
                party.noContactByRespondent() ? true : null,
                party.minor() ? true : null);
    }
}
