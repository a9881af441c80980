package org.jiesu.deadlines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.WrongFields;

/** Reads a year in holiday-cn format and names everything that is wrong with it at once; keys it does not know are let be. */
final class NoticeReader {

    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2100;
    private static final int LONGEST_PAPER = 300;
    private static final int LONGEST_NAME = 40;
    private static final int MOST_PAPERS = 20;

    private final int year;
    private final WrongFields wrong = new WrongFields();

    private NoticeReader(int year) {
        this.year = year;
    }

    static CalendarYear read(int year, String json) {
        NoticeReader reader = new NoticeReader(year);
        CalendarYear notice = reader.notice(parse(json));
        reader.wrong.refuse();
        return notice;
    }

    private static JsonNode parse(String json) {
        try {
            JsonNode notice = CalendarFiles.JSON.readTree(json == null ? "" : json);
            if (notice.isObject()) {
                return notice;
            }
        } catch (JsonProcessingException e) {
            // Answered below: the parser's own message quotes the text.
        }
        throw new BadInput("json", "内容不是有效的 JSON，应为 {\"year\": …, \"papers\": […], \"days\": […]}");
    }

    private CalendarYear notice(JsonNode notice) {
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            wrong.add("year", "年份须在 " + EARLIEST_YEAR + " 年至 " + LATEST_YEAR + " 年之间");
        } else if (!notice.path("year").isInt()) {
            wrong.add("year", "缺少年份“year”");
        } else if (notice.path("year").intValue() != year) {
            wrong.add("year", "文件是 " + notice.path("year").intValue() + " 年的安排，不是 " + year + " 年的");
        }
        return new CalendarYear(year, papers(notice.path("papers")), days(notice.path("days")));
    }

    private List<String> papers(JsonNode papers) {
        List<String> read = new ArrayList<>();
        papers.forEach(paper -> {
            String text = paper.asText().strip();
            if (!paper.isTextual() || text.isEmpty() || text.length() > LONGEST_PAPER) {
                wrong.add("papers", "“papers”的每一项须是国务院办公厅通知的文号或者网址，不超过 " + LONGEST_PAPER + " 个字");
            } else if (!read.contains(text)) {
                read.add(text);
            }
        });
        if (!papers.isArray() || papers.isEmpty() || papers.size() > MOST_PAPERS) {
            wrong.add("papers", "“papers”须写明国务院办公厅通知的文号或者网址，1 至 " + MOST_PAPERS + " 项");
        }
        return read;
    }

    private List<CalendarYear.Day> days(JsonNode days) {
        if (!days.isArray() || days.isEmpty()) {
            wrong.add("days", "没有列出放假或者调休上班的日子，不是已公布的安排");
            return List.of();
        }
        List<CalendarYear.Day> read = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            CalendarYear.Day day = day("days[" + i + "]", "第 " + (i + 1) + " 项", days.get(i));
            if (day.date() != null && !seen.add(day.date())) {
                wrong.add("days[" + i + "].date", "第 " + (i + 1) + " 项：日期 " + day.date() + " 重复");
            }
            read.add(day);
        }
        read.sort(Comparator.comparing(CalendarYear.Day::date, Comparator.nullsFirst(Comparator.naturalOrder())));
        return read;
    }

    private CalendarYear.Day day(String field, String item, JsonNode day) {
        String name = day.path("name").asText("").strip();
        if (!day.path("name").isTextual() || name.isEmpty() || name.length() > LONGEST_NAME) {
            wrong.add(field + ".name", item + "：“name”须是节日名称，不超过 " + LONGEST_NAME + " 个字");
        }
        if (!day.path("isOffDay").isBoolean()) {
            wrong.add(field + ".isOffDay", item + "：“isOffDay”须是 true（放假）或者 false（上班）");
        }
        return new CalendarYear.Day(
                name,
                date(field + ".date", item, day.path("date")),
                day.path("isOffDay").asBoolean());
    }

    private LocalDate date(String field, String item, JsonNode text) {
        try {
            LocalDate date = LocalDate.parse(text.asText());
            if (date.getYear() == year || isNeighbour(date)) {
                return date;
            }
            wrong.add(field, item + "：" + date + " 不在 " + year + " 年内（上一年只可以有 12 月最后十天）");
        } catch (DateTimeParseException e) {
            wrong.add(field, item + "：“date”须是存在的日期，如 " + year + "-01-01");
        }
        return null;
    }

    /** A notice may begin in the last days of the year before: 2018-12-29 came with the notice for 2019. */
    private boolean isNeighbour(LocalDate date) {
        return date.isBefore(LocalDate.of(year, 1, 1)) && date.isAfter(LocalDate.of(year - 1, 12, 21));
    }
}
