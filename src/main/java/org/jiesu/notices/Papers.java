package org.jiesu.notices;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiesu.cases.CaseEvent;
import org.jiesu.cases.CaseHappened;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Codes;
import org.jiesu.cases.LinkRelation;
import org.jiesu.cases.Parties;
import org.jiesu.cases.Party;
import org.jiesu.cases.PartyRole;
import org.jiesu.cases.Steps;
import org.jiesu.documents.AcceptanceDecision;
import org.jiesu.documents.Agent;
import org.jiesu.documents.Audience;
import org.jiesu.documents.Business;
import org.jiesu.documents.ComplaintRegistration;
import org.jiesu.documents.Contact;
import org.jiesu.documents.CrimeTransferLetter;
import org.jiesu.documents.Documents;
import org.jiesu.documents.FilingApproval;
import org.jiesu.documents.FilingNotice;
import org.jiesu.documents.IssuedPaper;
import org.jiesu.documents.LawVersion;
import org.jiesu.documents.LimitReport;
import org.jiesu.documents.MediationAgreement;
import org.jiesu.documents.MediationNotice;
import org.jiesu.documents.MediationRecord;
import org.jiesu.documents.MediationTerminationDecision;
import org.jiesu.documents.NonAcceptanceDecision;
import org.jiesu.documents.Opinion;
import org.jiesu.documents.OutOfRemitNotice;
import org.jiesu.documents.Person;
import org.jiesu.documents.Remedy;
import org.jiesu.documents.RepeatedReportNote;
import org.jiesu.documents.RepeatedReportNotice;
import org.jiesu.documents.ReportRegistration;
import org.jiesu.documents.ReportResultNotice;
import org.jiesu.documents.TransferLetter;
import org.jiesu.documents.TransferNotice;
import org.jiesu.organisation.Institutions;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes the papers of a case from its record, its parties and what was filled in at its steps. */
@Component
class Papers {

    private static final String HOLD = "Task_HoldMediation";
    private static final String SCHEDULE = "Task_ScheduleMediation";
    private static final String CONSENT = "Task_SeekConsent";
    private static final String ROUTE = "Task_DecideReportRoute";
    private static final String DECISION = "Task_DecideCase";
    private static final String TERMINATION = "Task_DecideTermination";
    private static final String QUICK = "Task_HandleQuick";

    private final Documents documents;
    private final Cases cases;
    private final Parties parties;
    private final Steps steps;
    private final Institutions institutions;
    private final StaffDirectory directory;
    private final Clock clock;

    Papers(
            Documents documents,
            Cases cases,
            Parties parties,
            Steps steps,
            Institutions institutions,
            StaffDirectory directory,
            Clock clock) {
        this.documents = documents;
        this.cases = cases;
        this.parties = parties;
        this.steps = steps;
        this.institutions = institutions;
        this.directory = directory;
        this.clock = clock;
    }

    /** Papers for the file alone follow what happens to the case; nobody has to be told of them. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(CaseHappened happened) {
        String caseNumber = happened.caseNumber();
        switch (happened.event()) {
            case REGISTERED, SUPPLEMENTED -> registration(caseNumber);
            case AGREED -> mediationRecord(caseNumber);
            case DECIDED -> caseTransfer(caseNumber);
            case TERMINATED -> complaintToPolice(caseNumber);
            case STATUTORY_LIMIT_EXCEEDED -> limitReport(caseNumber);
            case FILED, NOT_FILED -> filingApproval(caseNumber, happened.event() == CaseEvent.FILED);
            default -> {}
        }
    }

    private void registration(String caseNumber) {
        Source of = new Source(caseNumber);
        if (of.view.kind() == CaseKind.COMPLAINT) {
            documents.issue(
                    caseNumber,
                    new ComplaintRegistration(
                            of.view.institution(),
                            of.receivedOn(),
                            of.channel(),
                            of.view.externalNumber(),
                            of.claimant(),
                            of.agent(),
                            of.respondent(),
                            of.view.subject(),
                            of.view.occurredOn(),
                            of.view.content(),
                            List.of(),
                            of.view.paidAmount() == null ? of.view.amount() : of.view.paidAmount(),
                            of.view.claimedAmount(),
                            of.view.remedies().stream().map(Remedy::valueOf).toList(),
                            of.view.demand(),
                            of.view.consentToPublish(),
                            of.view.consentToDelegate(),
                            null));
        } else if (of.view.kind() == CaseKind.REPORT) {
            documents.issue(
                    caseNumber,
                    new ReportRegistration(
                            of.view.institution(),
                            of.receivedOn(),
                            of.channel(),
                            of.view.externalNumber(),
                            of.view.anonymous(),
                            of.view.confidential(),
                            of.claimant(),
                            of.respondent(),
                            of.view.subject(),
                            of.view.occurredOn(),
                            of.view.content(),
                            List.of(),
                            null));
        }
    }

    IssuedPaper acceptance(String caseNumber) {
        Source of = new Source(caseNumber);
        return documents.issue(
                caseNumber,
                new AcceptanceDecision(
                        of.view.institution(),
                        of.law(),
                        of.claimantName(),
                        of.respondentName(),
                        of.view.subject(),
                        of.receivedOn(),
                        of.contact()));
    }

    IssuedPaper nonAcceptance(String caseNumber) {
        Source of = new Source(caseNumber);
        return documents.issue(
                caseNumber,
                new NonAcceptanceDecision(
                        of.view.institution(),
                        of.law(),
                        of.claimantName(),
                        of.respondentName(),
                        of.view.subject(),
                        of.receivedOn(),
                        item(of.view.declineGround()),
                        of.said("Task_DecideAcceptance", "reason"),
                        of.view.facts().competent(),
                        of.view.facts().competentPhone(),
                        of.contact()));
    }

    IssuedPaper mediationNotice(String caseNumber, boolean toComplainant) {
        Source of = new Source(caseNumber);
        return documents.issue(
                caseNumber,
                new MediationNotice(
                        of.view.institution(),
                        of.law(),
                        toComplainant ? Audience.COMPLAINANT : Audience.RESPONDENT,
                        of.claimantName(),
                        of.respondentName(),
                        of.view.subject(),
                        of.appointedOn(),
                        of.appointment("appointedTime"),
                        of.appointment("mediationMode"),
                        of.appointment("place"),
                        of.mediators(),
                        of.contact()));
    }

    IssuedPaper mediationAgreement(String caseNumber) {
        Source of = new Source(caseNumber);
        return documents.issue(
                caseNumber,
                new MediationAgreement(
                        of.view.institution(),
                        of.law(),
                        of.claimantName(),
                        of.agent() == null ? null : of.agent().name(),
                        of.respondentName(),
                        of.respondent().creditCode(),
                        null,
                        of.view.subject(),
                        of.view.demand(),
                        of.view.content(),
                        of.view.acceptedAt().toLocalDate(),
                        of.heldOn(),
                        of.appointment("place"),
                        of.mediators(),
                        of.terms(),
                        of.performance(HOLD),
                        of.unitName()));
    }

    private void mediationRecord(String caseNumber) {
        Source of = new Source(caseNumber);
        String step = of.said(HOLD, "mediationOutcome") == null ? QUICK : HOLD;
        documents.issue(
                caseNumber,
                new MediationRecord(
                        of.view.institution(),
                        of.law(),
                        of.heldOn() == null ? null : of.heldOn().atTime(LocalTime.NOON),
                        of.appointment("place"),
                        of.appointment("mediationMode"),
                        of.mediators(),
                        of.contact().name(),
                        of.claimantName(),
                        null,
                        of.respondentName(),
                        null,
                        of.view.subject(),
                        of.view.demand(),
                        step.equals(HOLD) ? of.said(HOLD, "proceedings") : of.said(QUICK, "findings"),
                        Codes.label("mediationOutcome", "AGREED"),
                        step.equals(HOLD) ? of.terms() : null,
                        of.view.recoveredAmount(),
                        of.performance(step),
                        of.said("Task_IssueAgreement", "noAgreementReason")));
    }

    IssuedPaper termination(String caseNumber) {
        Source of = new Source(caseNumber);
        List<String> attempts = Stream.of(of.said(CONSENT, "attemptLog"))
                .filter(log -> log != null)
                .toList();
        return documents.issue(
                caseNumber,
                new MediationTerminationDecision(
                        of.view.institution(),
                        of.law(),
                        of.claimantName(),
                        of.respondentName(),
                        of.view.subject(),
                        of.receivedOn(),
                        of.view.acceptedAt() == null
                                ? null
                                : of.view.acceptedAt().toLocalDate(),
                        item(of.view.terminationGround()),
                        of.said(TERMINATION, "reason"),
                        attempts,
                        of.contact()));
    }

    private void filingApproval(String caseNumber, boolean filed) {
        Source of = new Source(caseNumber);
        Opinion proposal = of.opinion("Task_ProposeFiling", "grounds");
        Opinion approval = of.opinion("Task_ApproveFiling", "opinion");
        documents.issue(
                caseNumber,
                new FilingApproval(
                        of.view.institution(),
                        of.view.kind() == CaseKind.CLUE ? "投诉调解中发现" : "举报",
                        of.receivedOn(),
                        of.respondent(),
                        of.view.subject(),
                        of.said("Task_Verify", "findings"),
                        of.said("Task_Verify", "evidence"),
                        of.officers(),
                        filed,
                        filed
                                ? of.said("Task_ProposeFiling", "grounds")
                                : of.said("Task_ApproveFiling", "nonFilingGround"),
                        proposal,
                        null,
                        approval));
    }

    IssuedPaper filingNotice(String caseNumber) {
        Source of = new Source(caseNumber);
        return documents.issue(
                caseNumber,
                new FilingNotice(
                        of.view.institution(),
                        of.claimantName(),
                        of.respondentName(),
                        of.view.subject(),
                        of.receivedOn(),
                        of.doneOn("Task_ApproveFiling"),
                        of.contact()));
    }

    IssuedPaper reportResult(String caseNumber) {
        Source of = new Source(caseNumber);
        return documents.issue(
                caseNumber,
                new ReportResultNotice(
                        of.view.institution(),
                        of.law(),
                        of.claimantName(),
                        of.respondentName(),
                        of.view.subject(),
                        of.receivedOn(),
                        of.said("Task_FeedBackReporter", "basis"),
                        of.said("Task_FeedBackReporter", "feedbackText"),
                        of.contact()));
    }

    IssuedPaper outOfRemit(String caseNumber) {
        Source of = new Source(caseNumber);
        return documents.issue(
                caseNumber,
                new OutOfRemitNotice(
                        of.view.institution(),
                        of.law(),
                        of.claimantName(),
                        of.respondentName(),
                        of.view.subject(),
                        of.receivedOn(),
                        of.competent().contains("市场监督管理"),
                        of.competent(),
                        of.view.facts().competentPhone(),
                        of.contact()));
    }

    void transferLetter(String caseNumber) {
        Source of = new Source(caseNumber);
        documents.issue(
                caseNumber,
                new TransferLetter(
                        of.view.institution(),
                        of.competent(),
                        of.receivedOn(),
                        of.respondent(),
                        of.view.subject(),
                        of.view.content(),
                        TransferLetter.OUT_OF_REMIT,
                        TransferLetter.FOOD_SAFETY,
                        List.of(),
                        of.contact()));
    }

    /** A report about the bureau's own staff goes to those who supervise them (令121第四十四条). */
    void disciplineLetter(String caseNumber) {
        Source of = new Source(caseNumber);
        documents.issue(
                caseNumber,
                new TransferLetter(
                        of.view.institution(),
                        "派驻纪检监察组",
                        of.receivedOn(),
                        of.respondent(),
                        of.view.subject(),
                        of.view.content(),
                        TransferLetter.STAFF,
                        of.law().discipline(),
                        List.of(),
                        of.contact()));
    }

    IssuedPaper repeatedNotice(String caseNumber) {
        Source of = new Source(caseNumber);
        return documents.issue(
                caseNumber,
                new RepeatedReportNotice(
                        of.view.institution(),
                        of.claimantName(),
                        of.respondentName(),
                        of.view.subject(),
                        of.receivedOn(),
                        of.mergedInto(),
                        of.yes(ROUTE, "newFacts"),
                        of.contact()));
    }

    void repeatedNote(String caseNumber) {
        Source of = new Source(caseNumber);
        documents.issue(
                caseNumber,
                new RepeatedReportNote(
                        of.view.institution(),
                        of.respondentName(),
                        of.view.subject(),
                        of.receivedOn(),
                        of.mergedInto(),
                        of.yes(ROUTE, "newFacts")));
    }

    /** The letter that goes with a case handed over; one that was decided in another system has its letter there. */
    private void caseTransfer(String caseNumber) {
        Source of = new Source(caseNumber);
        if ("TRANSFER_TO_AGENCY".equals(of.view.decision())) {
            of.last(DECISION)
                    .ifPresent(step -> documents.issue(
                            caseNumber,
                            new TransferLetter(
                                    of.view.institution(),
                                    of.said(DECISION, "transferredTo"),
                                    of.receivedOn(),
                                    of.respondent(),
                                    of.view.subject(),
                                    of.said("Task_InvestigateCase", "facts"),
                                    TransferLetter.OTHER_AGENCY,
                                    null,
                                    List.of(),
                                    of.contact())));
        } else if ("TRANSFER_TO_POLICE".equals(of.view.decision())) {
            of.last(DECISION)
                    .ifPresent(step -> documents.issue(
                            caseNumber,
                            new CrimeTransferLetter(
                                    of.view.institution(),
                                    of.said(DECISION, "transferredTo"),
                                    of.view.kind() == CaseKind.CLUE ? "违法线索" : "举报",
                                    of.respondentName(),
                                    of.view.subject(),
                                    of.said("Task_InvestigateCase", "facts"),
                                    step.at().toLocalDate(),
                                    of.contact())));
        }
    }

    /** Signs of a crime that a complaint shows; who complained is told to the police by hand (令121第四十二条). */
    private void complaintToPolice(String caseNumber) {
        Source of = new Source(caseNumber);
        if (of.yes(TERMINATION, "toPolice")) {
            documents.issue(
                    caseNumber,
                    new CrimeTransferLetter(
                            of.view.institution(),
                            null,
                            "投诉",
                            "身份信息由本局另行提供",
                            of.view.subject(),
                            of.said(TERMINATION, "reason"),
                            of.doneOn(TERMINATION),
                            of.contact()));
        }
    }

    private void limitReport(String caseNumber) {
        Source of = new Source(caseNumber);
        documents.issue(
                caseNumber,
                new LimitReport(
                        of.view.institution(),
                        of.respondentName(),
                        of.view.subject(),
                        of.receivedOn(),
                        of.view.acceptedAt().toLocalDate(),
                        of.opinion("Task_ReviewStatutoryLimit", "reason"),
                        of.unitName()));
    }

    IssuedPaper transferNotice(String caseNumber) {
        Source of = new Source(caseNumber);
        return documents.issue(
                caseNumber,
                new TransferNotice(
                        of.view.institution(),
                        of.claimantName(),
                        of.respondentName(),
                        of.view.subject(),
                        of.receivedOn(),
                        LocalDate.now(clock),
                        of.competent(),
                        of.view.facts().competentPhone(),
                        TransferLetter.FOOD_SAFETY,
                        of.contact()));
    }

    /** The item within the article that a ground's code names: ART16_3 is item 3. */
    private static int item(String ground) {
        return Integer.parseInt(ground.substring(ground.indexOf('_') + 1));
    }

    /** What the papers of one case are written from. */
    private final class Source {

        private final CaseView view;
        private final List<Party> all;
        private final List<Steps.Step> done;

        Source(String caseNumber) {
            view = cases.view(caseNumber);
            all = parties.of(caseNumber);
            done = steps.of(caseNumber);
        }

        LawVersion law() {
            return LawVersion.inForceOn(receivedOn());
        }

        LocalDate receivedOn() {
            return view.receivedAt().toLocalDate();
        }

        String channel() {
            return Codes.label("channel", view.channel());
        }

        Person claimant() {
            return claimantParty()
                    .map(p -> new Person(p.name(), p.phone(), p.idType(), p.idNumber(), p.address()))
                    .orElse(null);
        }

        String claimantName() {
            return claimantParty().map(Party::name).orElse(null);
        }

        private Optional<Party> claimantParty() {
            return all.stream().filter(party -> party.role().isClaimant()).findFirst();
        }

        Agent agent() {
            return party(PartyRole.AGENT)
                    .map(p -> new Agent(p.name(), p.phone(), p.idNumber(), p.powers(), p.powersUntil()))
                    .orElse(null);
        }

        Business respondent() {
            return party(PartyRole.RESPONDENT)
                    .map(p -> new Business(p.name(), p.creditCode(), null, p.phone(), p.address()))
                    .orElse(new Business(null, null, null, null, null));
        }

        String respondentName() {
            return respondent().name();
        }

        private Optional<Party> party(PartyRole role) {
            return all.stream().filter(party -> party.role() == role).findFirst();
        }

        String unitName() {
            return institutions.get(view.institution()).unitName(view.handlingUnit());
        }

        String competent() {
            return Optional.ofNullable(view.facts().competent()).orElse("有权处理的部门");
        }

        Contact contact() {
            String unit = view.handlingUnit() == null ? "消费者投诉中心" : unitName();
            String handler = Optional.ofNullable(view.handler())
                    .flatMap(directory::find)
                    .map(Staff::name)
                    .orElse(null);
            return new Contact(unit, handler, said("Task_ReplyComplainant", "contactPhone"));
        }

        String said(String task, String key) {
            return last(task).flatMap(step -> step.shown(key)).orElse(null);
        }

        boolean yes(String task, String key) {
            return last(task)
                    .flatMap(step -> step.value(key))
                    .filter(Boolean.TRUE::equals)
                    .isPresent();
        }

        String mergedInto() {
            return cases.links(view.caseNumber()).stream()
                    .filter(link -> link.relation() == LinkRelation.MERGED_INTO)
                    .map(Cases.Link::caseNumber)
                    .findFirst()
                    .orElse(null);
        }

        LocalDate doneOn(String task) {
            return last(task).map(step -> step.at().toLocalDate()).orElse(null);
        }

        private Optional<Steps.Step> last(String task) {
            return done.stream().filter(step -> step.task().equals(task)).reduce((earlier, later) -> later);
        }

        /** An appointment is made at its own task, or at once when consent is given. */
        String appointment(String key) {
            return Optional.ofNullable(said(SCHEDULE, key)).orElseGet(() -> said(CONSENT, key));
        }

        LocalDate appointedOn() {
            return Optional.ofNullable(appointment("appointedOn"))
                    .map(LocalDate::parse)
                    .orElse(null);
        }

        List<String> mediators() {
            String names = appointment("mediators");
            return names == null ? List.of() : Arrays.asList(names.split("[、，,;；\\s]+"));
        }

        LocalDate heldOn() {
            return Optional.ofNullable(said(HOLD, "heldOn"))
                    .or(() -> Optional.ofNullable(said(QUICK, "contactedOn")))
                    .map(LocalDate::parse)
                    .orElse(view.agreedAt() == null ? null : view.agreedAt().toLocalDate());
        }

        /** What was agreed; the form says that the proceedings stand for terms that are left blank. */
        String terms() {
            return Optional.ofNullable(said(HOLD, "terms")).orElseGet(() -> said(HOLD, "proceedings"));
        }

        String performance(String step) {
            String way = Optional.ofNullable(said(step, "performanceWay"))
                    .orElseGet(() -> Codes.label("performanceWay", "IMMEDIATE"));
            String by = said(step, "performBy");
            return by == null ? way : way + "，" + by + "前履行";
        }

        List<String> officers() {
            return Stream.of("officer1", "officer2")
                    .filter(officer -> said("Task_Verify", officer) != null)
                    .map(officer -> said("Task_Verify", officer) + "（"
                            + Optional.ofNullable(said("Task_Verify", officer + "No"))
                                    .orElse("未提供") + "）")
                    .toList();
        }

        Opinion opinion(String task, String key) {
            return last(task)
                    .map(step -> new Opinion(
                            step.shown(key).orElse(null),
                            directory.find(step.actor()).map(Staff::name).orElse(step.actor()),
                            step.at().toLocalDate()))
                    .orElse(null);
        }
    }
}
