package org.jiesu.deadlines;

import java.util.Set;
import org.jiesu.cases.CaseEvent;

/**
 * A row of {@code clocks.dmn}: one period that starts with an event.
 *
 * @param endsOn the first of these events ends the clock
 * @param timer the engine variable that carries this clock's expiry, or null when its end only shows
 * @param pausable the grounds on which its days are not counted, codes of list {@code pauseGround}
 * @param remindBefore working days before the due date (minutes for clocks in minutes and hours) of the light 临期
 * @param taskEarlier working days by which the task that hangs on this clock is due before the clock itself
 * @param basis regulation and article, in Chinese
 */
public record ClockRule(
        String clock,
        int amount,
        TermUnit unit,
        Roll roll,
        Set<CaseEvent> endsOn,
        Layer layer,
        String timer,
        ExtensionRule extension,
        Set<String> pausable,
        int remindBefore,
        int taskEarlier,
        String basis) {}
