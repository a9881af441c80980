package org.jiesu.cases;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the cases the current user may see: the same rule as {@link CaseAccess}, asked of the database. */
@Service
@Transactional(readOnly = true)
public class CaseSearch {

    private final CaseRecordRepository records;
    private final CurrentStaff staff;

    CaseSearch(CaseRecordRepository records, CurrentStaff staff) {
        this.records = records;
        this.staff = staff;
    }

    /** A page of cases, newest first. */
    public Page<CaseView> page(CaseQuery query, int page, int size) {
        Specification<CaseRecord> visible = (root, q, where) -> visible(root, where, staff.get());
        return records.findAll(
                        visible.and(matching(query)),
                        PageRequest.of(
                                page, size, Sort.by(Sort.Order.desc("receivedAt"), Sort.Order.desc("caseNumber"))))
                .map(CaseRecord::view);
    }

    /** Numbers of visible cases whose number, matter or town contains the text. */
    public List<String> byText(String text) {
        String like = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        Specification<CaseRecord> visible = (root, q, where) -> visible(root, where, staff.get());
        Specification<CaseRecord> matching = (root, q, where) -> where.or(
                where.like(root.get("caseNumber"), like, '\\'),
                where.like(root.get("matter"), like, '\\'),
                where.like(root.get("town"), like, '\\'));
        return records.findAll(visible.and(matching), PageRequest.of(0, 1000))
                .map(CaseRecord::caseNumber)
                .toList();
    }

    public List<String> byExternalNumber(String externalNumber) {
        Specification<CaseRecord> matching =
                (root, q, where) -> where.equal(root.get("externalNumber"), externalNumber);
        return records.findAll(matching).stream().map(CaseRecord::caseNumber).toList();
    }

    private static Specification<CaseRecord> matching(CaseQuery query) {
        return (root, q, where) -> {
            List<Predicate> all = new ArrayList<>();
            if (query.state() != null) {
                all.add(where.equal(root.get("state"), query.state()));
            }
            if (query.unit() != null) {
                all.add(where.equal(root.get("handlingUnit"), query.unit()));
            }
            if (query.kind() != null) {
                all.add(where.equal(root.get("kind"), query.kind()));
            }
            if (query.caseNumber() != null) {
                all.add(where.equal(root.get("caseNumber"), query.caseNumber()));
            }
            if (query.among() != null) {
                all.add(
                        query.among().isEmpty()
                                ? where.disjunction()
                                : root.get("caseNumber").in(query.among()));
            }
            return where.and(all.toArray(Predicate[]::new));
        };
    }

    private static Predicate visible(Root<CaseRecord> root, CriteriaBuilder where, Staff reader) {
        Predicate institution = where.equal(root.get("institution"), reader.institution());
        Predicate open = where.isFalse(root.get("secret"));
        List<Predicate> any = new ArrayList<>();
        if (CaseAccess.readsAll(reader)) {
            any.add(open);
        }
        if (CaseAccess.readsSealed(reader)) {
            any.add(where.conjunction());
        }
        Set<String> units = CaseAccess.units(reader);
        if (!units.isEmpty()) {
            any.add(where.and(open, root.get("handlingUnit").in(units)));
            // One unit a line: a unit's code is matched whole between line breaks.
            for (String unit : units) {
                for (String column : List.of("assistingUnits", "copiedUnits")) {
                    var line = where.concat(
                            where.concat("\n", where.coalesce(root.get(column).as(String.class), "")), "\n");
                    any.add(where.and(open, where.like(line, "%\n" + unit + "\n%")));
                }
            }
        }
        return where.and(institution, any.isEmpty() ? where.disjunction() : where.or(any.toArray(Predicate[]::new)));
    }
}
