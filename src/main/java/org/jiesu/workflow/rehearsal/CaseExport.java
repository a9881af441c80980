package org.jiesu.workflow.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiesu.access.Action;
import org.jiesu.cases.CaseAccess;
import org.jiesu.cases.CaseExported;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Codes;
import org.jiesu.cases.FilledField;
import org.jiesu.cases.Journal;
import org.jiesu.cases.Parties;
import org.jiesu.cases.Party;
import org.jiesu.cases.PartyRole;
import org.jiesu.cases.Steps;
import org.jiesu.deadlines.ClockView;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.deadlines.Layer;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.ChinaTime;
import org.jiesu.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Copies cases for a rehearsal. Only what is known to be a code, a number, a date or a truth value goes out as it is;
 * whatever else there is, is replaced, so that a field that nobody thought of leaks nothing.
 */
@Service
class CaseExport {

    private static final int VERSION = 1;
    private static final int AT_MOST = 50;
    private static final double NO_TELEPHONE = 10_000_000;
    private static final Pattern DATE_OR_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T[0-9:.+Z-]+)?|\\d{2}:\\d{2}(:\\d{2})?");

    private final CaseAccess access;
    private final Parties parties;
    private final Steps steps;
    private final Deadlines deadlines;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;
    private final Clock clock;

    CaseExport(
            CaseAccess access,
            Parties parties,
            Steps steps,
            Deadlines deadlines,
            Journal journal,
            ApplicationEventPublisher events,
            ObjectMapper json,
            Clock clock) {
        this.access = access;
        this.parties = parties;
        this.steps = steps;
        this.deadlines = deadlines;
        this.journal = journal;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    public RehearsalFile export(List<String> caseNumbers) {
        if (caseNumbers == null || caseNumbers.isEmpty() || caseNumbers.size() > AT_MOST) {
            throw new BadInput("caseNumbers", "请选择 1 至 " + AT_MOST + " 个办件");
        }
        Invented invented = new Invented();
        List<RehearsalFile.Exported> exported = new ArrayList<>();
        List<RehearsalFile.LeftOut> leftOut = new ArrayList<>();
        for (String caseNumber : caseNumbers.stream().distinct().toList()) {
            CaseView view = access.require(Action.READ_DATES, caseNumber);
            whyNot(view)
                    .ifPresentOrElse(
                            why -> leftOut.add(new RehearsalFile.LeftOut(caseNumber, why)),
                            () -> exported.add(exported(view, invented)));
        }
        if (exported.isEmpty()) {
            throw new Refusal(leftOut.get(0).caseNumber() + " " + leftOut.get(0).why());
        }
        return new RehearsalFile(VERSION, ChinaTime.of(LocalDateTime.now(clock)), exported, leftOut);
    }

    private static Optional<String> whyNot(CaseView view) {
        if (view.secret()) {
            return Optional.of("涉密，不能导出");
        }
        return view.kind() == CaseKind.CLUE ? Optional.of("是办理中发现的线索，没有来件，不能导出") : Optional.empty();
    }

    private RehearsalFile.Exported exported(CaseView view, Invented invented) {
        journal.write(view.caseNumber(), "导出演练", "导出供时间演练，身份信息和文字内容已全部替换");
        events.publishEvent(new CaseExported(view.caseNumber(), "导出演练办件"));
        return new RehearsalFile.Exported(
                view.caseNumber(),
                submission(view, invented),
                steps.of(view.caseNumber()).stream().map(CaseExport::done).toList());
    }

    private ObjectNode submission(CaseView view, Invented invented) {
        List<Party> all = parties.of(view.caseNumber());
        Map<String, Object> submission = new LinkedHashMap<>();
        submission.put("institution", view.institution());
        submission.put("channel", view.channel());
        submission.put("externalNumber", view.externalNumber() == null ? null : "YL-" + view.caseNumber());
        submission.put("kind", view.kind().name());
        submission.put("receivedAt", ChinaTime.of(view.receivedAt()).toString());
        submission.put("subject", "演练办件");
        submission.put("content", RehearsalFile.REPLACED);
        submission.put("demand", view.demand() == null ? null : RehearsalFile.REPLACED);
        submission.put("category", view.facts().matter());
        submission.put("amount", view.amount());
        submission.put("paidAmount", view.paidAmount());
        submission.put("claimedAmount", view.claimedAmount());
        submission.put(
                "occurredAt",
                view.occurredOn() == null ? null : view.occurredOn().toString());
        submission.put("urgent", view.claimedUrgent());
        submission.put("peopleAffected", view.peopleAffected());
        submission.put("remedies", view.remedies());
        submission.put("consentToPublish", view.consentToPublish());
        submission.put("consentToDelegate", view.consentToDelegate());
        submission.put("complainant", claimant(view, all, invented));
        submission.put("respondent", respondent(view, all, invented));
        submission.put("channelTimes", channelTimes(view));
        return json.valueToTree(withoutNulls(submission));
    }

    private static Map<String, Object> claimant(CaseView view, List<Party> all, Invented invented) {
        Map<String, Object> claimant = new LinkedHashMap<>();
        claimant.put("anonymous", view.anonymous());
        claimant.put("confidential", view.confidential());
        all.stream().filter(party -> party.role().isClaimant()).findFirst().ifPresent(party -> {
            claimant.put("name", invented.name("演练来件人", party.name()));
            claimant.put("phone", invented.phone(party.phone()));
            claimant.put("idType", known(party.idType(), "居民身份证"));
            claimant.put("idNumber", invented.idNumber(party.idNumber()));
            claimant.put("address", known(party.address(), "演练地址"));
            claimant.put("noContactBy", party.noContactByRespondent());
            claimant.put("minor", party.minor());
        });
        all.stream()
                .filter(party -> party.role() == PartyRole.AGENT)
                .findFirst()
                .ifPresent(party -> {
                    Map<String, Object> agent = new LinkedHashMap<>();
                    agent.put("name", invented.name("演练代理人", party.name()));
                    agent.put("phone", invented.phone(party.phone()));
                    agent.put("idNumber", invented.idNumber(party.idNumber()));
                    agent.put("powers", known(party.powers(), RehearsalFile.REPLACED));
                    agent.put(
                            "until",
                            party.powersUntil() == null
                                    ? null
                                    : party.powersUntil().toString());
                    claimant.put("agent", withoutNulls(agent));
                });
        List<Map<String, Object>> others = all.stream()
                .filter(party -> party.role() == PartyRole.CO_COMPLAINANT || party.role() == PartyRole.REPRESENTATIVE)
                .map(party -> {
                    Map<String, Object> other = new LinkedHashMap<>();
                    other.put("name", invented.name("演练来件人", party.name()));
                    other.put("phone", invented.phone(party.phone()));
                    other.put("represents", party.role() == PartyRole.REPRESENTATIVE);
                    return withoutNulls(other);
                })
                .toList();
        claimant.put("others", others.isEmpty() ? null : others);
        return withoutNulls(claimant);
    }

    private static Map<String, Object> respondent(CaseView view, List<Party> all, Invented invented) {
        Map<String, Object> respondent = new LinkedHashMap<>();
        all.stream()
                .filter(party -> party.role() == PartyRole.RESPONDENT)
                .findFirst()
                .ifPresent(party -> {
                    respondent.put("name", invented.name("演练商户", party.name()));
                    respondent.put("phone", invented.phone(party.phone()));
                    respondent.put("address", known(party.address(), "演练地址"));
                    respondent.put("town", view.facts().town());
                    respondent.put("platform", known(party.platform(), "演练平台"));
                    respondent.put("orderNumber", known(party.orderNumber(), "0000"));
                });
        return withoutNulls(respondent);
    }

    /** The channel's own dates start its clocks. */
    private Map<String, Object> channelTimes(CaseView view) {
        Map<String, Object> times = new LinkedHashMap<>();
        deadlines.clocks(view.caseNumber()).stream()
                .filter(one -> one.layer() == Layer.CHANNEL)
                .map(ClockView::startedAt)
                .findFirst()
                .ifPresent(at -> times.put("dispatchedAt", ChinaTime.of(at).toString()));
        times.put(
                "replyBy",
                view.channelReplyBy() == null ? null : view.channelReplyBy().toString());
        Map<String, Object> known = withoutNulls(times);
        return known.isEmpty() ? null : known;
    }

    private static RehearsalFile.Done done(Steps.Step step) {
        Map<String, Object> values = new LinkedHashMap<>();
        step.values().stream()
                .filter(field -> field.value() != null)
                .forEach(field -> values.put(field.key(), harmless(field)));
        return new RehearsalFile.Done(ChinaTime.of(step.at()), step.task(), step.taskName(), values);
    }

    private static Object harmless(FilledField field) {
        Object value = field.value();
        boolean harmless = value instanceof Boolean
                || value instanceof Number number && Math.abs(number.doubleValue()) < NO_TELEPHONE
                || isChoice(field)
                || DATE_OR_TIME.matcher(value.toString()).matches();
        return harmless ? value : RehearsalFile.REPLACED;
    }

    /** Only a choice is shown otherwise than it is kept; and only what our own lists have is a code, a user id is not. */
    private static boolean isChoice(FilledField field) {
        Collection<?> chosen = field.value() instanceof Collection<?> list ? list : List.of(field.value());
        return !field.value().toString().equals(field.shown())
                && chosen.stream()
                        .allMatch(code -> Codes.all().values().stream().anyMatch(codes -> codes.containsKey(code)));
    }

    private static String known(String fact, String replacement) {
        return fact == null || fact.isBlank() ? null : replacement;
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> map) {
        map.values().removeIf(Objects::isNull);
        return map;
    }

    /** The same person gets the same invented facts within one file, so that repeated complaints stay repeated. */
    private static final class Invented {

        private final Map<String, Integer> known = new HashMap<>();

        private int number(String real) {
            return known.computeIfAbsent(real, r -> known.size() + 1);
        }

        String name(String what, String real) {
            return known(real, "%s%03d".formatted(what, real == null ? 0 : number(real)));
        }

        String phone(String real) {
            return known(real, "139000%05d".formatted(real == null ? 0 : number(real)));
        }

        String idNumber(String real) {
            return known(real, "11010119000101%04d".formatted(real == null ? 0 : number(real)));
        }
    }
}
