package org.jiesu.notices;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jiesu.cases.CaseDisposed;
import org.jiesu.documents.IssuedPaper;
import org.jiesu.platform.CurrentStaff;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bureau tells the parties of a case: the paper is made out, handed over for delivery, and proof is kept. */
@Service
@Transactional
public class Notices {

    /** A notice as it stands; {@code toldOn} is null until its delivery is proved. */
    public record Told(
            NoticeKind kind,
            Recipient recipient,
            Long paperId,
            LocalDateTime preparedAt,
            String way,
            LocalDate toldOn,
            String proof,
            String toldBy) {

        /** The same with what a clerk wrote as those read it who need not know the people. */
        public Told masked(UnaryOperator<String> mask) {
            return new Told(kind, recipient, paperId, preparedAt, way, toldOn, mask.apply(proof), toldBy);
        }
    }

    private final NoticeRepository repository;
    private final Papers papers;
    private final Delivery delivery;
    private final CurrentStaff staff;
    private final Clock clock;

    Notices(NoticeRepository repository, Papers papers, Delivery delivery, CurrentStaff staff, Clock clock) {
        this.repository = repository;
        this.papers = papers;
        this.delivery = delivery;
        this.staff = staff;
        this.clock = clock;
    }

    /** 告知受理（令121第十五条）. */
    public void accepted(String caseNumber) {
        send(caseNumber, NoticeKind.ACCEPTANCE, Recipient.CLAIMANT, papers.acceptance(caseNumber));
    }

    /** 告知不予受理的理由和其他救济途径（令121第十五条）. */
    public void declined(String caseNumber) {
        send(caseNumber, NoticeKind.NON_ACCEPTANCE, Recipient.CLAIMANT, papers.nonAcceptance(caseNumber));
    }

    /** 提前告知双方调解的时间、地点、调解人员（令121第二十条）; each side gets its own paper. */
    public void mediationScheduled(String caseNumber) {
        send(caseNumber, NoticeKind.MEDIATION, Recipient.CLAIMANT, papers.mediationNotice(caseNumber, true));
        send(caseNumber, NoticeKind.MEDIATION, Recipient.RESPONDENT, papers.mediationNotice(caseNumber, false));
    }

    /** 调解书各执一份（令121第二十四条）. */
    public void agreementMade(String caseNumber) {
        IssuedPaper agreement = papers.mediationAgreement(caseNumber);
        send(caseNumber, NoticeKind.AGREEMENT, Recipient.CLAIMANT, agreement);
        send(caseNumber, NoticeKind.AGREEMENT, Recipient.RESPONDENT, agreement);
    }

    /** 告知双方终止调解（令121第二十三条）; the proofs follow at the task. */
    public void terminated(String caseNumber) {
        IssuedPaper decision = papers.termination(caseNumber);
        send(caseNumber, NoticeKind.TERMINATION, Recipient.CLAIMANT, decision);
        send(caseNumber, NoticeKind.TERMINATION, Recipient.RESPONDENT, decision);
    }

    /** The approved reply, in the words of the handler. */
    public void replied(String caseNumber) {
        send(caseNumber, NoticeKind.REPLY, Recipient.CLAIMANT, null);
    }

    /** 告知实名举报人立案（令20第三十一条）. */
    public void filed(String caseNumber) {
        send(caseNumber, NoticeKind.FILING, Recipient.CLAIMANT, papers.filingNotice(caseNumber));
    }

    /** 告知举报人处理结果（令121第三十六条）. */
    public void reporterTold(String caseNumber) {
        send(caseNumber, NoticeKind.REPORT_RESULT, Recipient.CLAIMANT, papers.reportResult(caseNumber));
    }

    /** 告知举报人直接向有权机关提出（令121第三十四条）. */
    public void outOfRemit(String caseNumber) {
        send(caseNumber, NoticeKind.OUT_OF_REMIT, Recipient.CLAIMANT, papers.outOfRemit(caseNumber));
    }

    /** 书面通知已移送（食品安全法第一百一十五条）; the letter to the other authority names no reporter. */
    public void transferred(String caseNumber) {
        papers.transferLetter(caseNumber);
        send(caseNumber, NoticeKind.TRANSFER, Recipient.CLAIMANT, papers.transferNotice(caseNumber));
    }

    /** 告知延期审批结果: handler and centre read it with the case; the complainant or reporter is told of a new date. */
    public void extensionDecided(String caseNumber, boolean approved, boolean tellClaimant, IssuedPaper form) {
        NoticeKind kind = approved ? NoticeKind.EXTENSION : NoticeKind.EXTENSION_REFUSED;
        LocalDateTime now = LocalDateTime.now(clock);
        Stream.of(Recipient.HANDLER, Recipient.CENTRE).forEach(colleague -> {
            Notice notice = repository.save(new Notice(caseNumber, kind, colleague, form.id(), now));
            notice.told("SYSTEM", now.toLocalDate(), form.number(), CurrentStaff.SYSTEM);
        });
        if (tellClaimant) {
            send(caseNumber, kind, Recipient.CLAIMANT, null);
        }
    }

    /** 移交派驻纪检监察组（令121第四十四条）; the letter names no reporter, and the case is sealed from every unit. */
    public void handedToDiscipline(String caseNumber) {
        papers.disciplineLetter(caseNumber);
    }

    /** 告知重复举报不再另行处理（令121第三十五条）; of an anonymous one a note goes to the file. */
    public void repeated(String caseNumber, boolean anonymous) {
        if (anonymous) {
            papers.repeatedNote(caseNumber);
        } else {
            send(caseNumber, NoticeKind.REPEATED, Recipient.CLAIMANT, papers.repeatedNotice(caseNumber));
        }
    }

    private void send(String caseNumber, NoticeKind kind, Recipient recipient, IssuedPaper paper) {
        if (recipient == Recipient.RESPONDENT && !paper.audience().isForRespondent()) {
            throw new IllegalStateException(paper.kind() + " is not for the respondent");
        }
        Long paperId = paper == null ? null : paper.id();
        Notice notice =
                repository.saveAndFlush(new Notice(caseNumber, kind, recipient, paperId, LocalDateTime.now(clock)));
        delivery.deliver(notice.id(), recipient, paperId)
                .ifPresent(proof -> notice.told("PLATFORM", LocalDate.now(clock), proof, CurrentStaff.SYSTEM));
    }

    /** Enters way, day and proof of telling one side; null for the day means today. */
    public void told(String caseNumber, NoticeKind kind, Recipient recipient, String way, LocalDate on, String proof) {
        repository.findByCaseNumberOrderById(caseNumber).stream()
                .filter(notice -> notice.kind() == kind && notice.recipient() == recipient && notice.pending())
                .forEach(notice -> notice.told(way, on == null ? LocalDate.now(clock) : on, proof, staff.id()));
    }

    /** Before the papers, which notices point to. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(CaseDisposed disposed) {
        repository.erase(disposed.caseNumber());
    }

    /** Everything prepared for and told to the parties, oldest first. */
    @Transactional(readOnly = true)
    public List<Told> of(String caseNumber) {
        return repository.findByCaseNumberOrderById(caseNumber).stream()
                .map(Notice::view)
                .toList();
    }
}
