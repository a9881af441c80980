package org.jiesu.workflow.steps;

import java.time.LocalDateTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.shared.ChinaTime;
import org.jiesu.supervision.Reminders;
import org.springframework.stereotype.Component;

/** 汇总发送提醒: one message for each person. */
@Component
class SendDigestDelegate implements JavaDelegate {

    private final Reminders reminders;

    SendDigestDelegate(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Date at = (Date) execution.getVariable("digestAt");
        reminders.send(
                (String) execution.getVariable("institution"), LocalDateTime.ofInstant(at.toInstant(), ChinaTime.ZONE));
    }
}
