package org.jiesu.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiesu.cases.CaseDisposed;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Complaints;
import org.jiesu.cases.Journal;
import org.jiesu.cases.LinkRelation;
import org.jiesu.cases.Outcome;
import org.jiesu.cases.Reports;
import org.jiesu.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The one door through which complaints and reports come in, whatever the channel. */
@Service
public class Intake {

    /** What was registered, or had been already. {@code supplementId} is null unless another message was kept. */
    public record Registered(
            String submissionId,
            String receiptCode,
            List<RegisteredCase> cases,
            String supplementId,
            String autoReply,
            boolean created) {}

    public record RegisteredCase(String caseNumber, CaseKind kind) {}

    private static final int DOORS = 64;

    /** Equal numbers meet at the same door: one goes in when the transaction of the one before has ended. */
    private final Object[] doors = Stream.generate(Object::new).limit(DOORS).toArray();

    private final SubmissionReader reader;
    private final SubmissionRepository submissions;
    private final SupplementRepository supplements;
    private final NewCases newCases;
    private final ClassificationRules classification;
    private final Receipts receipts;
    private final AutoReply autoReply;
    private final Cases cases;
    private final Complaints complaints;
    private final Reports reports;
    private final Journal journal;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final ObjectMapper canonical;
    private final Clock clock;

    Intake(
            SubmissionReader reader,
            SubmissionRepository submissions,
            SupplementRepository supplements,
            NewCases newCases,
            ClassificationRules classification,
            Receipts receipts,
            AutoReply autoReply,
            Cases cases,
            Complaints complaints,
            Reports reports,
            Journal journal,
            Vault vault,
            PlatformTransactionManager transactions,
            ObjectMapper json,
            Clock clock) {
        this.reader = reader;
        this.submissions = submissions;
        this.supplements = supplements;
        this.newCases = newCases;
        this.classification = classification;
        this.receipts = receipts;
        this.autoReply = autoReply;
        this.cases = cases;
        this.complaints = complaints;
        this.reports = reports;
        this.journal = journal;
        this.vault = vault;
        this.transaction = new TransactionTemplate(transactions);
        this.canonical = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        this.clock = clock;
    }

    /**
     * Registers a submission. The same channel and number again answers the same and makes nothing new, also when
     * several arrive at once: they come in one by one.
     */
    public Registered register(JsonNode body) {
        Submission submission = reader.read(body);
        if (submission.externalNumber() == null) {
            return transaction.execute(s -> registerOnce(submission, body));
        }
        Object door = doors[
                Math.floorMod(
                        Objects.hash(submission.institution(), submission.channel(), submission.externalNumber()),
                        DOORS)];
        synchronized (door) {
            return registerNumbered(submission, body);
        }
    }

    /** Another server may be at the same number: the loser fails there, and then reads what the winner made. */
    private Registered registerNumbered(Submission submission, JsonNode body) {
        try {
            return transaction.execute(s -> registerOnce(submission, body));
        } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
            return transaction.execute(s -> registerOnce(submission, body));
        }
    }

    private Registered registerOnce(Submission submission, JsonNode body) {
        return known(submission)
                .map(before -> again(before, submission, body))
                .orElseGet(() -> first(submission, body));
    }

    private Optional<SubmissionRecord> known(Submission submission) {
        return submission.externalNumber() == null
                ? Optional.empty()
                : submissions.findByInstitutionAndChannelAndExternalNumber(
                        submission.institution(), submission.channel(), submission.externalNumber());
    }

    private Registered first(Submission submission, JsonNode body) {
        String id = UUID.randomUUID().toString();
        SubmissionRecord kept = submissions.saveAndFlush(new SubmissionRecord(
                id, submission, body.toString(), contentHash(body), Receipts.hash(receipts.code(id))));
        List<String> numbers = kinds(submission).stream()
                .map(kind -> cases.open(newCases.of(submission, kind, id)))
                .toList();
        if (numbers.size() > 1) {
            cases.link(
                    numbers.get(0),
                    LinkRelation.SPLIT_FROM_SAME_SUBMISSION,
                    numbers.get(1),
                    LinkRelation.SPLIT_FROM_SAME_SUBMISSION);
        }
        return answer(kept, null, true);
    }

    private List<CaseKind> kinds(Submission submission) {
        return switch (classification.classify(submission)) {
            case COMPLAINT -> List.of(CaseKind.COMPLAINT);
            case REPORT -> List.of(CaseKind.REPORT);
            case MIXED -> List.of(CaseKind.COMPLAINT, CaseKind.REPORT);
            case CONSULTATION -> List.of(CaseKind.CONSULTATION);
            case GENERAL -> List.of(CaseKind.GENERAL);
        };
    }

    /** A message under a known number: nothing new if it says nothing new, else kept and acted upon. */
    private Registered again(SubmissionRecord before, Submission submission, JsonNode body) {
        String id = before.getId();
        String hash = contentHash(body);
        if (submission.event() == null && hash.equals(before.contentHash())) {
            return answer(before, null, false);
        }
        Optional<SupplementRecord> kept =
                supplements.findBySubmissionIdAndContentHashIn(id, vault.traces("supplement.fingerprint", hash));
        if (kept.isPresent()) {
            return answer(before, kept.get().getId(), false);
        }
        SubmissionEvent event = submission.event() == null ? SubmissionEvent.SUPPLEMENT : submission.event();
        SupplementRecord supplement = supplements.saveAndFlush(new SupplementRecord(
                UUID.randomUUID().toString(), id, event, LocalDateTime.now(clock), body.toString(), hash));
        cases.ofSubmission(id).forEach(view -> act(view, event, submission));
        return answer(before, supplement.getId(), false);
    }

    private void act(CaseView view, SubmissionEvent event, Submission submission) {
        String number = view.caseNumber();
        journal.write(number, event.label(), "来源渠道又来一件，原文已留存");
        if (sentAgain(view, submission) || (event == SubmissionEvent.REDO && !view.open())) {
            Submission.ChannelTimes times = submission.channelTimes();
            boolean timed = times != null && times.dispatchedAt() != null;
            cases.reopen(
                    number,
                    timed ? times.dispatchedAt() : LocalDateTime.now(clock),
                    times == null ? null : times.replyBy());
        } else if (event == SubmissionEvent.URGE) {
            cases.urge(number);
        } else if (event == SubmissionEvent.CANCEL && view.open()) {
            if (view.kind() == CaseKind.COMPLAINT) {
                complaints.giveUp(number, false);
            } else {
                reports.withdrawalRecorded(number);
            }
        }
    }

    /** An order that was returned to the channel and comes again with a later dispatch. */
    private boolean sentAgain(CaseView view, Submission submission) {
        Submission.ChannelTimes times = submission.channelTimes();
        return view.outcome() == Outcome.RETURNED_TO_CHANNEL
                && times != null
                && times.dispatchedAt() != null
                && times.dispatchedAt().isAfter(view.closedAt());
    }

    /** A repeat is answered as the first time. */
    private Registered answer(SubmissionRecord of, String supplementId, boolean created) {
        String id = of.getId();
        List<RegisteredCase> registered = cases.ofSubmission(id).stream()
                .map(view -> new RegisteredCase(view.caseNumber(), view.kind()))
                .toList();
        String reply = autoReply.to(of.institution(), of.receivedAt());
        return new Registered(id, receipts.code(id), registered, supplementId, reply, created);
    }

    /** What a further message said, for whoever handles the case. */
    public record Supplement(LocalDateTime at, String event, String subject, String content, String demand) {}

    /** The messages that came after the first under the same number, oldest first. */
    public List<Supplement> supplements(String caseNumber) {
        String submissionId = cases.submissionOf(caseNumber);
        return submissionId == null
                ? List.of()
                : supplements.findBySubmissionIdOrderByReceivedAt(submissionId).stream()
                        .map(this::read)
                        .toList();
    }

    private Supplement read(SupplementRecord kept) {
        try {
            JsonNode body = canonical.readTree(kept.payload());
            return new Supplement(
                    kept.receivedAt(),
                    kept.event().label(),
                    body.path("subject").asText(),
                    body.path("content").asText(),
                    body.path("demand").asText(null));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored message is not JSON", e);
        }
    }

    /** What came in word for word, oldest first: the submission and every further message; empty for a clue record. */
    public List<Original> originals(String caseNumber) {
        String submissionId = cases.submissionOf(caseNumber);
        return submissionId == null
                ? List.of()
                : Stream.concat(
                                submissions.findById(submissionId).stream().map(SubmissionRecord::original),
                                supplements.findBySubmissionIdOrderByReceivedAt(submissionId).stream()
                                        .map(SupplementRecord::original))
                        .toList();
    }

    /** A message as it came; {@code event} is null for the first one. */
    public record Original(LocalDateTime receivedAt, SubmissionEvent event, String payload) {}

    /** All cases of a submission are destroyed together. */
    @EventListener
    void on(CaseDisposed disposed) {
        String submissionId = cases.submissionOf(disposed.caseNumber());
        if (submissionId != null) {
            supplements.erase(submissionId);
            submissions.erase(submissionId);
        }
    }

    /** Cases of the submission that this receipt code belongs to; empty for a wrong code. */
    public List<CaseView> casesOfReceipt(String code) {
        return submissions
                .findByReceiptHash(Receipts.hash(code))
                .map(found -> cases.ofSubmission(found.getId()))
                .orElse(List.of());
    }

    /** The same content whatever the order of its fields. */
    private String contentHash(JsonNode body) {
        try {
            return Receipts.hash(canonical.writeValueAsString(canonical.treeToValue(body, Object.class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON can be written as JSON", e);
        }
    }
}
