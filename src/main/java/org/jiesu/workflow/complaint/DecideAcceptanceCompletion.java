package org.jiesu.workflow.complaint;

import static java.util.Objects.requireNonNullElse;

import java.util.Map;
import java.util.stream.Stream;
import org.jiesu.access.Action;
import org.jiesu.cases.CaseAccess;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Complaints;
import org.jiesu.cases.Facts;
import org.jiesu.documents.LawVersion;
import org.jiesu.workflow.dmn.ChannelRules;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.ConfirmedFacts;
import org.jiesu.workflow.tasks.FilledForm;
import org.jiesu.workflow.tasks.Urgency;
import org.springframework.stereotype.Component;

/** 决定是否受理（令121第十五条、第十六条）: accepted, or exactly one other way. */
@Component
class DecideAcceptanceCompletion implements Completion {

    private final Cases cases;
    private final Complaints complaints;
    private final ChannelRules channels;
    private final CaseAccess access;

    DecideAcceptanceCompletion(Cases cases, Complaints complaints, ChannelRules channels, CaseAccess access) {
        this.cases = cases;
        this.complaints = complaints;
        this.channels = channels;
        this.access = access;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        CaseView view = cases.view(form.caseNumber());
        Facts facts = ConfirmedFacts.of(form, view.facts());
        check(form, view, facts);
        cases.confirm(form.caseNumber(), facts);
        return Urgency.flagged(Map.of("acceptanceResult", decide(form)), view.facts(), facts);
    }

    private void check(FilledForm form, CaseView view, Facts facts) {
        boolean accepted = form.yes("accepted");
        String ground = requireNonNullElse(form.text("declineGround"), "");
        String merged = form.text("mergedInto");
        long ways = Stream.of(
                        form.has("declineGround"),
                        form.yes("returnedToChannel"),
                        form.yes("reclassified"),
                        form.has("mergedInto"))
                .filter(chosen -> chosen)
                .count();
        form.must(!accepted || ways == 0, "accepted", "受理的，不填不予受理理由、退回来源渠道、改类办理、并入的办件编号")
                .must(accepted || ways == 1, "accepted", "不予受理理由、退回来源渠道、改类办理、并入的办件编号须且只能选其一")
                .require(!accepted, "reason", "不受理的")
                .must(ground.isEmpty() || ground.startsWith(article(view)), "declineGround", "“不予受理理由”须是收到投诉之日施行的规定")
                .must(!ground.endsWith("_1") || facts.competent() != null, "competent", "不属于本局职责的，须填写“有权处理的部门”")
                .must(
                        !form.yes("returnedToChannel") || channels.returnAllowed(view.channel()),
                        "returnedToChannel",
                        "该来源渠道没有约定可以退回，请选择其他处理方式")
                .must(merged == null || visible(merged, form), "mergedInto", "没有办件编号为“" + merged + "”的办件")
                .checked();
    }

    private boolean visible(String caseNumber, FilledForm form) {
        return cases.find(caseNumber)
                .filter(other -> access.may(Action.READ_CASE, form.actor(), other))
                .isPresent();
    }

    private static String article(CaseView view) {
        return LawVersion.inForceOn(view.receivedAt().toLocalDate()) == LawVersion.ORDER_20 ? "ART15_" : "ART16_";
    }

    private String decide(FilledForm form) {
        String caseNumber = form.caseNumber();
        if (form.yes("accepted")) {
            complaints.accept(caseNumber);
            return "ACCEPTED";
        }
        if (form.has("declineGround")) {
            complaints.proposeDecline(caseNumber, form.text("declineGround"));
            return "DECLINED";
        }
        if (form.yes("returnedToChannel")) {
            complaints.returnToChannel(caseNumber);
            return "RETURNED";
        }
        if (form.yes("reclassified")) {
            complaints.reclassify(caseNumber);
            return "RECLASSIFIED";
        }
        complaints.mergeInto(caseNumber, form.text("mergedInto"));
        return "MERGED";
    }
}
