package org.jiesu.documents;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/** What is known about an issued paper without opening it. */
public record IssuedPaper(
        long id,
        PaperKind kind,
        String title,
        String number,
        int version,
        LocalDate issuedOn,
        Audience audience,
        boolean identifying) {

    @JsonProperty("audienceName")
    String audienceName() {
        return audience.label();
    }
}
