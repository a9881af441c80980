package org.jiesu.jurisdiction;

import java.util.Map;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Outcome;
import org.springframework.stereotype.Service;

/** Who is called after the reply: all, a sample or nobody, as the row of {@code follow-up.dmn} says. */
@Service
public class FollowUps {

    /** One in so many of the cases that are only sampled. */
    private static final int SAMPLE = 5;

    private final Cases cases;
    private final DecisionTables tables;

    FollowUps(Cases cases, DecisionTables tables) {
        this.cases = cases;
        this.tables = tables;
    }

    public boolean required(String caseNumber) {
        CaseView view = cases.view(caseNumber);
        String scope = tables.one(
                        "follow-up",
                        Map.of(
                                "institution", view.institution(),
                                "kind", view.kind().name(),
                                "outcome", Outcome.MEDIATED.name()))
                .map(row -> (String) row.get("scope"))
                .orElse("NONE");
        return switch (scope) {
            case "ALL" -> true;
            // By the number, not by chance: the same case gets the same answer whenever it is asked.
            case "SAMPLE" -> Math.floorMod(caseNumber.hashCode(), SAMPLE) == 0;
            default -> false;
        };
    }
}
