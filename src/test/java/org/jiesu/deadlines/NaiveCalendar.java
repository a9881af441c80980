package org.jiesu.deadlines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Days counted once more, in the plainest way, over the notices themselves. */
public final class NaiveCalendar {

    private final Map<LocalDate, Boolean> off = new HashMap<>();

    /** @param notices resources in holiday-cn format, the later one wins */
    public static NaiveCalendar of(String... notices) {
        NaiveCalendar calendar = new NaiveCalendar();
        for (String notice : notices) {
            try (InputStream json = NaiveCalendar.class.getResourceAsStream(notice)) {
                for (JsonNode day : new ObjectMapper().readTree(json).path("days")) {
                    calendar.off.put(
                            LocalDate.parse(day.path("date").asText()),
                            day.path("isOffDay").asBoolean());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return calendar;
    }

    private boolean isWorking(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !off.getOrDefault(day, weekend);
    }

    public LocalDate workingDaysAfter(LocalDate start, int count) {
        LocalDate day = start;
        for (int counted = 0; counted < count; ) {
            day = day.plusDays(1);
            counted += isWorking(day) ? 1 : 0;
        }
        return day;
    }

    /** The last of so many days, put off while it is a day off of a notice. */
    public LocalDate daysAfter(LocalDate start, int count) {
        LocalDate day = start.plusDays(count);
        while (off.getOrDefault(day, false)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
