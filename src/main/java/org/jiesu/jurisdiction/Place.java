package org.jiesu.jurisdiction;

import java.util.List;

/** What an address says about where in the institution's area it is; {@code candidates} only when it is ambiguous. */
public record Place(Kind kind, String town, List<String> candidates, String otherPlace) {

    /** The values of the input {@code respondentPlace} of decisions/jurisdiction.dmn. */
    public enum Kind {
        /** One town of the area. */
        TOWN,
        /** The area itself is named, but none of its towns. */
        AREA,
        /** Several towns are possible: to be asked, not guessed. */
        AMBIGUOUS,
        /** Another county or city is named. */
        OUTSIDE,
        /** Nothing is named that we know. */
        UNKNOWN
    }

    static Place town(String town) {
        return new Place(Kind.TOWN, town, List.of(), null);
    }

    static Place ambiguous(List<String> candidates) {
        return new Place(Kind.AMBIGUOUS, null, List.copyOf(candidates), null);
    }

    static Place outside(String otherPlace) {
        return new Place(Kind.OUTSIDE, null, List.of(), otherPlace);
    }

    static Place area() {
        return new Place(Kind.AREA, null, List.of(), null);
    }

    static Place unknown() {
        return new Place(Kind.UNKNOWN, null, List.of(), null);
    }
}
