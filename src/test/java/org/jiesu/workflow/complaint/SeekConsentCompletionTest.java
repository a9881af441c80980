package org.jiesu.workflow.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiesu.workflow.tasks.FilledForms.CASE_NUMBER;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Complaints;
import org.jiesu.cases.FilledField;
import org.jiesu.cases.Steps;
import org.jiesu.workflow.CaseViews;
import org.jiesu.workflow.tasks.FilledForms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("征询调解意愿（令121第十八条）")
class SeekConsentCompletionTest {

    private static final Clock CLOCK =
            Clock.fixed(OffsetDateTime.parse("2026-11-20T10:00:00+08:00").toInstant(), ZoneId.of("Asia/Shanghai"));

    private final Cases cases = mock();
    private final Complaints complaints = mock();
    private final Steps steps = mock();
    private final SeekConsentCompletion completion =
            new SeekConsentCompletion(cases, complaints, steps, new Appointment(complaints, CLOCK, mock()), CLOCK);

    @BeforeEach
    void receivedUnderOrder121() {
        receivedAt(LocalDateTime.of(2026, 11, 10, 9, 0));
    }

    private CaseView receivedAt(LocalDateTime at) {
        CaseView view = CaseViews.complaint(at);
        when(cases.view(CASE_NUMBER)).thenReturn(view);
        return view;
    }

    private Map<String, Object> seek(Object... fields) {
        return completion.complete(FilledForms.of("seek-consent", fields));
    }

    private void contacted(String party, String... times) {
        List<Steps.Step> contacts = Stream.of(times)
                .map(at -> new Steps.Step(
                        OffsetDateTime.parse(at).toLocalDateTime(),
                        "liming",
                        1,
                        "Contact",
                        "联系记录",
                        List.of(
                                new FilledField("party", "联系对象", party, "被投诉人"),
                                new FilledField("at", "联系时间", at, at))))
                .toList();
        when(steps.inRound(CASE_NUMBER, "Contact")).thenReturn(contacts);
    }

    @Test
    void bothConsent() {
        assertThat(seek("complainantConsents", "true", "respondentConsents", "true"))
                .isEqualTo(Map.of("bothConsent", true, "scheduledNow", false));
        verify(complaints).consented(CASE_NUMBER, true, false, false);
        verify(complaints, never()).proposeTermination(any(), any());
    }

    @Test
    void aRefusalEndsTheMediationOnTheGroundOfTheDayReceived() {
        Object[] refused = {
            "complainantConsents", "true", "respondentConsents", "false", "respondentNoConsent", "REFUSED"
        };
        assertThat(seek(refused))
                .isEqualTo(Map.of(
                        "bothConsent",
                        false,
                        "scheduledNow",
                        false,
                        "handleResult",
                        "TERMINATE",
                        "terminationGround",
                        "ART23_2"));
        receivedAt(LocalDateTime.of(2026, 4, 14, 9, 0));
        assertThat(seek(refused)).containsEntry("terminationGround", "ART21_3");
        verify(complaints).proposeTermination(CASE_NUMBER, "ART21_3");
    }

    @Test
    void whoDoesNotConsentEitherRefusesOrIsUnreachable() {
        assertThatThrownBy(() -> seek("complainantConsents", "true", "respondentConsents", "false"))
                .hasMessageContaining("被投诉人未同意的情形");
        assertThatThrownBy(() -> seek(
                        "complainantConsents", "true", "respondentConsents", "true", "respondentNoConsent", "REFUSED"))
                .hasMessageContaining("不填");
    }

    @Test
    @DisplayName("联系不上须有两天三次，已登记的联系计算在内")
    void nobodyIsUnreachableAfterFewerThanThreeCallsOnTwoDays() {
        contacted("RESPONDENT", "2026-11-18T09:00:00+08:00", "2026-11-18T15:00:00+08:00");
        assertThatThrownBy(() -> unreachable()).hasMessageContaining("3次以上");
        assertThatThrownBy(() -> unreachable("attempts", 1, "attemptDays", 1, "attemptLog", "当日又打一次"))
                .hasMessageContaining("3次以上");
        assertThat(unreachable("attempts", 1, "attemptDays", 2, "attemptLog", "19日再打无人接听"))
                .containsEntry("handleResult", "TERMINATE");
    }

    @Test
    void callsToTheOtherSideDoNotCount() {
        contacted("COMPLAINANT", "2026-11-17T09:00:00+08:00", "2026-11-18T09:00:00+08:00", "2026-11-18T15:00:00+08:00");
        assertThatThrownBy(() -> unreachable()).hasMessageContaining("3次以上");
    }

    @Test
    void loggedCallsAloneAreEnough() {
        contacted("RESPONDENT", "2026-11-17T09:00:00+08:00", "2026-11-18T09:00:00+08:00", "2026-11-18T15:00:00+08:00");
        assertThat(unreachable()).containsEntry("bothConsent", false);
    }

    private Map<String, Object> unreachable(Object... more) {
        Object[] side = {
            "complainantConsents", "true", "respondentConsents", "false", "respondentNoConsent", "UNREACHABLE"
        };
        return seek(Stream.concat(Stream.of(side), Stream.of(more)).toArray());
    }

    @Test
    @DisplayName("现场调解须提前告知双方时间、地点（令121第二十条）")
    void nobodyIsToldOfAMeetingAfterIt() {
        assertThatThrownBy(() -> onSite("respondentToldOn", "2026-11-26")).hasMessageContaining("不能晚于调解日期");
        assertThat(onSite("respondentToldOn", "2026-11-20")).containsEntry("scheduledNow", true);
        verify(complaints).schedule(CASE_NUMBER, LocalDate.of(2026, 11, 25), "现场调解");
    }

    private Map<String, Object> onSite(Object... more) {
        Object[] appointment = {
            "complainantConsents", "true", "respondentConsents", "true", "scheduledNow", "true",
            "mediationMode", "ON_SITE", "appointedOn", "2026-11-25", "mediators", "李明",
            "place", "新城所调解室", "complainantToldOn", "2026-11-20"
        };
        return seek(Stream.concat(Stream.of(appointment), Stream.of(more)).toArray());
    }

    @Test
    @DisplayName("委托调解须双方同意（令121第十九条），令20办件除外")
    void anotherBodyMediatesOnlyWithBothConsents() {
        assertThatThrownBy(() -> delegated("false")).hasMessageContaining("委托调解须双方同意");
        assertThat(delegated("true")).containsEntry("scheduledNow", true);
        verify(complaints).consented(CASE_NUMBER, true, true, false);
        receivedAt(LocalDateTime.of(2026, 4, 14, 9, 0));
        assertThat(delegated("false")).containsEntry("scheduledNow", true);
    }

    private Map<String, Object> delegated(String consent) {
        return seek(
                "complainantConsents",
                "true",
                "respondentConsents",
                "true",
                "scheduledNow",
                "true",
                "mediationMode",
                "PHONE",
                "appointedOn",
                "2026-11-25",
                "mediators",
                "赵某",
                "mediationBody",
                "CONSUMER_ASSOCIATION",
                "delegatedMediationConsent",
                consent);
    }

    @Test
    void nothingIsRecordedWhenTheFormIsRefused() {
        assertThatThrownBy(() -> seek("complainantConsents", "false", "respondentConsents", "true"))
                .hasMessageContaining("投诉人未同意的情形");
        verify(complaints, never()).consented(any(), anyBoolean(), anyBoolean(), anyBoolean());
    }
}
