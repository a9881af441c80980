package org.jiesu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiesu.archive.DisposalItemState;
import org.jiesu.archive.DisposalState;
import org.jiesu.archive.Obstacle;
import org.jiesu.audit.AuditKind;
import org.jiesu.deadlines.ClockState;
import org.jiesu.deadlines.ExtensionState;
import org.jiesu.deadlines.Layer;
import org.jiesu.deadlines.Light;
import org.jiesu.deadlines.Roll;
import org.jiesu.deadlines.TermUnit;
import org.jiesu.intake.SubmissionEvent;
import org.jiesu.intake.SubmissionKind;
import org.jiesu.supervision.Measure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("代码表")
class CodesTest {

    /** Names the list of a form key that bears another name than its list. */
    private static final String LISTS_BY_FORM_KEY = "_forms";

    private static final Path FORMS = Path.of("forms");
    private static final Pattern HEADING = Pattern.compile("## (\\w+) .+");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (.+) \\|");

    private static final Map<String, Class<? extends Enum<?>>> ENUMS = Map.ofEntries(
            Map.entry("kind", CaseKind.class),
            Map.entry("state", CaseState.class),
            Map.entry("outcome", Outcome.class),
            Map.entry("caseRelation", LinkRelation.class),
            Map.entry("partyRole", PartyRole.class),
            Map.entry("submissionKind", SubmissionKind.class),
            Map.entry("submissionEvent", SubmissionEvent.class),
            Map.entry("light", Light.class),
            Map.entry("clockState", ClockState.class),
            Map.entry("extensionState", ExtensionState.class),
            Map.entry("disclosureState", DisclosureState.class),
            Map.entry("auditKind", AuditKind.class),
            Map.entry("disposalState", DisposalState.class),
            Map.entry("disposalItemState", DisposalItemState.class),
            Map.entry("disposalObstacle", Obstacle.class),
            Map.entry("measure", Measure.class),
            Map.entry("layer", Layer.class),
            Map.entry("timeUnit", TermUnit.class),
            Map.entry("roll", Roll.class));

    @Test
    @DisplayName("枚举与代码表一致")
    void enumsHaveTheCodesOfTheirList() {
        ENUMS.forEach((list, type) -> assertThat(type.getEnumConstants())
                .as("%s and list %s of codes.json", type.getSimpleName(), list)
                .extracting(Enum::name)
                .containsExactlyElementsOf(Codes.list(list).keySet()));
    }

    @TestFactory
    @DisplayName("表单的每个选项字段与代码表一致")
    Stream<DynamicTest> formsOfferTheirListExactly() throws IOException {
        return forms().map(form -> DynamicTest.dynamicTest(
                form.getFileName().toString(), () -> choices(form).forEach(CodesTest::offersItsListExactly)));
    }

    private static void offersItsListExactly(String key, Map<String, String> offered) {
        // A radio of true and false is a boolean: its labels answer the question of that form.
        if (!offered.keySet().equals(Set.of("true", "false"))) {
            String list = Codes.list(LISTS_BY_FORM_KEY).getOrDefault(key, key);
            assertThat(offered.entrySet())
                    .as("field %s offers list %s of codes.json, same order and labels", key, list)
                    .containsExactlyElementsOf(Codes.list(list).entrySet());
        }
    }

    @Test
    @DisplayName("docs/codes.md 列出全部代码")
    void documentationListsEveryCode() throws IOException {
        var documented = new LinkedHashMap<String, Map<String, String>>();
        String list = null;
        for (String line : Files.readAllLines(Path.of("docs/codes.md"))) {
            var heading = HEADING.matcher(line);
            var row = ROW.matcher(line);
            if (heading.matches()) {
                list = heading.group(1);
                documented.put(list, new LinkedHashMap<>());
            } else if (row.matches()) {
                documented.get(list).put(row.group(1), row.group(2));
            }
        }

        var listed = new ObjectMapper()
                .readValue(
                        Path.of("src/main/resources/codes.json").toFile(),
                        new TypeReference<Map<String, Map<String, String>>>() {});
        listed.remove(LISTS_BY_FORM_KEY);
        assertThat(documented).isEqualTo(listed);
    }

    @Test
    @DisplayName("未知代码显示其本身")
    void showsAnUnknownCodeAsItIs() {
        assertThat(Codes.label("satisfaction", "SATISFIED")).isEqualTo("满意");
        assertThat(Codes.label("satisfaction", "GONE")).isEqualTo("GONE");
    }

    private static Stream<Path> forms() throws IOException {
        try (var files = Files.list(FORMS)) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream();
        }
    }

    private static Map<String, Map<String, String>> choices(Path form) throws IOException {
        var choices = new LinkedHashMap<String, Map<String, String>>();
        for (JsonNode component : components(new ObjectMapper().readTree(form.toFile()))) {
            if (component.has("values")) {
                var offered = new LinkedHashMap<String, String>();
                component
                        .get("values")
                        .forEach(value -> offered.put(
                                value.get("value").asText(), value.get("label").asText()));
                choices.put(component.get("key").asText(), offered);
            }
        }
        return choices;
    }

    private static List<JsonNode> components(JsonNode parent) {
        var all = new ArrayList<JsonNode>();
        parent.path("components").forEach(component -> {
            all.add(component);
            all.addAll(components(component));
        });
        return all;
    }
}
