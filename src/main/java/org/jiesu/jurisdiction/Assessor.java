package org.jiesu.jurisdiction;

import static java.util.Objects.requireNonNullElse;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiesu.cases.Assessment;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Facts;
import org.jiesu.cases.Parties;
import org.jiesu.cases.Party;
import org.jiesu.cases.PartyRole;
import org.springframework.stereotype.Service;

/** Asks the decision tables about a newly registered case and keeps their proposals with it; a person decides. */
@Service
public class Assessor {

    /** How people are called who do not give their name. */
    private static final Pattern NO_NAME = Pattern.compile("市民|先生|女士|小姐|同志|匿名|某|员工|群众|家长|网友|消费者|业主|顾客|举报人|投诉人");

    /** Circumstances of 令121第十七条 are counted over the last month. */
    private static final int FACTOR_DAYS = 30;

    private final Cases cases;
    private final Parties parties;
    private final Places places;
    private final DecisionTables tables;

    Assessor(Cases cases, Parties parties, Places places, DecisionTables tables) {
        this.cases = cases;
        this.parties = parties;
        this.places = places;
        this.tables = tables;
    }

    /** Assesses the case and answers what is now known about it. */
    public CaseView assess(String caseNumber) {
        CaseView view = cases.view(caseNumber);
        cases.assess(caseNumber, new Question(view).assessment());
        return cases.view(caseNumber);
    }

    /** Everything that is asked about one case. */
    private final class Question {

        private final CaseView view;
        private final Optional<Party> claimant;
        private final Optional<Party> respondent;
        private final List<Party> all;
        private final String text;
        private final Map<String, Object> proposed = new LinkedHashMap<>();

        Question(CaseView view) {
            this.view = view;
            claimant = parties.claimant(view.caseNumber());
            respondent = parties.respondent(view.caseNumber());
            all = parties.of(view.caseNumber());
            text = String.join("。", view.subject(), view.content(), requireNonNullElse(view.demand(), ""));
        }

        Assessment assessment() {
            Place place = places.find(
                    view.facts().town(), respondent.map(Party::address).orElse(null));
            String matter =
                    (String) one("matter", facts("category", view.category())).get("matter");
            Map<String, Object> where = jurisdiction(matter, place);
            boolean inRemit = Boolean.TRUE.equals(where.get("inRemit"));
            String town = place.town();
            boolean urgent = urgency();
            List<CaseView> earlier = earlierOfSamePerson();
            String duplicateOf = duplicateOf(earlier);
            List<String> factors = view.kind() == CaseKind.COMPLAINT ? factors(earlier) : List.of();
            boolean realName = view.kind() == CaseKind.REPORT && !view.anonymous() && named() && given(Party::phone);
            if (view.kind() == CaseKind.COMPLAINT) {
                proposeAcceptance(matter, inRemit, duplicateOf != null);
            }
            if (view.kind() == CaseKind.REPORT) {
                proposeRoute(matter, where, town, duplicateOf != null);
                proposeNotice(matter, realName);
            }
            propose("note", where.get("note"));
            propose("candidateTowns", place.candidates());
            proposeAssistance();
            proposeSignals();
            return new Assessment(
                    new Facts(
                            matter,
                            town,
                            inRemit,
                            (String) where.get("competent"),
                            (String) where.get("competentPhone"),
                            urgent),
                    Boolean.TRUE.equals(where.get("secret")),
                    realName,
                    incomplete(inRemit),
                    duplicateOf,
                    factors,
                    proposed);
        }

        private Map<String, Object> jurisdiction(String matter, Place place) {
            return one(
                    "jurisdiction",
                    facts(
                            "matter", matter,
                            "respondentPlace", place.kind().name(),
                            "otherPlace", place.otherPlace(),
                            "platformShop",
                                    respondent
                                            .map(Party::platform)
                                            .filter(p -> !p.isBlank())
                                            .isPresent()));
        }

        private boolean urgency() {
            List<Map<String, Object>> reasons = ask(
                    "urgency",
                    facts(
                            "urgent", view.claimedUrgent(),
                            "peopleAffected", view.peopleAffected(),
                            "amount", view.highestAmount()));
            propose("urgency", column(reasons, "reason"));
            propose(
                    "notify",
                    column(reasons, "notify").stream()
                            .flatMap(names -> Stream.of(names.split("、")))
                            .distinct()
                            .toList());
            if (!reasons.isEmpty()) {
                propose("reportToLeader", true);
            }
            return !reasons.isEmpty();
        }

        private void proposeAcceptance(String matter, boolean inRemit, boolean duplicate) {
            Map<String, Object> answer = one(
                    "decline-proposal",
                    facts(
                            "matter",
                            matter,
                            "duplicate",
                            duplicate,
                            "handledElsewhere",
                            false,
                            "inRemit",
                            inRemit,
                            "returnAllowed",
                            returnAllowed(),
                            "identityRefused",
                            false,
                            "supplementMissed",
                            false,
                            "occurredOn",
                            date(view.occurredOn())));
            String reason = (String) answer.get("reason");
            switch ((String) answer.get("proposal")) {
                case "MERGE" -> propose("merge", reason);
                case "RETURN_TO_CHANNEL" -> {
                    propose("returnToChannel", true);
                    propose("returnReason", reason);
                }
                case "DECLINE" -> propose("declineGround", reason);
                default -> propose("accept", true);
            }
        }

        private void proposeRoute(String matter, Map<String, Object> where, String town, boolean repeated) {
            Map<String, Object> route = one(
                    "report-route",
                    facts(
                            "inRemit",
                            where.get("inRemit"),
                            "ground",
                            where.get("ground"),
                            "matter",
                            matter,
                            "repeated",
                            repeated,
                            "returnAllowed",
                            returnAllowed(),
                            "townKnown",
                            town != null));
            propose("reportRoute", route.get("reportRoute"));
            propose("routeClear", route.get("automatic"));
        }

        private void proposeNotice(String matter, boolean realName) {
            ask("reporter-notice", facts("matter", matter, "realName", realName)).stream()
                    .findFirst()
                    .ifPresent(duty -> propose("notice", duty.get("basis") + "：" + duty.get("within")));
        }

        private void proposeAssistance() {
            List<Map<String, Object>> helpers = ask("assistance", facts("peopleAffected", view.peopleAffected()));
            propose("assist", column(helpers, "assist"));
            propose("assistingUnits", column(helpers, "unit"));
        }

        private void proposeSignals() {
            List<Map<String, Object>> signals = ask("signals", facts());
            propose(
                    "tags",
                    signals.stream()
                            .filter(signal -> "TAG".equals(signal.get("type")))
                            .map(signal -> signal.get("label"))
                            .distinct()
                            .toList());
            List<String> clues = signals.stream()
                    .filter(signal -> "CLUE".equals(signal.get("type")))
                    .map(signal -> (String) signal.get("label"))
                    .distinct()
                    .toList();
            propose("clue", clues.isEmpty() ? null : String.join("、", clues));
        }

        private List<String> incomplete(boolean inRemit) {
            return column(
                    ask(
                            "completeness",
                            facts(
                                    "inRemit", inRemit,
                                    "anonymous", view.anonymous(),
                                    "nameGiven", named(),
                                    "phoneGiven", given(Party::phone),
                                    "addressGiven", given(Party::address),
                                    "respondentNameGiven", of(respondent, Party::name),
                                    "respondentAddressGiven", of(respondent, Party::address),
                                    "demandGiven",
                                            view.demand() != null
                                                    && !view.demand().isBlank(),
                                    "agentPapersGiven", agentPapersGiven())),
                    "field");
        }

        private boolean agentPapersGiven() {
            return all.stream()
                    .filter(party -> party.role() == PartyRole.AGENT)
                    .allMatch(agent -> isGiven(agent.name()) && isGiven(agent.idNumber()) && isGiven(agent.powers()));
        }

        private boolean named() {
            return claimant.map(Party::name)
                    .filter(Assessor::isGiven)
                    .filter(name -> !NO_NAME.matcher(name).find())
                    .isPresent();
        }

        private boolean given(Function<Party, String> fact) {
            return of(claimant, fact);
        }

        private static boolean of(Optional<Party> party, Function<Party, String> fact) {
            return party.map(fact).filter(Assessor::isGiven).isPresent();
        }

        /** Earlier cases of the same kind under the same phone, oldest first. */
        private List<CaseView> earlierOfSamePerson() {
            Set<String> numbers = claimant.map(Party::phone)
                    .filter(Assessor::isGiven)
                    .map(parties::casesByPhone)
                    .orElse(Set.of());
            return cases.receivedSince(numbers, LocalDate.EPOCH.atStartOfDay()).stream()
                    .filter(other -> other.kind() == view.kind())
                    .filter(other -> !other.caseNumber().equals(view.caseNumber()))
                    .toList();
        }

        /** The first case of the same person against the same respondent. */
        private String duplicateOf(List<CaseView> earlier) {
            String name = respondent.map(Party::name).filter(Assessor::isGiven).orElse(null);
            return earlier.stream()
                    .filter(other -> name != null
                            && respondentOf(other).filter(name::equals).isPresent())
                    .map(CaseView::caseNumber)
                    .findFirst()
                    .orElse(null);
        }

        private List<String> factors(List<CaseView> earlier) {
            LocalDateTime since = view.receivedAt().minusDays(FACTOR_DAYS);
            List<CaseView> recent = earlier.stream()
                    .filter(other -> !other.receivedAt().isBefore(since))
                    .toList();
            String name = respondent.map(Party::name).filter(Assessor::isGiven).orElse(null);
            long againstSame = recent.stream()
                    .filter(other -> name != null
                            && respondentOf(other).filter(name::equals).isPresent())
                    .count();
            long persons = Stream.concat(earlier.stream(), Stream.of(view))
                    .map(other -> parties.claimant(other.caseNumber())
                            .map(Party::name)
                            .orElse(""))
                    .distinct()
                    .count();
            Set<String> against = name == null ? Set.of() : parties.casesByRespondent(name);
            int againstRespondent = cases.receivedSince(against, since).size();
            return column(
                    ask(
                            "factors",
                            facts(
                                    "complaintsByPhone",
                                    recent.size() + 1,
                                    "complaintsBySameAgainstSame",
                                    (int) againstSame + 1,
                                    "personsWithSameContact",
                                    (int) persons,
                                    "complaintsAgainstRespondent",
                                    againstRespondent)),
                    "factor");
        }

        private Optional<String> respondentOf(CaseView other) {
            return parties.respondent(other.caseNumber()).map(Party::name);
        }

        private boolean returnAllowed() {
            return Boolean.TRUE.equals(one("channels", facts()).get("returnAllowed"));
        }

        private void propose(String question, Object answer) {
            boolean nothing = answer == null || (answer instanceof List<?> list && list.isEmpty());
            if (!nothing) {
                proposed.put(question, answer);
            }
        }

        /** The facts every table may ask for, and those that only this one does. */
        private Map<String, Object> facts(Object... more) {
            Map<String, Object> facts = new HashMap<>();
            facts.put("institution", view.institution());
            facts.put("kind", view.kind().name());
            facts.put("channel", view.channel());
            facts.put("text", text);
            facts.put("receivedOn", date(view.receivedAt().toLocalDate()));
            for (int i = 0; i < more.length; i += 2) {
                facts.put((String) more[i], more[i + 1]);
            }
            return facts;
        }

        private Map<String, Object> one(String table, Map<String, Object> facts) {
            return tables.one(table, facts).orElse(Map.of());
        }

        private List<Map<String, Object>> ask(String table, Map<String, Object> facts) {
            return tables.ask(table, facts);
        }
    }

    /** Decision tables know dates without a zone. */
    private static Object date(LocalDate date) {
        return date == null ? null : Timestamp.valueOf(date.atStartOfDay());
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }

    private static List<String> column(List<Map<String, Object>> rows, String name) {
        List<String> values = new ArrayList<>();
        rows.stream()
                .map(row -> (String) row.get(name))
                .filter(Objects::nonNull)
                .forEach(values::add);
        return values;
    }
}
