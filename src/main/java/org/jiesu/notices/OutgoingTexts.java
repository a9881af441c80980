package org.jiesu.notices;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiesu.cases.FilledField;
import org.jiesu.cases.Identities;
import org.jiesu.cases.Identities.Spot;
import org.jiesu.shared.WrongFields;
import org.springframework.stereotype.Service;

/**
 * What clerks write and the other side will read: refused while it names who brought the matter, with the places marked,
 * so that they rewrite it (令121第三十七条). What citizens wrote themselves is covered in the paper instead.
 */
@Service
public class OutgoingTexts {

    /** Task and keys of its form that papers for the respondent or another authority quote. */
    static final Map<String, Set<String>> QUOTED = Map.of(
            "Task_SeekConsent", Set.of("attemptLog", "place", "mediators", "appointedTime"),
            "Task_ScheduleMediation", Set.of("place", "mediators", "appointedTime"),
            "Task_HoldMediation", Set.of("terms", "proceedings"),
            "Task_DecideTermination", Set.of("reason"),
            "Task_InvestigateCase", Set.of("facts"),
            "Task_ServePenaltyNotice", Set.of("proposedPenalty"),
            "Task_DecideCase", Set.of("transferredTo"));

    private final Identities identities;

    OutgoingTexts(Identities identities) {
        this.identities = identities;
    }

    /** Refuses a filled form whose quoted fields give somebody away. */
    public void check(String caseNumber, String task, Collection<FilledField> fields) {
        Set<String> quoted = QUOTED.getOrDefault(task, Set.of());
        if (quoted.isEmpty()) {
            return;
        }
        Identities.Words words = identities.keptFromRespondent(caseNumber);
        var wrong = new WrongFields();
        for (FilledField field : fields) {
            if (quoted.contains(field.key()) && field.value() instanceof String text) {
                List<Spot> spots = words.spots(text);
                if (!spots.isEmpty()) {
                    wrong.add(field.key(), marked(field.label(), spots));
                }
            }
        }
        wrong.refuse();
    }

    /** Says where, and never what: the sentence may end up in a log. */
    private static String marked(String label, List<Spot> spots) {
        String places = String.join(
                "、",
                spots.stream()
                        .map(spot -> "第%d至%d字（%s）"
                                .formatted(
                                        spot.from() + 1,
                                        spot.until(),
                                        spot.part().label()))
                        .distinct()
                        .toList());
        return "“" + label + "”会写入发给对方的文书，其中" + places + "是投诉（举报）人的身份信息，请改写后再提交";
    }
}
