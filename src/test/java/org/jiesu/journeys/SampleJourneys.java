package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("24件样例来件：登记时的判断与预期一致")
abstract class SampleJourneys extends Journeys {

    private static final JsonNode SAMPLES = samples();

    /** What is said of the whole sample, or elsewhere. */
    private static final Set<String> NOT_OF_A_CASE =
            Set.of("cases", "note", "complaint", "report", "duplicateOfSample");

    static Stream<Arguments> numbers() {
        return IntStream.rangeClosed(1, SAMPLES.size())
                .mapToObj(number -> Arguments.of(
                        number,
                        sample(number).path("submission").path("subject").asText()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("numbers")
    @DisplayName("样例")
    void givesWhatIsExpected(int number, String subject) {
        JsonNode expect = sample(number).path("expect");
        predecessors(number);
        String original = expect.has("duplicateOfSample")
                ? register(sample(expect.path("duplicateOfSample").asInt()).path("submission"))
                        .get(0)
                        .number()
                : null;
        List<CaseFile> files = register(sample(number).path("submission"));

        List<JsonNode> details = files.stream().map(CaseFile::detail).toList();
        assertThat(details)
                .extracting(detail -> detail.path("kind").asText())
                .containsExactlyElementsOf(list(expect.path("cases")).stream()
                        .map(JsonNode::asText)
                        .toList());
        for (JsonNode detail : details) {
            meets(detail, expect);
            meets(detail, expect.path(detail.path("kind").asText().toLowerCase()));
            if (original != null) {
                assertThat(detail.path("duplicateOf").asText()).isEqualTo(original);
            }
        }
    }

    /** Earlier complaints of the same phone about other shops. */
    private void predecessors(int number) {
        JsonNode submission = sample(number).path("submission");
        int count = sample(number).path("demo").path("history").asInt();
        IntStream.range(0, count).forEach(i -> {
            ObjectNode earlier = submission.deepCopy();
            earlier.put("externalNumber", submission.path("externalNumber").asText() + "-" + i);
            ((ObjectNode) earlier.path("respondent")).put("name", "此前被投诉商户" + i + "号");
            register(earlier);
        });
    }

    private List<CaseFile> register(JsonNode submission) {
        var answer = bureau.register(Letter.of(submission));
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return list(answer.json().path("cases")).stream()
                .map(one -> new CaseFile(bureau, one.path("caseNumber").asText()))
                .toList();
    }

    private static void meets(JsonNode detail, JsonNode expect) {
        expect.fields().forEachRemaining(wanted -> {
            String name = wanted.getKey();
            if (NOT_OF_A_CASE.contains(name)) {
                return;
            }
            if (name.equals("proposed")) {
                assertThat(detail.path("proposed").toString())
                        .contains(wanted.getValue().asText());
            } else {
                JsonNode given = detail.has(name)
                        ? detail.path(name)
                        : detail.path("proposed").path(name);
                assertThat(given).as(name).isEqualTo(wanted.getValue());
            }
        });
    }

    private static JsonNode sample(int number) {
        return SAMPLES.path(number - 1);
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static JsonNode samples() {
        try (InputStream file = SampleJourneys.class.getResourceAsStream("/submissions/feicheng.json")) {
            return Bureau.JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
