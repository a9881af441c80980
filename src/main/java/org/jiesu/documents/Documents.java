package org.jiesu.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jiesu.cases.CaseDisposed;
import org.jiesu.cases.Identities;
import org.jiesu.cases.Serials;
import org.jiesu.organisation.Institution;
import org.jiesu.organisation.Institutions;
import org.jiesu.shared.NotFound;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes out the papers of a case and keeps every version of them. */
@Service
public class Documents {

    private final StoredPapers papers;
    private final Serials serials;
    private final PaperRenderer renderer;
    private final PaperStore store;
    private final Institutions institutions;
    private final Identities identities;
    private final Clock clock;

    Documents(
            StoredPapers papers,
            Serials serials,
            PaperRenderer renderer,
            PaperStore store,
            Institutions institutions,
            Identities identities,
            Clock clock) {
        this.papers = papers;
        this.serials = serials;
        this.renderer = renderer;
        this.store = store;
        this.institutions = institutions;
        this.identities = identities;
        this.clock = clock;
    }

    /** Issues a paper; the same kind for the same case, audience and matter keeps its number and becomes the next version. */
    @Transactional
    public IssuedPaper issue(String caseNumber, Paper paper) {
        var issuer = institutions.get(paper.institution());
        var today = LocalDate.now(clock);
        var issued = papers.findFirstByCaseNumberAndKindAndAudienceAndAboutOrderByVersionDesc(
                        caseNumber, paper.kind(), paper.audience(), paper.about())
                .map(earlier -> earlier.next(today))
                .orElseGet(() -> first(caseNumber, paper, issuer, today));
        var view = papers.save(issued).view();
        store.put(
                view.id(),
                renderer.render(
                        paper, caseNumber, issuer.name(), view.number(), today, cover(caseNumber, paper.audience())));
        return view;
    }

    /** What is covered in whatever a paper says, whoever wrote it. */
    private UnaryOperator<String> cover(String caseNumber, Audience audience) {
        if (!audience.leaves()) {
            return UnaryOperator.identity();
        }
        return audience.isForRespondent()
                ? identities.keptFromRespondent(caseNumber)::covered
                : identities.of(caseNumber)::covered;
    }

    /** Every version of every paper of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<IssuedPaper> of(String caseNumber) {
        return papers.findByCaseNumberOrderById(caseNumber).stream()
                .map(StoredPaper::view)
                .toList();
    }

    /** The file of one paper of this case. */
    @Transactional(readOnly = true)
    public PaperFile open(String caseNumber, long id) {
        var paper = papers.findByIdAndCaseNumber(id, caseNumber)
                .orElseThrow(() -> new NotFound("没有这份文书"))
                .view();
        return new PaperFile(paper, store.get(id));
    }

    /** Deletes the papers of a case, or of an inspection, in every version. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String caseNumber) {
        store.erase(of(caseNumber).stream().map(IssuedPaper::id).toList());
        papers.erase(caseNumber);
    }

    @EventListener
    void on(CaseDisposed disposed) {
        erase(disposed.caseNumber());
    }

    private StoredPaper first(String caseNumber, Paper paper, Institution issuer, LocalDate today) {
        var serial = serials.next(issuer.casePrefix() + "-" + paper.kind().name() + "-" + today.getYear());
        var number = paper.kind().number(issuer.shortName(), today.getYear(), serial);
        return new StoredPaper(caseNumber, paper.kind(), paper.audience(), paper.about(), number, 1, today);
    }
}
