package org.jiesu.cases;

import java.util.Arrays;
import java.util.Collection;
import org.jiesu.shared.WrongFields;

/** What cases are looked for; null means any. */
public record CaseQuery(CaseState state, String unit, CaseKind kind, String caseNumber, Collection<String> among) {

    public static final CaseQuery ANY = new CaseQuery(null, null, null, null, null);

    /** Reads codes as they stand in a URL, naming every wrong one. */
    public static CaseQuery of(String state, String unit, String kind, String caseNumber) {
        var wrong = new WrongFields();
        CaseQuery query = new CaseQuery(
                code(wrong, "state", state, CaseState.values()),
                unit,
                code(wrong, "kind", kind, CaseKind.values()),
                caseNumber,
                null);
        wrong.refuse();
        return query;
    }

    /** The same, of these cases only. */
    public CaseQuery within(Collection<String> caseNumbers) {
        return new CaseQuery(state, unit, kind, caseNumber, caseNumbers);
    }

    private static <E extends Enum<E>> E code(WrongFields wrong, String field, String text, E[] codes) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(codes)
                .filter(code -> code.name().equals(text))
                .findFirst()
                .orElseGet(() -> {
                    wrong.add(field, "“" + field + "”须是 " + Arrays.toString(codes) + " 之一");
                    return null;
                });
    }
}
