package org.jiesu.workflow.report;

import java.time.LocalDate;
import java.util.Optional;
import org.jiesu.deadlines.ClockView;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.shared.Refusal;
import org.springframework.stereotype.Component;

/** What the notice of an intended penalty gives the party: time to answer, and a hearing (行政处罚法第四十四条). */
@Component
class PenaltyNotice {

    private final Deadlines deadlines;
    private final EarlierSteps earlier;

    PenaltyNotice(Deadlines deadlines, EarlierSteps earlier) {
        this.deadlines = deadlines;
        this.earlier = earlier;
    }

    /** A hearing is asked for within five days of the notice that offered it (行政处罚法第六十四条). */
    void requireHearingRight(String caseNumber, LocalDate askedOn) {
        boolean withheld = earlier.last(caseNumber, "Task_ServePenaltyNotice")
                .flatMap(notice -> notice.value("hearingOffered"))
                .filter(offered -> offered.equals(false))
                .isPresent();
        if (withheld) {
            throw new Refusal("告知时未告知听证权利，不能登记听证要求");
        }
        if (answerTime(caseNumber)
                .filter(time -> askedOn.isAfter(time.dueAt().toLocalDate()))
                .isPresent()) {
            throw new Refusal("听证要求应当在陈述、申辩期限内提出（行政处罚法第六十四条）");
        }
    }

    /** No penalty before the party answered, or let the time for it pass (行政处罚法第四十五条、第六十二条). */
    void requireHeard(String caseNumber, LocalDate decidedOn) {
        ClockView time = answerTime(caseNumber).orElseThrow(() -> new Refusal("未告知拟作出的行政处罚，不得作出处罚决定（行政处罚法第六十二条）"));
        LocalDate free = time.endedAt() == null
                ? time.dueAt().plusSeconds(1).toLocalDate()
                : time.endedAt().toLocalDate();
        if (decidedOn.isBefore(free)) {
            throw new Refusal("陈述、申辩期限届满或者当事人答复之前，不得作出处罚决定（行政处罚法第四十五条、第六十二条）");
        }
    }

    private Optional<ClockView> answerTime(String caseNumber) {
        return deadlines.clocks(caseNumber).stream()
                .filter(time -> time.clock().equals("statement"))
                .reduce((former, newest) -> newest);
    }
}
