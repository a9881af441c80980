package org.jiesu.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.NewCase;
import org.jiesu.cases.Party;
import org.jiesu.cases.PartyRole;
import org.jiesu.deadlines.OfficeTime;
import org.springframework.stereotype.Component;

/** Turns a submission into what a record is opened with. */
@Component
class NewCases {

    private final OfficeTime office;

    NewCases(OfficeTime office) {
        this.office = office;
    }

    NewCase of(Submission from, CaseKind kind, String submissionId) {
        Submission.ChannelTimes times = from.channelTimes();
        return new NewCase(
                from.institution(),
                kind,
                from.channel(),
                from.externalNumber(),
                submissionId,
                from.receivedAt(),
                times == null ? null : times.dispatchedAt(),
                times == null ? null : times.replyBy(),
                from.subject(),
                from.content(),
                from.demand(),
                from.category(),
                from.occurredOn(),
                from.amount(),
                from.paidAmount(),
                from.claimedAmount(),
                town(from.respondent()),
                from.remedies(),
                from.consentToPublish(),
                from.consentToDelegate(),
                from.peopleAffected(),
                from.urgent(),
                from.complainant().anonymous(),
                from.complainant().confidential(),
                !office.isOpen(from.institution(), from.receivedAt()),
                parties(from, kind));
    }

    private static List<Party> parties(Submission from, CaseKind kind) {
        Submission.Claimant claimant = from.complainant();
        List<Party> parties = new ArrayList<>();
        parties.add(new Party(
                role(kind),
                claimant.name(),
                claimant.phone(),
                claimant.idType(),
                claimant.idNumber(),
                claimant.address(),
                null,
                null,
                from.respondent().orderNumber(),
                null,
                null,
                claimant.noContactByRespondent(),
                claimant.minor()));
        Submission.Agent agent = claimant.agent();
        if (agent != null) {
            parties.add(new Party(
                    PartyRole.AGENT,
                    agent.name(),
                    agent.phone(),
                    null,
                    agent.idNumber(),
                    null,
                    null,
                    null,
                    null,
                    agent.powers(),
                    agent.until(),
                    false,
                    false));
        }
        if (kind == CaseKind.COMPLAINT) {
            companions(claimant).forEach(parties::add);
        }
        Submission.Respondent respondent = from.respondent();
        parties.add(new Party(
                PartyRole.RESPONDENT,
                respondent.name(),
                respondent.phone(),
                null,
                null,
                respondent.address(),
                respondent.creditCode(),
                respondent.platform(),
                respondent.orderNumber(),
                null,
                null,
                false,
                false));
        return parties;
    }

    private static Stream<Party> companions(Submission.Claimant claimant) {
        return claimant.others().stream()
                .map(other -> Party.of(
                        other.represents() ? PartyRole.REPRESENTATIVE : PartyRole.CO_COMPLAINANT,
                        other.name(),
                        other.phone(),
                        null,
                        null));
    }

    private static String town(Submission.Respondent respondent) {
        return respondent.town() == null || respondent.town().isBlank() ? null : respondent.town();
    }

    private static PartyRole role(CaseKind kind) {
        return switch (kind) {
            case COMPLAINT -> PartyRole.COMPLAINANT;
            case REPORT, CLUE -> PartyRole.REPORTER;
            case CONSULTATION, GENERAL -> PartyRole.ENQUIRER;
        };
    }
}
