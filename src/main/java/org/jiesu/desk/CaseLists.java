package org.jiesu.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CasePosition;
import org.jiesu.cases.CaseQuery;
import org.jiesu.cases.CaseSearch;
import org.jiesu.cases.CaseState;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Outcome;
import org.jiesu.cases.Parties;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.deadlines.Light;
import org.jiesu.shared.BadInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the cases that the current user may see. */
@Component
class CaseLists {

    private static final int LARGEST_PAGE = 200;
    /** A light is not a column but a matter of the hour: it is looked for among so many of the newest cases. */
    private static final int LIGHT_WINDOW = 5_000;

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
            boolean provisional) {}

    record Page(List<Line> content, int page, int size, long total) {}

    record Search(String text, String phone, String idNumber, String respondent, String externalNumber) {

        boolean isEmpty() {
            return Stream.of(text, phone, idNumber, respondent, externalNumber).noneMatch(CaseLists::given);
        }
    }

    private final CaseSearch search;
    private final Parties parties;
    private final Deadlines deadlines;
    private final CasePosition position;

    CaseLists(CaseSearch search, Parties parties, Deadlines deadlines, CasePosition position) {
        this.search = search;
        this.parties = parties;
        this.deadlines = deadlines;
        this.position = position;
    }

    @Transactional(readOnly = true)
    Page page(CaseQuery query, String light, int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new BadInput("size", "页码从 0 起，每页 1 至 " + LARGEST_PAGE + " 件");
        }
        if (given(light)) {
            return ofLight(query, light, page, size);
        }
        var found = search.page(query, page, size);
        return new Page(lines(found.getContent()), page, size, found.getTotalElements());
    }

    private Page ofLight(CaseQuery query, String code, int page, int size) {
        Light light = Arrays.stream(Light.values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new BadInput("light", "“light”须是 " + Arrays.toString(Light.values()) + " 之一"));
        List<CaseView> all = search.page(query, 0, LIGHT_WINDOW).getContent();
        Map<String, Light> lights = lights(all);
        List<CaseView> lit = all.stream()
                .filter(view -> lights.getOrDefault(view.caseNumber(), Light.NORMAL) == light)
                .toList();
        return new Page(lines(lit.stream().skip((long) page * size).limit(size).toList()), page, size, lit.size());
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
            numbers = both(numbers, parties.casesByRespondent(by.respondent().strip()));
        }
        if (given(by.externalNumber())) {
            numbers = both(
                    numbers,
                    new HashSet<>(search.byExternalNumber(by.externalNumber().strip())));
        }
        var found = search.page(CaseQuery.among(numbers), 0, LARGEST_PAGE);
        return new Page(lines(found.getContent()), 0, LARGEST_PAGE, found.getTotalElements());
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
        Set<String> provisional =
                deadlines.provisional(views.stream().map(CaseView::caseNumber).toList());
        return views.stream()
                .map(view -> line(
                        view,
                        lights.getOrDefault(view.caseNumber(), Light.NORMAL),
                        provisional.contains(view.caseNumber())))
                .toList();
    }

    private Map<String, Light> lights(List<CaseView> views) {
        return deadlines.lights(views.stream().map(CaseView::caseNumber).toList());
    }

    private Line line(CaseView view, Light light, boolean provisional) {
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
                view.subject(),
                view.handlingUnit(),
                CaseReader.china(view.receivedAt()),
                light,
                light.label(),
                provisional);
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
