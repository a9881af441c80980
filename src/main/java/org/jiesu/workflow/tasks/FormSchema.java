package org.jiesu.workflow.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiesu.cases.FilledField;
import org.jiesu.shared.WrongFields;

/** The input contract of a user task, read from its deployed form: the browser's checks, done again behind it. */
final class FormSchema {

    private static final int LONGEST_TEXT = 2_000;

    private final Map<String, Field> fields = new LinkedHashMap<>();

    /** One input of a form. {@code options} is empty for a field that is not a choice. */
    private record Field(
            String key,
            String type,
            String subtype,
            String label,
            boolean required,
            boolean shownOnly,
            int longest,
            BigDecimal least,
            BigDecimal most,
            Map<String, String> options) {}

    FormSchema(JsonNode form) {
        collect(form.path("components"));
    }

    private void collect(JsonNode components) {
        for (JsonNode component : components) {
            if (component.hasNonNull("key")) {
                Field field = field(component);
                fields.put(field.key(), field);
            }
            collect(component.path("components"));
        }
    }

    private static Field field(JsonNode component) {
        JsonNode validate = component.path("validate");
        Map<String, String> options = new LinkedHashMap<>();
        component
                .path("values")
                .forEach(option -> options.put(
                        option.path("value").asText(), option.path("label").asText()));
        String label = component.hasNonNull("label")
                ? component.path("label").asText()
                : component.path("dateLabel").asText(component.path("key").asText());
        return new Field(
                component.path("key").asText(),
                component.path("type").asText(),
                component.path("subtype").asText("date"),
                label,
                validate.path("required").asBoolean(),
                component.path("readonly").asBoolean()
                        || component.path("disabled").asBoolean(),
                validate.path("maxLength").asInt(LONGEST_TEXT),
                validate.hasNonNull("min") ? validate.path("min").decimalValue() : null,
                validate.hasNonNull("max") ? validate.path("max").decimalValue() : null,
                options);
    }

    Collection<String> keys() {
        return fields.keySet();
    }

    Map<String, String> labels() {
        return fields.values().stream().collect(Collectors.toMap(Field::key, Field::label));
    }

    /** The filled fields by key, or a refusal that names every wrong one. */
    Map<String, FilledField> read(Map<String, Object> submitted) {
        var wrong = new WrongFields();
        submitted.keySet().stream()
                .filter(key -> !fields.containsKey(key))
                .sorted()
                .forEach(key -> wrong.add(key, "表单中没有“" + abbreviated(key) + "”这一项"));
        Map<String, FilledField> filled = new LinkedHashMap<>();
        fields.values().stream().filter(field -> !field.shownOnly()).forEach(field -> {
            Object given = submitted.get(field.key());
            if (isBlank(given)) {
                if (field.required()) {
                    wrong.add(field.key(), "“" + field.label() + "”必填");
                }
                return;
            }
            try {
                filled.put(field.key(), filled(field, given));
            } catch (IllegalArgumentException e) {
                wrong.add(field.key(), "“" + field.label() + "”" + e.getMessage());
            }
        });
        wrong.refuse();
        return filled;
    }

    private static boolean isBlank(Object given) {
        return given == null
                || (given instanceof String text && text.isBlank())
                || (given instanceof Collection<?> list && list.isEmpty());
    }

    private static FilledField filled(Field field, Object given) {
        Object value =
                switch (field.type()) {
                    case "number" -> number(field, given);
                    case "datetime" -> dateOrTime(field, given);
                    case "radio", "select" -> choice(field, given);
                    case "checklist", "taglist" -> choices(field, given);
                    case "checkbox" -> yesOrNo(given);
                    default -> text(field, given);
                };
        return new FilledField(field.key(), field.label(), value, shown(field, value));
    }

    private static Object number(Field field, Object given) {
        BigDecimal number;
        try {
            number = new BigDecimal(given.toString().strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("须是数字");
        }
        if (field.least() != null && number.compareTo(field.least()) < 0) {
            throw new IllegalArgumentException("不能小于 " + field.least().toPlainString());
        }
        if (field.most() != null && number.compareTo(field.most()) > 0) {
            throw new IllegalArgumentException("不能大于 " + field.most().toPlainString());
        }
        if (number.precision() - number.scale() > 13) {
            throw new IllegalArgumentException("数值过大");
        }
        return number;
    }

    private static Object dateOrTime(Field field, Object given) {
        String text = given.toString().strip();
        try {
            return switch (field.subtype()) {
                case "time" ->
                    LocalTime.parse(text.length() > 5 && text.charAt(5) != ':' ? text.substring(0, 5) : text)
                            .toString();
                case "datetime" -> {
                    DateTimeFormatter.ISO_DATE_TIME.parse(text);
                    yield text;
                }
                default ->
                    LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text)
                            .toString();
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(field.subtype().equals("time") ? "须是时间，如 14:30" : "须是日期，如 2026-02-12");
        }
    }

    private static Object choice(Field field, Object given) {
        String code = given.toString();
        if (!field.options().containsKey(code)) {
            throw new IllegalArgumentException("须从选项中选择");
        }
        return isYesOrNo(field) ? Boolean.valueOf(code) : code;
    }

    private static boolean isYesOrNo(Field field) {
        return field.options().keySet().stream().allMatch(code -> code.equals("true") || code.equals("false"));
    }

    private static Object choices(Field field, Object given) {
        if (!(given instanceof Collection<?> list)) {
            throw new IllegalArgumentException("须是选项的列表");
        }
        List<String> codes = list.stream().map(String::valueOf).toList();
        if (!field.options().keySet().containsAll(codes)) {
            throw new IllegalArgumentException("须从选项中选择");
        }
        return codes;
    }

    private static Object yesOrNo(Object given) {
        return switch (given.toString()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("须是“是”或“否”");
        };
    }

    private static Object text(Field field, Object given) {
        if (!(given instanceof String || given instanceof Number)) {
            throw new IllegalArgumentException("须是文字");
        }
        String text = given.toString().strip();
        if (text.length() > field.longest()) {
            throw new IllegalArgumentException("不能超过 " + field.longest() + " 字");
        }
        return text;
    }

    private static String shown(Field field, Object value) {
        if (value instanceof Collection<?> codes) {
            return codes.stream()
                    .map(code -> field.options().get((String) code))
                    .collect(Collectors.joining("、"));
        }
        if (value instanceof Boolean yes) {
            return field.options().getOrDefault(yes.toString(), yes ? "是" : "否");
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return field.options().getOrDefault((String) value, (String) value);
    }

    private static String abbreviated(String key) {
        return key.length() <= 40 ? key : key.substring(0, 40) + "…";
    }
}
