package org.jiesu.jurisdiction;

import java.util.Map;
import org.jiesu.cases.CaseClosed;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Journal;
import org.jiesu.cases.Parties;
import org.jiesu.cases.Party;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a complaint ends, the table says whether its information may be published (令121第三十八条). */
@Component
class Publications {

    private final Cases cases;
    private final Parties parties;
    private final Journal journal;
    private final DecisionTables tables;

    Publications(Cases cases, Parties parties, Journal journal, DecisionTables tables) {
        this.cases = cases;
        this.parties = parties;
        this.journal = journal;
        this.tables = tables;
    }

    @EventListener
    void on(CaseClosed closed) {
        CaseView view = cases.view(closed.caseNumber());
        if (view.kind() != CaseKind.COMPLAINT) {
            return;
        }
        boolean minor = parties.claimant(view.caseNumber()).map(Party::minor).orElse(false);
        tables.one(
                        "publication",
                        Map.of(
                                "kind", view.kind().name(),
                                "outcome", closed.outcome().name(),
                                "consentToPublish", view.consentToPublish(),
                                "minor", minor,
                                "secret", view.secret(),
                                "malicious", false))
                .ifPresent(row -> journal.write(
                        view.caseNumber(),
                        "公示审查",
                        Boolean.TRUE.equals(row.get("eligible")) ? "符合公示条件" : "不公示：" + row.get("reason")));
    }
}
