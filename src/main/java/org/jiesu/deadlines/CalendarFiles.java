package org.jiesu.deadlines;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The calendar files that ship with the application: {@code calendar/<year>.json}, in holiday-cn format. */
public final class CalendarFiles {

    /** As holiday-cn writes it: dates as text. */
    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private CalendarFiles() {}

    public static List<CalendarYear> load() {
        try {
            List<CalendarYear> years = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:calendar/*.json")) {
                try (InputStream json = file.getInputStream()) {
                    years.add(JSON.readValue(json, CalendarYear.class));
                }
            }
            return years;
        } catch (IOException e) {
            throw new UncheckedIOException("the calendar files cannot be read", e);
        }
    }
}
