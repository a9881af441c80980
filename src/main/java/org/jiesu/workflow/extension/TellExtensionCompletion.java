package org.jiesu.workflow.extension;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiesu.deadlines.Extensions;
import org.jiesu.notices.NoticeKind;
import org.jiesu.notices.Notices;
import org.jiesu.notices.Recipient;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 告知延期: the complainant or reporter was told of the new date. */
@Component
class TellExtensionCompletion implements Completion {

    private final Extensions extensions;
    private final Notices notices;
    private final Clock clock;

    TellExtensionCompletion(Extensions extensions, Notices notices, Clock clock) {
        this.extensions = extensions;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        form.past("feedbackOn", LocalDate.now(clock)).checked();
        extensions.told(form.reference("extension"));
        notices.told(
                form.caseNumber(),
                NoticeKind.EXTENSION,
                Recipient.CLAIMANT,
                form.text("feedbackWay"),
                form.date("feedbackOn"),
                form.text("feedbackProof"));
        return Map.of();
    }
}
