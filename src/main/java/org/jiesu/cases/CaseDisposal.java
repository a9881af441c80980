package org.jiesu.cases;

import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes whole cases out of the record for good; whether their time is over is decided elsewhere (FC 六.1). */
@Service
@Transactional
public class CaseDisposal {

    private final CaseRecordRepository records;
    private final CaseLinkRepository links;
    private final PartyRepository parties;
    private final JournalRepository journal;
    private final StepRepository steps;
    private final ExclusionRepository exclusions;
    private final DisclosureRepository disclosures;
    private final ApplicationEventPublisher events;

    CaseDisposal(
            CaseRecordRepository records,
            CaseLinkRepository links,
            PartyRepository parties,
            JournalRepository journal,
            StepRepository steps,
            ExclusionRepository exclusions,
            DisclosureRepository disclosures,
            ApplicationEventPublisher events) {
        this.records = records;
        this.links = links;
        this.parties = parties;
        this.journal = journal;
        this.steps = steps;
        this.exclusions = exclusions;
        this.disclosures = disclosures;
        this.events = events;
    }

    /** Numbers of cases of one kind that ended before this moment, in order, those after this number. */
    @Transactional(readOnly = true)
    public List<String> closedBefore(
            String institution, CaseKind kind, LocalDateTime before, String after, int atMost) {
        return records.closedBefore(institution, kind, before, after, Limit.of(atMost));
    }

    /**
     * A case and all that are linked with it or came in one submission with it, over any number of steps: they speak of
     * each other and go together.
     */
    @Transactional(readOnly = true)
    public Set<String> group(String caseNumber) {
        Set<String> group = new TreeSet<>(Set.of(caseNumber));
        Deque<String> toFollow = new ArrayDeque<>(group);
        while (!toFollow.isEmpty()) {
            next(toFollow.pop()).filter(group::add).forEach(toFollow::push);
        }
        return group;
    }

    private Stream<String> next(String caseNumber) {
        Stream<String> linked = links.findByCaseNumberOrderById(caseNumber).stream()
                .map(link -> link.link().caseNumber());
        return Stream.concat(linked, records.ofSameSubmission(caseNumber).stream());
    }

    /** The cases as they are now; nobody changes them until the transaction ends. One that is gone is left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CaseView> lock(Collection<String> caseNumbers) {
        return records.findByCaseNumberInOrderByCaseNumber(caseNumbers).stream()
                .map(CaseRecord::view)
                .toList();
    }

    /** Deletes everything that anybody keeps of these cases; together they are a {@link #group}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Collection<String> caseNumbers) {
        caseNumbers.forEach(number -> events.publishEvent(new CaseDisposed(number)));
        caseNumbers.forEach(number -> {
            links.erase(number);
            parties.erase(number);
            journal.erase(number);
            steps.erase(number);
            exclusions.erase(number);
            disclosures.erase(number);
        });
        caseNumbers.forEach(number -> {
            records.forgetAsEarlier(number);
            records.erase(number);
        });
    }
}
