package org.jiesu.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;

/**
 * Fills in the form of a task at random: what its conditions hide is left out, what they ask for is filled in. The gate
 * may still refuse it, as it would refuse a clerk.
 */
final class RandomForm {

    private static final String TEXT = "已如实记载本步骤办理经过";
    private static final Set<String> TO_COME = Set.of("appointedOn", "finishBy", "performBy", "promisedOn");
    private static final Map<String, List<JsonNode>> FORMS = new ConcurrentHashMap<>();

    private final String task;
    private final Random random;
    private final LocalDate today;
    private final Map<String, Object> filled = new LinkedHashMap<>();

    private RandomForm(String task, Random random, LocalDate today) {
        this.task = task;
        this.random = random;
        this.today = today;
    }

    /** @param other the number of another case, into which this one may be merged */
    static Map<String, Object> of(String task, Random random, LocalDate today, String other) {
        RandomForm form = new RandomForm(task, random, today);
        List<JsonNode> fields = FORMS.computeIfAbsent(task, RandomForm::fields);
        fields.stream()
                .filter(field -> field.path("validate").path("required").asBoolean() || form.chance(25))
                .forEach(form::fill);
        form.settle(other);
        fields.forEach(form::obey);
        form.beCoherent();
        return form.filled;
    }

    private static List<JsonNode> fields(String task) {
        String name =
                task.replace("Task_", "").replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase();
        try (InputStream form = RandomForm.class.getResourceAsStream("/forms/" + name + ".form")) {
            List<JsonNode> fields = new ArrayList<>();
            collect(Bureau.JSON.readTree(form), fields);
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode form, List<JsonNode> fields) {
        for (JsonNode field : form.path("components")) {
            if (field.hasNonNull("key")) {
                fields.add(field);
            }
            collect(field, fields);
        }
    }

    private void fill(JsonNode field) {
        String key = field.path("key").asText();
        JsonNode values = field.path("values");
        Object entry =
                switch (field.path("type").asText()) {
                    case "radio", "select" ->
                        values.path(random.nextInt(values.size())).path("value").asText();
                    case "taglist", "checklist" ->
                        List.of(values.path(random.nextInt(values.size()))
                                .path("value")
                                .asText());
                    case "number" -> 1 + random.nextInt(500);
                    case "datetime" -> day(TO_COME.contains(key)).toString();
                    case "textfield", "textarea" -> TEXT;
                    default -> null;
                };
        if (entry != null) {
            filled.put(key, entry);
        }
    }

    private LocalDate day(boolean toCome) {
        return toCome ? today.plusDays(random.nextInt(12)) : today.minusDays(chance(80) ? 0 : random.nextInt(3));
    }

    /** The form's own condition on a field, which FEEL and SpEL write almost alike. */
    private void obey(JsonNode field) {
        String key = field.path("key").asText();
        String hide = field.path("conditional").path("hide").asText("=false").substring(1);
        StandardEvaluationContext values = new StandardEvaluationContext();
        filled.forEach(values::setVariable);
        String condition = hide.replaceAll("([A-Za-z]\\w*)(?= *!?= )", "#$1").replaceAll("(?<!!)= ", "== ");
        if (Boolean.TRUE.equals(
                new SpelExpressionParser().parseExpression(condition).getValue(values))) {
            filled.remove(key);
        } else if (!filled.containsKey(key)
                && field.path("description").asText().contains("必填")
                && field.has("conditional")) {
            fill(field);
        }
    }

    /** Where the way of a case is chosen, most go on; the others are spread over all that a clerk may choose. */
    private void settle(String other) {
        switch (task) {
            case "Task_DecideAcceptance" -> decideAcceptance(other);
            case "Task_SupplementRecord" -> filled.put("supplemented", yes(60));
            case "Task_ReviewDecline" -> filled.put("declineApproved", yes(80));
            case "Task_SignIn" -> {
                filled.put("signedIn", yes(85));
                filled.remove("handler");
                filled.put("quick", yes(30));
            }
            case "Task_HandleQuick" -> {
                filled.put("complainantConsents", yes(85));
                filled.put("respondentConsents", yes(85));
            }
            case "Task_SeekConsent" -> {
                filled.put("complainantConsents", yes(90));
                filled.put("respondentConsents", yes(85));
            }
            case "Task_ApproveExtension" -> filled.put("approved", yes(70));
            case "Task_ReviewReply" -> filled.put("replyApproved", yes(80));
            case "Task_ReviewStatutoryLimit" -> filled.put("terminateNow", yes(50));
            case "Task_DecideTermination" -> {
                filled.keySet().retainAll(Set.of("reason"));
                if (chance(15)) {
                    filled.put("terminationGround", "ART23_" + (1 + random.nextInt(8)));
                }
            }
            case "Task_DecideReportRoute" -> {
                filled.put("reportRoute", chance(75) ? "HANDLE" : filled.get("reportRoute"));
                filled.put("mergedInto", other);
                filled.put("reason", TEXT);
                filled.remove("inRemit");
            }
            case "Task_ApproveFiling" -> filled.put("filed", yes(75));
            case "Task_ReviewCase" -> filled.put("reviewPassed", yes(80));
            case "Task_InvestigateCase" -> filled.put("externalCase", yes(15));
            default -> {}
        }
    }

    private void decideAcceptance(String other) {
        List.of(
                        "declineGround",
                        "returnedToChannel",
                        "reclassified",
                        "mergedInto",
                        "reason",
                        "competent",
                        "competentPhone",
                        "inRemit")
                .forEach(filled::remove);
        filled.put("urgent", yes(8));
        filled.put("accepted", yes(85));
        if (filled.get("accepted").equals("true")) {
            return;
        }
        filled.put("reason", TEXT);
        filled.put("competent", TEXT);
        switch (random.nextInt(5)) {
            case 0 -> filled.put("returnedToChannel", "true");
            case 1 -> filled.put("reclassified", "true");
            case 2 -> filled.put("mergedInto", other);
            default -> filled.put("declineGround", "ART16_" + (1 + random.nextInt(7)));
        }
    }

    /** What the gate checks between fields and no condition of the form says. */
    private void beCoherent() {
        switch (task) {
            case "Task_FollowUp" -> {
                boolean reached = !"NOT_REACHED".equals(filled.get("satisfaction"));
                filled.put("contacted", String.valueOf(reached));
            }
            case "Task_ConfirmDispatch" -> {
                filled.put("handlingUnit", chance(60) ? "xincheng" : filled.getOrDefault("handlingUnit", "food"));
                filled.put("changeReason", TEXT);
            }
            case "Task_SeekConsent" -> {
                filled.computeIfPresent("attempts", (key, entry) -> 3);
                filled.computeIfPresent("attemptDays", (key, entry) -> 2);
                filled.computeIfPresent("mediationBody", (key, entry) -> "BUREAU");
            }
            case "Task_ScheduleMediation" -> filled.computeIfPresent("mediationBody", (key, entry) -> "BUREAU");
            case "Task_ApproveExtension",
                    "Task_ReviewDecline",
                    "Task_ReviewReply",
                    "Task_ApproveFiling",
                    "Task_ReviewCase",
                    "Task_ReviewReturn" -> filled.put("opinion", TEXT);
            case "Task_DecideReward" -> {
                filled.remove("rewardAmount");
                filled.put("decidedWithFinance", "true");
                filled.put("reason", TEXT);
            }
            case "Task_HoldHearing" -> {
                filled.put("chair", "石闻达");
                filled.remove("hearingToldOn");
            }
            default -> {}
        }
    }

    private String yes(int percent) {
        return String.valueOf(chance(percent));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
