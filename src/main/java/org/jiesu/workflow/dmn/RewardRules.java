package org.jiesu.workflow.dmn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.jiesu.jurisdiction.DecisionTables;
import org.springframework.stereotype.Component;

/** What a reporter may be rewarded with: {@code reward.dmn}, {@code major-violation.dmn}, {@code reward-amount.dmn}. */
@Component
public class RewardRules {

    /** A level of reward: its share of the fine and its bounds in yuan, and from where finance decides too. */
    public record Scale(int percent, BigDecimal minimum, BigDecimal cap, BigDecimal jointFrom) {

        /** The share of this fine within the bounds of the level. */
        public BigDecimal of(BigDecimal fine) {
            BigDecimal share =
                    fine.multiply(BigDecimal.valueOf(percent)).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
            return share.max(minimum).min(cap);
        }

        public boolean allows(BigDecimal amount) {
            return amount.compareTo(minimum) >= 0 && amount.compareTo(cap) <= 0;
        }
    }

    private final DecisionTables tables;

    RewardRules(DecisionTables tables) {
        this.tables = tables;
    }

    /**
     * Whether a reward has to be decided on. Who the reporter is, and what the bureau knew before, no table can know:
     * whoever decides on the reward looks at both.
     */
    public boolean eligible(String decision, String penaltyKinds, BigDecimal fine) {
        Map<String, Object> penalty = new HashMap<>();
        penalty.put("decision", decision);
        penalty.put("penaltyKinds", penaltyKinds);
        penalty.put("fine", fine.doubleValue());
        Map<String, Object> result = new HashMap<>();
        result.put("decision", decision);
        result.put("majorViolation", row("major-violation", penalty).get("major"));
        result.put("excludedReporter", false);
        result.put("alreadyKnown", false);
        return Boolean.TRUE.equals(row("reward", result).get("eligible"));
    }

    /** The scale of a reward of this level, from 1, the highest, to 3. */
    public Scale scale(int level) {
        Map<String, Object> row = row("reward-amount", Map.of("level", level));
        return new Scale(
                ((Number) row.get("percent")).intValue(),
                yuan(row, "minimum"),
                yuan(row, "cap"),
                yuan(row, "jointFrom"));
    }

    private Map<String, Object> row(String table, Map<String, Object> facts) {
        return tables.one(table, facts)
                .orElseThrow(() -> new IllegalStateException(table + ".dmn has no catch-all row"));
    }

    private static BigDecimal yuan(Map<String, Object> row, String output) {
        return new BigDecimal(row.get(output).toString());
    }
}
