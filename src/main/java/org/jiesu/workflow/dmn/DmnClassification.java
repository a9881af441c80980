package org.jiesu.workflow.dmn;

import java.util.HashMap;
import java.util.Map;
import org.jiesu.intake.ClassificationRules;
import org.jiesu.intake.Submission;
import org.jiesu.intake.SubmissionKind;
import org.jiesu.jurisdiction.DecisionTables;
import org.springframework.stereotype.Component;

/** The kind of a submission: what the channel says, else {@code classification.dmn}. */
@Component
class DmnClassification implements ClassificationRules {

    private final DecisionTables tables;

    DmnClassification(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public SubmissionKind classify(Submission submission) {
        if (submission.kind() != null) {
            return submission.kind();
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put("channelType", submission.channelType());
        facts.put("text", submission.subject() + "。" + submission.content());
        facts.put(
                "demandGiven",
                submission.demand() != null && !submission.demand().isBlank());
        return tables.one("classification", facts)
                .map(row -> SubmissionKind.valueOf((String) row.get("kind")))
                .orElseThrow(() -> new IllegalStateException("classification.dmn has no catch-all row"));
    }
}
