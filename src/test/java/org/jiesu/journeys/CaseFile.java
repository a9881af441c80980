package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jiesu.journeys.Bureau.Answer;

/** One case as its clerks work on it: they fill in the forms of its tasks, and read what became of it. */
record CaseFile(Bureau bureau, String number) {

    private static final String TEXT = "已如实记载本步骤办理经过";

    /** Completes an open task; what the form requires and {@code values} leave out gets its first valid value. */
    void work(String user, String task, Object... values) {
        tryToWork(user, task, values).expect(204);
    }

    Answer tryToWork(String user, String task, Object... values) {
        String id = taskId(user, task).orElseThrow(() -> new AssertionError(user + " sees no " + task + " of " + this));
        Map<String, Object> filled = requiredValues(user, id);
        for (int i = 0; i < values.length; i += 2) {
            filled.put((String) values[i], values[i + 1]);
        }
        return complete(user, id, filled);
    }

    Answer complete(String user, String taskId, Map<String, Object> values) {
        Map<String, Object> variables = new HashMap<>();
        values.forEach((key, given) -> {
            bureau.heard(given);
            variables.put(key, Map.of("value", given));
        });
        return bureau.post(user, "/engine-rest/task/" + taskId + "/complete", Map.of("variables", variables));
    }

    Optional<String> taskId(String user, String task) {
        return tasks(user).stream()
                .filter(open -> open.path("taskDefinitionKey").asText().equals(task))
                .map(open -> open.path("id").asText())
                .findFirst();
    }

    /** The open tasks of this case that the user may work on. */
    List<JsonNode> tasks(String user) {
        return list(bureau.get(user, "/engine-rest/task?processInstanceBusinessKey=" + number)
                .expect(200)
                .json());
    }

    LocalDateTime dueOf(String user, String task) {
        return time(user, task, "due");
    }

    LocalDateTime openedAt(String user, String task) {
        return time(user, task, "created");
    }

    private LocalDateTime time(String user, String task, String field) {
        return tasks(user).stream()
                .filter(open -> open.path("taskDefinitionKey").asText().equals(task))
                .map(open -> open.path(field).asText())
                // The engine writes the offset without a colon.
                .map(time -> LocalDateTime.parse(time.substring(0, 19)))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> requiredValues(String user, String taskId) {
        Map<String, Object> values = new HashMap<>();
        fields(bureau.get(user, "/engine-rest/task/" + taskId + "/deployed-form")
                        .expect(200)
                        .json())
                .filter(field -> field.path("validate").path("required").asBoolean())
                .forEach(field -> values.put(field.path("key").asText(), firstValue(field)));
        return values;
    }

    private static Stream<JsonNode> fields(JsonNode form) {
        return list(form.path("components")).stream().flatMap(field -> Stream.concat(Stream.of(field), fields(field)));
    }

    private Object firstValue(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "radio", "select" -> field.path("values").path(0).path("value").asText();
            case "number" -> 1;
            case "datetime" -> bureau.now().toLocalDate().toString();
            default -> TEXT;
        };
    }

    JsonNode detail() {
        return bureau.get("centre", "/api/cases/" + number).expect(200).json();
    }

    /** The oldest open task, without {@code Task_}. */
    String stage() {
        return detail().path("stage").asText();
    }

    String state() {
        return detail().path("state").asText();
    }

    String outcome() {
        return detail().path("outcome").asText();
    }

    List<String> journal() {
        return list(bureau.get("centre", "/api/cases/" + number + "/journal")
                        .expect(200)
                        .json())
                .stream()
                .map(entry -> entry.path("action").asText())
                .toList();
    }

    /** What was done about its clocks, as {@code clock MEASURE}, oldest first. */
    List<String> measures() {
        return list(bureau.get("supervisor", "/api/cases/" + number + "/supervision")
                        .expect(200)
                        .json())
                .stream()
                .map(one ->
                        one.path("clock").asText() + " " + one.path("measure").asText())
                .toList();
    }

    /** The newest run of a clock; missing when the case has none of that name. */
    Optional<JsonNode> clock(String clock) {
        return list(bureau.get("centre", "/api/cases/" + number + "/clocks")
                        .expect(200)
                        .json())
                .stream()
                .filter(one -> one.path("clock").asText().equals(clock))
                .reduce((former, newest) -> newest);
    }

    String clockState(String clock) {
        return clock(clock).map(one -> one.path("state").asText()).orElse("NONE");
    }

    LocalDateTime due(String clock) {
        return time(clock, "dueAt");
    }

    LocalDateTime started(String clock) {
        return time(clock, "startedAt");
    }

    private LocalDateTime time(String clock, String field) {
        return OffsetDateTime.parse(clock(clock).orElseThrow().path(field).asText())
                .withOffsetSameInstant(Bureau.CHINA)
                .toLocalDateTime();
    }

    /** The cases linked to this one. */
    List<CaseFile> linked() {
        return list(detail().path("links")).stream()
                .map(link -> new CaseFile(bureau, link.path("caseNumber").asText()))
                .toList();
    }

    /** Everything that stands in the papers of one kind, oldest first, as the reader opens them. */
    List<String> papers(String reader, String kind) {
        List<String> texts = new ArrayList<>();
        for (JsonNode paper : list(bureau.get(reader, "/api/cases/" + number + "/papers")
                .expect(200)
                .json())) {
            if (paper.path("kind").asText().equals(kind)) {
                texts.add(text(bureau.get(
                                reader,
                                "/api/cases/" + number + "/papers/"
                                        + paper.path("id").asText())
                        .expect(200)
                        .body()));
            }
        }
        return texts;
    }

    static String text(byte[] docx) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
                var extractor = new XWPFWordExtractor(document)) {
            String text = extractor.getText();
            assertThat(text).doesNotContain("{{").doesNotContain("}}").doesNotContain("null");
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
