package org.jiesu.documents;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jiesu.shared.LastDay;

/** Turns a paper into the words its template prints: record components by name, nested records as nested maps. */
final class PaperFields {

    private static final String UNKNOWN = "未提供";

    /** A line break and the indent of two characters that every paragraph of a Chinese paper begins with. */
    private static final String NEW_PARAGRAPH = "\n　　";

    private PaperFields() {}

    static Map<String, Object> of(Paper paper) {
        var fields = ofRecord(paper, paper.getClass());
        paper.wording().forEach((name, said) -> fields.put(name, said instanceof Boolean ? said : printed(said)));
        return fields;
    }

    private static Map<String, Object> ofRecord(Object holder, Class<?> type) {
        var fields = new HashMap<String, Object>();
        for (var component : type.getRecordComponents()) {
            var content = holder == null ? null : read(component, holder);
            fields.put(
                    component.getName(),
                    nested(component.getType()) ? ofRecord(content, component.getType()) : printed(content));
        }
        return fields;
    }

    private static boolean nested(Class<?> type) {
        return type.isRecord() && type != LastDay.class;
    }

    private static Object read(RecordComponent component, Object holder) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    static String printed(Object content) {
        if (content instanceof LocalDate date) {
            return "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        }
        if (content instanceof LastDay day) {
            return day.spelt(PaperFields::printed);
        }
        if (content instanceof LocalDateTime time) {
            return "%s%d时%02d分".formatted(printed(time.toLocalDate()), time.getHour(), time.getMinute());
        }
        if (content instanceof BigDecimal amount) {
            return amount.setScale(2, RoundingMode.HALF_UP).toPlainString() + "元";
        }
        if (content instanceof Collection<?> several) {
            var items = several.stream().map(PaperFields::printed).toList();
            var sentences = items.stream().anyMatch(item -> item.contains("，"));
            return items.isEmpty() ? UNKNOWN : String.join(sentences ? "；" : "、", items);
        }
        return content == null ? UNKNOWN : lines(content.toString());
    }

    private static String lines(String text) {
        // A docx is XML: a control character someone pasted would make the file unreadable.
        var lines = text.lines()
                .map(line -> line.replaceAll("\\p{Cntrl}", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.isEmpty() ? UNKNOWN : String.join(NEW_PARAGRAPH, lines);
    }
}
