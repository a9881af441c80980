package org.jiesu.workflow.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Complaints;
import org.jiesu.workflow.dmn.ChannelRules;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 审核退单（FC 四.1）: another unit, a leader's word after the second return, or no unit of the bureau at all. */
@Component
class ReviewReturnCompletion implements Completion {

    /** From this approved return on, a leader names the unit. */
    private static final int ARBITRATED_RETURN = 2;

    private final Cases cases;
    private final Complaints complaints;
    private final ChannelRules channels;

    ReviewReturnCompletion(Cases cases, Complaints complaints, ChannelRules channels) {
        this.cases = cases;
        this.complaints = complaints;
        this.channels = channels;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        CaseView view = cases.view(form.caseNumber());
        boolean approved = form.yes("returnApproved");
        boolean toChannel = form.yes("returnedToChannel");
        form.require(!approved, "opinion", "不同意退单的")
                .must(
                        !approved || !view.handlingUnit().equals(form.text("handlingUnit")),
                        "handlingUnit",
                        "改派的承办单位不能是退单单位")
                .must(
                        !approved || form.has("handlingUnit") || !toChannel || channels.returnAllowed(view.channel()),
                        "returnedToChannel",
                        "该来源渠道没有约定可以退回，请选择其他处理方式")
                .must(!toChannel || !beforeAcceptance(view), "returnedToChannel", "尚未受理的，由投诉中心在“决定是否受理”时退回来源渠道")
                .checked();
        if (!approved) {
            cases.refuseReturn(form.caseNumber());
            return Map.of("returnApproved", false, "dispatchResult", "REFUSED");
        }
        Map<String, Object> flags = new HashMap<>(Map.of("returnApproved", true));
        int returns = cases.approveReturn(form.caseNumber());
        flags.putAll(form.has("handlingUnit") ? dispatchAgain(form, view, returns) : noUnit(view, toChannel));
        return flags;
    }

    private Map<String, Object> dispatchAgain(FilledForm form, CaseView view, int returns) {
        String unit = form.text("handlingUnit");
        if (returns >= ARBITRATED_RETURN) {
            return Map.of("dispatchResult", "ARBITRATE", "handlingUnit", unit);
        }
        cases.dispatch(
                form.caseNumber(), unit, without(unit, view.assistingUnits()), without(unit, view.copiedUnits()));
        return Map.of("dispatchResult", "AGAIN", "handlingUnit", unit);
    }

    private static List<String> without(String unit, List<String> units) {
        return units.stream().filter(other -> !other.equals(unit)).toList();
    }

    /** Where units accept, nothing has been decided yet; a later round is entered after that. */
    private static boolean beforeAcceptance(CaseView view) {
        return view.kind() == CaseKind.COMPLAINT && view.acceptedAt() == null && view.round() == 1;
    }

    /**
     * A report goes back to the decision on its route, a complaint before its acceptance to the centre; one that was
     * accepted and that nobody here may handle ends.
     */
    private Map<String, Object> noUnit(CaseView view, boolean toChannel) {
        if (view.kind() != CaseKind.COMPLAINT) {
            return Map.of("dispatchResult", "NO_UNIT");
        }
        if (beforeAcceptance(view)) {
            return Map.of("dispatchResult", "NO_UNIT", "acceptedBy", "CENTRE");
        }
        if (toChannel) {
            complaints.returnToChannel(view.caseNumber());
            return Map.of("dispatchResult", "NO_UNIT", "handleResult", "RETURNED");
        }
        String ground = TerminationGround.NOT_TO_BE_HANDLED.of(view);
        complaints.proposeTermination(view.caseNumber(), ground);
        return Map.of("dispatchResult", "NO_UNIT", "handleResult", "TERMINATE", "terminationGround", ground);
    }
}
