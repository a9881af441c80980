package org.jiesu.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.FieldError;

/** What cases are looked for; null means any. */
public record CaseQuery(CaseState state, String unit, CaseKind kind, String caseNumber, Collection<String> among) {

    public static final CaseQuery ANY = new CaseQuery(null, null, null, null, null);

    /** Reads codes as they stand in a URL, naming every wrong one. */
    public static CaseQuery of(String state, String unit, String kind, String caseNumber) {
        List<FieldError> wrong = new ArrayList<>();
        CaseQuery query = new CaseQuery(
                code(wrong, "state", state, CaseState.values()),
                unit,
                code(wrong, "kind", kind, CaseKind.values()),
                caseNumber,
                null);
        if (!wrong.isEmpty()) {
            throw new BadInput(wrong);
        }
        return query;
    }

    /** The same, of these cases only. */
    public CaseQuery within(Collection<String> caseNumbers) {
        return new CaseQuery(state, unit, kind, caseNumber, caseNumbers);
    }

    private static <E extends Enum<E>> E code(List<FieldError> wrong, String field, String text, E[] codes) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(codes)
                .filter(code -> code.name().equals(text))
                .findFirst()
                .orElseGet(() -> {
                    wrong.add(new FieldError(field, "“" + field + "”须是 " + Arrays.toString(codes) + " 之一"));
                    return null;
                });
    }
}
