package org.jiesu.deadlines;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** One import of a calendar year, or its withdrawal; never changed, the newest of a year counts. */
@Entity
@Immutable
@Table(name = "calendar_notice")
class CalendarNotice {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private int calendarYear;
    private String notice;
    private String importedBy;
    private LocalDateTime importedAt;

    protected CalendarNotice() {}

    private CalendarNotice(int calendarYear, String notice, String importedBy, LocalDateTime importedAt) {
        this.calendarYear = calendarYear;
        this.notice = notice;
        this.importedBy = importedBy;
        this.importedAt = importedAt;
    }

    static CalendarNotice imported(CalendarYear year, String by, LocalDateTime at) {
        try {
            return new CalendarNotice(year.year(), CalendarFiles.JSON.writeValueAsString(year), by, at);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the notice cannot be written as JSON", e);
        }
    }

    static CalendarNotice withdrawn(int calendarYear, String by, LocalDateTime at) {
        return new CalendarNotice(calendarYear, null, by, at);
    }

    long id() {
        return id;
    }

    int calendarYear() {
        return calendarYear;
    }

    /** The imported days; empty for a withdrawal. */
    Optional<CalendarYear> notice() {
        try {
            return notice == null
                    ? Optional.empty()
                    : Optional.of(CalendarFiles.JSON.readValue(notice, CalendarYear.class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the stored notice is not JSON", e);
        }
    }

    String importedBy() {
        return importedBy;
    }

    LocalDateTime importedAt() {
        return importedAt;
    }
}
