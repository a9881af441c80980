package org.jiesu.workflow.dmn;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import org.jiesu.cases.CaseView;
import org.jiesu.jurisdiction.DecisionTables;
import org.springframework.stereotype.Component;

/** What the reporter has to be told, as rows of {@code reporter-notice.dmn} (令121第三十六条). */
@Component
public class ReporterNoticeRules {

    private final DecisionTables tables;

    ReporterNoticeRules(DecisionTables tables) {
        this.tables = tables;
    }

    /** An anonymous reporter is told too: the result is read with the receipt code. */
    public boolean mustTellResult(CaseView view) {
        return mustTell("RESULT", view);
    }

    /** Whether filing itself has to be told, before there is a result (令20第三十一条). */
    public boolean mustTellFiling(CaseView view) {
        return mustTell("FILING", view);
    }

    private boolean mustTell(String notice, CaseView view) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("kind", view.kind().name());
        facts.put("matter", view.facts().matter());
        facts.put("realName", view.realName());
        facts.put(
                "receivedOn", Timestamp.valueOf(view.receivedAt().toLocalDate().atStartOfDay()));
        return tables.ask("reporter-notice", facts).stream().anyMatch(row -> notice.equals(row.get("notice")));
    }
}
