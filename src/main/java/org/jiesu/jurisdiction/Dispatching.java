package org.jiesu.jurisdiction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.springframework.stereotype.Service;

/** Which unit handles a case, by duty and territory (FC 四.1). */
@Service
public class Dispatching {

    /** @param unit null where matter and town leave it open: then a person says */
    public record Proposal(String unit, boolean automatic) {}

    private final Cases cases;
    private final DecisionTables tables;

    Dispatching(Cases cases, DecisionTables tables) {
        this.cases = cases;
        this.tables = tables;
    }

    /** Proposes the unit, and dispatches at once where the row says that nobody need confirm. */
    public Proposal propose(String caseNumber) {
        CaseView view = cases.view(caseNumber);
        Map<String, Object> facts = new HashMap<>();
        facts.put("institution", view.institution());
        facts.put("kind", view.kind().name());
        facts.put("matter", view.facts().matter());
        facts.put("town", view.facts().town());
        facts.put("urgent", view.facts().urgent());
        Proposal proposal = tables.one("dispatch", facts)
                .map(row -> new Proposal((String) row.get("handlingUnit"), Boolean.TRUE.equals(row.get("automatic"))))
                .orElse(new Proposal(null, false));
        if (proposal.unit() != null && proposal.automatic()) {
            cases.dispatch(caseNumber, proposal.unit(), assisting(view), List.of());
        }
        return proposal;
    }

    @SuppressWarnings("unchecked")
    private static List<String> assisting(CaseView view) {
        return (List<String>) view.proposed().getOrDefault("assistingUnits", List.of());
    }
}
