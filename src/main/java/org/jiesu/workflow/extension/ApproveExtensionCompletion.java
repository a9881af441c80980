package org.jiesu.workflow.extension;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiesu.deadlines.Extensions;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 审批延期: an approval moves the clock, and has to come before its last day has passed. */
@Component
class ApproveExtensionCompletion implements Completion {

    private final Extensions extensions;
    private final Clock clock;

    ApproveExtensionCompletion(Extensions extensions, Clock clock) {
        this.extensions = extensions;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        long extension = form.reference("extension");
        boolean approved = form.yes("approved");
        boolean collective = extensions.get(extension).collective();
        form.require(!approved, "opinion", "不同意延期的")
                .require(approved && collective, "collectiveOn", "再次延长的")
                .require(approved && collective, "opinion", "再次延长的")
                .past("collectiveOn", LocalDate.now(clock))
                .checked();
        extensions.decide(extension, approved, form.text("opinion"), form.date("collectiveOn"));
        return Map.of("approved", approved);
    }
}
