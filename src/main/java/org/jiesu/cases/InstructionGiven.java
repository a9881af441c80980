package org.jiesu.cases;

import java.time.LocalDate;

/**
 * A leader's written instruction has to be carried out by a date.
 *
 * @param unit whose people carry it out; null where one person was named
 * @param person user id of the one who carries it out; null where a unit was named
 * @param leader user id of the leader, who is told the result
 */
public record InstructionGiven(String caseNumber, String unit, String person, LocalDate dueOn, String leader) {}
