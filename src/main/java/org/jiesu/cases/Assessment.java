package org.jiesu.cases;

import java.util.List;
import java.util.Map;

/**
 * What the decision tables say about a case at registration. Proposals only: a person decides.
 *
 * @param incomplete field paths still to be asked for
 * @param duplicateOf case number of an earlier case on the same matter
 * @param factors circumstances of 令121第十七条, shown to the clerk, never a label on the person
 * @param proposed code or Chinese sentence per question, e.g. {@code declineGround}, {@code reportRoute}
 */
public record Assessment(
        Facts facts,
        boolean secret,
        boolean realName,
        List<String> incomplete,
        String duplicateOf,
        List<String> factors,
        Map<String, Object> proposed) {}
