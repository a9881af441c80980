package org.jiesu.workflow.tasks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jiesu.cases.FilledField;
import org.jiesu.platform.Staff;
import org.jiesu.shared.WrongFields;

/** A checked form as a completion reads it: only declared fields, each of its declared type, blank ones absent. */
public final class FilledForm {

    private final String caseNumber;
    private final Staff actor;
    private final Map<String, FilledField> fields;
    private final Map<String, String> labels;
    private final Function<String, Object> variables;
    private final WrongFields wrong = new WrongFields();

    FilledForm(
            String caseNumber,
            Staff actor,
            Map<String, FilledField> fields,
            Map<String, String> labels,
            Function<String, Object> variables) {
        this.caseNumber = caseNumber;
        this.actor = actor;
        this.fields = fields;
        this.labels = labels;
        this.variables = variables;
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** Who finished the task. */
    public Staff actor() {
        return actor;
    }

    /** A number that the process was started with: which thing of the case this task is about. */
    public long reference(String variable) {
        return ((Number) variables.apply(variable)).longValue();
    }

    public boolean has(String key) {
        return fields.containsKey(key);
    }

    /** False also where nothing was chosen. */
    public boolean yes(String key) {
        return Boolean.TRUE.equals(value(key));
    }

    /** A code or text; null where it was left blank. */
    public String text(String key) {
        return (String) value(key);
    }

    public BigDecimal number(String key) {
        return (BigDecimal) value(key);
    }

    public LocalDate date(String key) {
        String date = text(key);
        return date == null ? null : LocalDate.parse(date);
    }

    @SuppressWarnings("unchecked")
    public List<String> list(String key) {
        return Optional.ofNullable((List<String>) value(key)).orElse(List.of());
    }

    /** A duty that holds only under this condition; all unmet ones are named together by {@link #checked()}. */
    public FilledForm require(boolean condition, String key, String when) {
        if (condition && !has(key)) {
            wrong.add(key, when + "须填写“" + labels.getOrDefault(key, key) + "”");
        }
        return this;
    }

    /** A condition that must hold between fields. */
    public FilledForm must(boolean holds, String key, String otherwise) {
        if (!holds) {
            wrong.add(key, otherwise);
        }
        return this;
    }

    /** An act that is told afterwards: it happened today or earlier; a blank date means today. */
    public FilledForm past(String key, LocalDate today) {
        LocalDate date = date(key);
        return must(date == null || !date.isAfter(today), key, "“" + labels.getOrDefault(key, key) + "”不能晚于今天");
    }

    public FilledForm checked() {
        wrong.refuse();
        return this;
    }

    List<FilledField> fields() {
        return List.copyOf(fields.values());
    }

    private Object value(String key) {
        FilledField field = fields.get(key);
        return field == null ? null : field.value();
    }
}
