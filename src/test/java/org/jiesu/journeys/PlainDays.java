package org.jiesu.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Periods counted once more, day by day, over the State Council's lists: nothing here is taken from the product. */
final class PlainDays {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final Map<Integer, JsonNode> notices = new TreeMap<>();
    private final Map<LocalDate, Boolean> off = new HashMap<>();

    PlainDays() {
        IntStream.rangeClosed(2019, 2035).forEach(this::readFile);
    }

    private void readFile(int year) {
        try (InputStream file = PlainDays.class.getResourceAsStream("/calendar/" + year + ".json")) {
            if (file != null) {
                read(Bureau.JSON.readTree(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another notice replaces the one of its year; where two speak of a day, that of the later year counts. */
    void read(JsonNode notice) {
        notices.put(notice.path("year").asInt(), notice);
        off.clear();
        notices.values().forEach(one -> one.path("days")
                .forEach(day -> off.put(
                        LocalDate.parse(day.path("date").asText()),
                        day.path("isOffDay").asBoolean())));
    }

    /** The days that the notice of a year names, off or not; none if it is not out. */
    TreeMap<LocalDate, Boolean> notice(int year) {
        TreeMap<LocalDate, Boolean> named = new TreeMap<>();
        if (notices.containsKey(year)) {
            notices.get(year)
                    .path("days")
                    .forEach(day -> named.put(
                            LocalDate.parse(day.path("date").asText()),
                            day.path("isOffDay").asBoolean()));
        }
        return named;
    }

    /** Days that do not count: from one (inclusive) to another (exclusive; null while it lasts). */
    record Span(LocalDate from, LocalDate to) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    record Period(LocalDateTime start, int amount, String unit, String roll, LocalDate agreedOn, List<Span> pauses) {}

    /** The last second of a period; null while a pause without an end holds it. */
    LocalDateTime due(Period period) {
        return switch (period.unit()) {
            case "MINUTES" -> period.start().plusMinutes(period.amount());
            case "HOURS" -> period.start().plusHours(period.amount());
            case "AGREED" -> period.agreedOn().atTime(LAST_SECOND);
            case "HALF_WORKING_DAYS" -> {
                LocalDate day = last(period, (period.amount() + 1) / 2, false);
                yield day == null ? null : day.atTime(period.amount() % 2 == 1 ? LocalTime.NOON : LAST_SECOND);
            }
            case "WORKING_DAYS", "CALENDAR_DAYS" -> {
                LocalDate day = last(period, period.amount(), period.unit().equals("CALENDAR_DAYS"));
                yield day == null ? null : day.atTime(LAST_SECOND);
            }
            default -> throw new IllegalArgumentException(period.unit());
        };
    }

    private LocalDate last(Period period, int amount, boolean everyDay) {
        LocalDate day = period.start().toLocalDate();
        for (int counted = 0; counted < amount || (everyDay && isPutOff(day, period)); ) {
            day = day.plusDays(1);
            LocalDate today = day;
            if (period.pauses().stream().anyMatch(span -> span.to() == null && span.holds(today))) {
                return null;
            }
            boolean paused = period.pauses().stream().anyMatch(span -> span.holds(today));
            if (counted < amount && !paused && (everyDay || isWorking(day))) {
                counted++;
            }
        }
        return day;
    }

    private boolean isPutOff(LocalDate day, Period period) {
        return period.pauses().stream().anyMatch(span -> span.holds(day))
                || switch (period.roll()) {
                    case "HOLIDAY" -> off.getOrDefault(day, false);
                    case "NON_WORKING" -> !isWorking(day);
                    default -> false;
                };
    }

    boolean isWorking(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !off.getOrDefault(day, weekend);
    }

    LocalDate workingDaysBefore(LocalDate date, int count) {
        LocalDate day = date;
        for (int left = count; left > 0; ) {
            day = day.minusDays(1);
            left -= isWorking(day) ? 1 : 0;
        }
        return day;
    }

    /** Whether a period that counts days runs into a year whose notice is not out. */
    boolean isProvisional(Period period, LocalDateTime due) {
        return due != null
                && period.unit().endsWith("DAYS")
                && due.isAfter(period.start())
                && period.start()
                        .toLocalDate()
                        .datesUntil(due.toLocalDate().plusDays(1))
                        .skip(1)
                        .anyMatch(day -> !notices.containsKey(day.getYear()));
    }
}
