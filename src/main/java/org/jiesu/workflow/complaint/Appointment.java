package org.jiesu.workflow.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Codes;
import org.jiesu.cases.Complaints;
import org.jiesu.documents.LawVersion;
import org.jiesu.notices.Notices;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** When, where and by whom a mediation is held; asked with the consent or on its own (令121第十九条、第二十条). */
@Component
class Appointment {

    private static final String BUREAU = "BUREAU";

    private final Complaints complaints;
    private final Clock clock;
    private final Notices notices;

    Appointment(Complaints complaints, Clock clock, Notices notices) {
        this.notices = notices;
        this.complaints = complaints;
        this.clock = clock;
    }

    /** @param delegable both sides consented to a mediation by another body */
    FilledForm check(FilledForm form, CaseView view, boolean delegable) {
        boolean onSite = "ON_SITE".equals(form.text("mediationMode"));
        LocalDate on = form.date("appointedOn");
        List.of("mediationMode", "appointedOn", "mediators").forEach(key -> form.require(true, key, "约定调解时间的"));
        List.of("place", "complainantToldOn", "respondentToldOn").forEach(key -> form.require(onSite, key, "现场调解的"));
        Stream.of("complainantToldOn", "respondentToldOn")
                .forEach(key -> form.must(
                        !onSite
                                || on == null
                                || form.date(key) == null
                                || !form.date(key).isAfter(on),
                        key,
                        "现场调解应当提前告知双方，告知日期不能晚于调解日期"));
        return form.must(!onSite || on == null || !on.isBefore(LocalDate.now(clock)), "appointedOn", "现场调解的日期不能早于今天")
                .must(!delegated(form) || delegable || order20(view), "mediationBody", "委托调解须双方同意（令121第十九条）");
    }

    void make(FilledForm form) {
        complaints.schedule(
                form.caseNumber(), form.date("appointedOn"), Codes.label("mediationMode", form.text("mediationMode")));
        notices.mediationScheduled(form.caseNumber());
    }

    private static boolean delegated(FilledForm form) {
        return form.has("mediationBody") && !form.text("mediationBody").equals(BUREAU);
    }

    private static boolean order20(CaseView view) {
        return LawVersion.inForceOn(view.receivedAt().toLocalDate()) == LawVersion.ORDER_20;
    }
}
