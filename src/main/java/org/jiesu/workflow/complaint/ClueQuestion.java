package org.jiesu.workflow.complaint;

import static java.util.Objects.requireNonNullElseGet;

import java.time.Clock;
import java.time.LocalDate;
import org.jiesu.cases.Clues;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** What every form of the handling asks besides: was a violation found? Then it gets a record of its own (诉转案). */
@Component
class ClueQuestion {

    private final Clues clues;
    private final Clock clock;

    ClueQuestion(Clues clues, Clock clock) {
        this.clues = clues;
        this.clock = clock;
    }

    FilledForm check(FilledForm form) {
        return form.require(form.yes("clueFound"), "clueFacts", "发现违法线索的").past("clueFoundOn", LocalDate.now(clock));
    }

    void answer(FilledForm form) {
        if (form.yes("clueFound")) {
            LocalDate foundOn = requireNonNullElseGet(form.date("clueFoundOn"), () -> LocalDate.now(clock));
            clues.discover(form.caseNumber(), form.text("clueFacts"), foundOn);
        }
    }
}
