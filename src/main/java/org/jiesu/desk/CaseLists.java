package org.jiesu.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CasePosition;
import org.jiesu.cases.CaseQuery;
import org.jiesu.cases.CaseSearch;
import org.jiesu.cases.CaseState;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Identities;
import org.jiesu.cases.Outcome;
import org.jiesu.cases.Parties;
import org.jiesu.deadlines.ClockSearch;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.deadlines.Light;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.ChinaTime;
import org.jiesu.supervision.Supervision;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the cases that the current user may see. */
@Component
class CaseLists {

    private static final int LARGEST_PAGE = 200;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String caseNumber,
            CaseKind kind,
            String kindName,
            CaseState state,
            Outcome outcome,
            String stage,
            String stageName,
            String matter,
            String town,
            String subject,
            String handlingUnit,
            OffsetDateTime receivedAt,
            Light light,
            String lightLabel,
            boolean provisional,
            Supervision.Standing supervision) {}

    record Page(List<Line> content, int page, int size, long total) {}

    /** What is known of the cases; the rest narrows them down and turns pages, as in the list. */
    record Search(
            String text,
            String phone,
            String idNumber,
            String respondent,
            String externalNumber,
            String state,
            String unit,
            String kind,
            String light,
            Integer page,
            Integer size) {

        boolean isEmpty() {
            return Stream.of(text, phone, idNumber, respondent, externalNumber).noneMatch(CaseLists::given);
        }
    }

    private final CaseSearch search;
    private final Parties parties;
    private final Identities identities;
    private final Deadlines deadlines;
    private final ClockSearch clocks;
    private final CasePosition position;
    private final Supervision supervision;

    CaseLists(
            CaseSearch search,
            Parties parties,
            Identities identities,
            Deadlines deadlines,
            ClockSearch clocks,
            CasePosition position,
            Supervision supervision) {
        this.search = search;
        this.parties = parties;
        this.identities = identities;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.position = position;
        this.supervision = supervision;
    }

    @Transactional(readOnly = true)
    Page page(CaseQuery query, String light, int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new BadInput("size", "页码从 0 起，每页 1 至 " + LARGEST_PAGE + " 件");
        }
        var found = given(light)
                ? search.page(query, clocks.casesShowing(Light.ofCode(light)), page, size)
                : search.page(query, page, size);
        return new Page(lines(found.getContent()), page, size, found.getTotalElements());
    }

    @Transactional(readOnly = true)
    Page search(Search by) {
        if (by.isEmpty()) {
            throw new BadInput("text", "请至少填写一个查询条件");
        }
        Set<String> numbers = null;
        if (given(by.text())) {
            Set<String> byText = new HashSet<>(search.byText(by.text().strip()));
            byText.addAll(parties.casesByRespondent(by.text().strip()));
            numbers = both(numbers, byText);
        }
        if (given(by.phone())) {
            numbers = both(numbers, parties.casesByPhone(by.phone().strip()));
        }
        if (given(by.idNumber())) {
            numbers = both(numbers, parties.casesByIdNumber(by.idNumber().strip()));
        }
        if (given(by.respondent())) {
            if (by.respondent().strip().length() < Parties.SHORTEST_PART) {
                throw new BadInput("respondent", "被投诉（举报）人的名称至少填写两个字");
            }
            numbers = both(numbers, parties.casesByRespondent(by.respondent().strip()));
        }
        if (given(by.externalNumber())) {
            numbers = both(
                    numbers,
                    new HashSet<>(search.byExternalNumber(by.externalNumber().strip())));
        }
        return page(
                CaseQuery.of(by.state(), by.unit(), by.kind(), null).within(numbers),
                by.light(),
                Objects.requireNonNullElse(by.page(), 0),
                Objects.requireNonNullElse(by.size(), LARGEST_PAGE));
    }

    private static Set<String> both(Set<String> earlier, Set<String> found) {
        if (earlier == null) {
            return found;
        }
        Set<String> common = new HashSet<>(earlier);
        common.retainAll(found);
        return common;
    }

    private List<Line> lines(List<CaseView> views) {
        Map<String, Light> lights = lights(views);
        List<String> numbers = numbers(views);
        Set<String> provisional = deadlines.provisional(numbers);
        Map<String, Supervision.Standing> standings = supervision.standings(numbers);
        Map<String, Identities.Words> people = identities.of(numbers);
        return views.stream()
                .map(view -> line(
                        view,
                        people.get(view.caseNumber()),
                        lights.getOrDefault(view.caseNumber(), Light.NORMAL),
                        provisional.contains(view.caseNumber()),
                        standings.get(view.caseNumber())))
                .toList();
    }

    private Map<String, Light> lights(List<CaseView> views) {
        return deadlines.lights(numbers(views));
    }

    private static List<String> numbers(List<CaseView> views) {
        return views.stream().map(CaseView::caseNumber).toList();
    }

    private Line line(
            CaseView view, Identities.Words people, Light light, boolean provisional, Supervision.Standing standing) {
        return new Line(
                view.caseNumber(),
                view.kind(),
                view.kind().label(),
                view.state(),
                view.outcome(),
                position.stage(view.caseNumber()).orElse(null),
                position.stageName(view.caseNumber()).orElse(null),
                view.facts().matter(),
                view.facts().town(),
                people.masked(view.subject()),
                view.handlingUnit(),
                ChinaTime.of(view.receivedAt()),
                light,
                light.label(),
                provisional,
                standing);
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
