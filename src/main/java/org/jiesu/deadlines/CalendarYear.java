package org.jiesu.deadlines;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/** One year file in holiday-cn format: the State Council's notices ({@code papers}) and the days they name. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CalendarYear(int year, List<String> papers, List<Day> days) {

    public CalendarYear {
        papers = List.copyOf(papers);
        days = List.copyOf(days);
    }

    /** A day off, or a make-up working day, named after its holiday. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Day(String name, LocalDate date, @JsonProperty("isOffDay") boolean offDay) {}
}
