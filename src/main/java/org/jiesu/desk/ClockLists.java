package org.jiesu.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseQuery;
import org.jiesu.cases.CaseSearch;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Codes;
import org.jiesu.deadlines.ClockSearch;
import org.jiesu.deadlines.Layer;
import org.jiesu.deadlines.Light;
import org.jiesu.organisation.Institutions;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.ChinaTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the running clocks that the current user may see: what a supervisor looks at (时限督办). */
@Component
class ClockLists {

    private static final int LARGEST_PAGE = 200;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String caseNumber,
            CaseKind kind,
            String kindName,
            String institution,
            String handlingUnit,
            String handlingUnitName,
            String handler,
            String handlerName,
            String matter,
            String town,
            boolean urgent,
            String clock,
            String clockName,
            int run,
            Layer layer,
            String layerName,
            OffsetDateTime startedAt,
            OffsetDateTime dueAt,
            Light light,
            String lightLabel,
            boolean provisional,
            String basis) {}

    /** @param counts how many of the clocks show each light, also where only one light was asked for */
    record Page(List<Line> content, int page, int size, long total, Map<Light, Long> counts) {}

    private final ClockSearch clocks;
    private final CaseSearch cases;
    private final CaseReader reader;
    private final Institutions institutions;

    ClockLists(ClockSearch clocks, CaseSearch cases, CaseReader reader, Institutions institutions) {
        this.clocks = clocks;
        this.cases = cases;
        this.reader = reader;
        this.institutions = institutions;
    }

    @Transactional(readOnly = true)
    Page page(ClockSearch.Query query, int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new BadInput("size", "页码从 0 起，每页 1 至 " + LARGEST_PAGE + " 个期限");
        }
        Map<Light, Long> counts = clocks.counts(query);
        List<ClockSearch.Pending> found = clocks.page(query, page, size);
        long total = query.light() == null
                ? counts.values().stream().mapToLong(Long::longValue).sum()
                : counts.getOrDefault(query.light(), 0L);
        Map<String, CaseView> views = views(found);
        return new Page(
                found.stream()
                        .map(clock -> line(clock, views.get(clock.caseNumber())))
                        .toList(),
                page,
                size,
                total,
                counts);
    }

    private Map<String, CaseView> views(List<ClockSearch.Pending> found) {
        List<String> numbers =
                found.stream().map(ClockSearch.Pending::caseNumber).distinct().toList();
        return cases.page(CaseQuery.ANY.within(numbers), 0, LARGEST_PAGE).stream()
                .collect(Collectors.toMap(CaseView::caseNumber, Function.identity()));
    }

    private Line line(ClockSearch.Pending clock, CaseView view) {
        return new Line(
                view.caseNumber(),
                view.kind(),
                view.kind().label(),
                view.institution(),
                view.handlingUnit(),
                institutions.get(view.institution()).unitName(view.handlingUnit()),
                view.handler(),
                reader.personName(view.handler()),
                view.facts().matter(),
                view.facts().town(),
                view.facts().urgent(),
                clock.clock(),
                Codes.label("clock", clock.clock()),
                clock.run(),
                clock.layer(),
                clock.layer().label(),
                ChinaTime.of(clock.startedAt()),
                ChinaTime.of(clock.dueAt()),
                clock.light(),
                clock.light().label(),
                clock.provisional(),
                clock.basis());
    }
}
