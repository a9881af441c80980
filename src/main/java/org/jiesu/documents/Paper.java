package org.jiesu.documents;

import java.util.Map;

/** A paper ready to be made out: a record whose components are the fields of its template. */
public interface Paper {

    /** Code of the institution in whose name the paper is made out. */
    String institution();

    PaperKind kind();

    default Audience audience() {
        return kind().audience();
    }

    /** Which of several papers of this kind in one case it is; its versions share a number. Blank where one is enough. */
    default String about() {
        return "";
    }

    /** What the template prints beyond the record's own components: legal texts, ticked boxes, conditions of sections. */
    default Map<String, Object> wording() {
        return Map.of();
    }
}
