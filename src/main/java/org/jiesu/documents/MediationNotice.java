package org.jiesu.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * 投诉调解通知书, made out once for each side: time, place and mediators told in advance (令第121号第二十条). The
 * other side appears with nothing but its name.
 *
 * @param audience COMPLAINANT or RESPONDENT
 * @param heldTime the time of day in the clerk's words, as 9时30分 or 下午三点; null if none was given
 * @param mode how the mediation is held, such as 现场调解 or 电话调解
 * @param place where, if the sides are to come somewhere
 */
public record MediationNotice(
        String institution,
        LawVersion law,
        Audience audience,
        String complainantName,
        String respondentName,
        String subject,
        LocalDate heldOn,
        String heldTime,
        String mode,
        String place,
        List<String> mediators,
        Contact contact)
        implements Paper {

    public MediationNotice {
        if (audience != Audience.COMPLAINANT && audience != Audience.RESPONDENT) {
            throw new IllegalArgumentException("A mediation notice is made out to one side");
        }
        subject = FreeText.withoutNumbers(subject);
    }

    @Override
    public PaperKind kind() {
        return PaperKind.MEDIATION_NOTICE;
    }

    @Override
    public Map<String, Object> wording() {
        var toComplainant = audience == Audience.COMPLAINANT;
        return Map.of(
                "addressee",
                Addressee.of(toComplainant ? complainantName : respondentName, audience.label()),
                "heldAt",
                PaperFields.printed(heldOn) + (heldTime == null ? "" : " " + heldTime),
                "toComplainant",
                toComplainant,
                "toRespondent",
                !toComplainant,
                "onSite",
                place != null && !place.isBlank(),
                "appointment",
                law.appointment(),
                "recusal",
                law.recusal(),
                "absence",
                law.absence());
    }
}
