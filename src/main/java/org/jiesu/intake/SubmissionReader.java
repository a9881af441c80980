package org.jiesu.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiesu.cases.Codes;
import org.jiesu.organisation.Institutions;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.FieldError;
import org.springframework.stereotype.Component;

/** Understands the JSON of a submission, or names every wrong field at once. Blank facts are no error here. */
@Component
class SubmissionReader {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_CONTENT = 20_000;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_TOWN = 40;
    private static final int MOST_PEOPLE = 10_000_000;
    private static final int MOST_ENTRIES = 200;
    private static final BigDecimal HIGHEST_AMOUNT = new BigDecimal("9999999999999.99");

    private final Institutions institutions;
    private final Clock clock;

    SubmissionReader(Institutions institutions, Clock clock) {
        this.institutions = institutions;
        this.clock = clock;
    }

    Submission read(JsonNode body) {
        if (body == null || !body.isObject()) {
            throw new BadInput("", "提交的内容须是一个 JSON 对象");
        }
        Reading reading = new Reading(body, "", new ArrayList<>());
        Submission submission = submission(reading);
        if (!reading.wrong.isEmpty()) {
            throw new BadInput(reading.wrong);
        }
        return submission;
    }

    private Submission submission(Reading in) {
        String institution = in.required("institution", "机构", LONGEST_NUMBER);
        if (institution != null && institutions.find(institution).isEmpty()) {
            in.wrong("institution", "没有代码为“" + abbreviated(institution) + "”的机构");
        }
        String channel = in.required("channel", "渠道", LONGEST_NUMBER);
        if (channel != null && !Codes.list("channel").containsKey(channel)) {
            in.wrong("channel", "没有代码为“" + abbreviated(channel) + "”的渠道");
        }
        LocalDateTime receivedAt = in.pastTime("receivedAt", "收到时间");
        return new Submission(
                institution,
                channel,
                blankToNull(in.text("externalNumber", "来源编号", LONGEST_NUMBER)),
                in.oneOf("kind", "类型", SubmissionKind.values()),
                in.oneOf("event", "来件性质", SubmissionEvent.values()),
                receivedAt == null ? LocalDateTime.now(clock) : receivedAt,
                in.required("subject", "主题", LONGEST_SUBJECT),
                in.required("content", "事实与理由", LONGEST_CONTENT),
                in.text("demand", "诉求", LONGEST_TEXT),
                in.amount("amount", "涉及金额"),
                in.amount("paidAmount", "已付金额"),
                in.amount("claimedAmount", "索赔金额"),
                in.pastDate("occurredAt", "发生日期"),
                in.text("category", "类别", LONGEST_TEXT),
                in.text("channelType", "渠道类型", LONGEST_TEXT),
                in.flag("urgent", "紧急"),
                in.count("peopleAffected", "涉及人数"),
                in.codes("remedies", "诉求方式", Codes.list("remedy").keySet()),
                in.flag("consentToPublish", "同意公示"),
                in.flag("consentToDelegate", "同意委托调解"),
                in.requiredObject("complainant", "投诉（举报）人", this::claimant),
                in.requiredObject("respondent", "被投诉（举报）人", this::respondent),
                in.list(
                        "evidence",
                        "证据",
                        item -> new Submission.Evidence(
                                item.text("name", "证据名称", LONGEST_TEXT), item.text("note", "证据说明", LONGEST_TEXT))),
                in.object(
                        "channelTimes",
                        "渠道时间",
                        times -> new Submission.ChannelTimes(
                                times.pastTime("raisedAt", "提出时间"),
                                times.pastTime("dispatchedAt", "派单时间"),
                                times.dateOrTime("replyBy", "答复期限"))));
    }

    private Submission.Claimant claimant(Reading in) {
        return new Submission.Claimant(
                in.text("name", "姓名", LONGEST_TEXT),
                in.text("phone", "电话", LONGEST_TEXT),
                in.text("idType", "证件类型", LONGEST_TEXT),
                in.text("idNumber", "证件号码", LONGEST_TEXT),
                in.text("address", "地址", LONGEST_TEXT),
                in.flag("anonymous", "匿名"),
                in.flag("confidential", "保密"),
                in.flag("noContactBy", "不与被投诉人联系"),
                in.flag("minor", "未成年人"),
                in.object(
                        "agent",
                        "代理人",
                        agent -> new Submission.Agent(
                                agent.text("name", "代理人姓名", LONGEST_TEXT),
                                agent.text("phone", "代理人电话", LONGEST_TEXT),
                                agent.text("idNumber", "代理人证件号码", LONGEST_TEXT),
                                agent.text("powers", "代理权限", LONGEST_TEXT),
                                agent.date("until", "代理期限"))),
                in.list(
                        "others",
                        "共同投诉人",
                        other -> new Submission.Companion(
                                other.text("name", "姓名", LONGEST_TEXT),
                                other.text("phone", "电话", LONGEST_TEXT),
                                other.flag("represents", "代表人"))));
    }

    private Submission.Respondent respondent(Reading in) {
        return new Submission.Respondent(
                in.text("name", "名称", LONGEST_TEXT),
                in.text("creditCode", "统一社会信用代码", LONGEST_TEXT),
                in.text("address", "地址", LONGEST_TEXT),
                in.text("town", "镇街", LONGEST_TOWN),
                in.text("platform", "平台", LONGEST_TEXT),
                in.text("phone", "电话", LONGEST_TEXT),
                in.text("orderNumber", "订单号", LONGEST_TEXT));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String abbreviated(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }

    /** One JSON object while it is read; all objects of a submission share the list of what is wrong. */
    private final class Reading {

        private final JsonNode node;
        private final String path;
        private final List<FieldError> wrong;

        Reading(JsonNode node, String path, List<FieldError> wrong) {
            this.node = node;
            this.path = path;
            this.wrong = wrong;
        }

        void wrong(String field, String message) {
            wrong.add(new FieldError(path + field, message));
        }

        private <T> T wrongly(String field, String message) {
            wrong(field, message);
            return null;
        }

        private JsonNode given(String field) {
            JsonNode value = node.get(field);
            return value == null || value.isNull() ? null : value;
        }

        String text(String field, String label, int longest) {
            JsonNode value = given(field);
            if (value == null) {
                return null;
            }
            if (!value.isTextual()) {
                return wrongly(field, "“" + label + "”须是文字");
            }
            String text = value.textValue().strip();
            if (text.length() > longest) {
                return wrongly(field, "“" + label + "”不能超过 " + longest + " 字");
            }
            // PostgreSQL stores no NUL, and no other control character belongs into a text either.
            return text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')
                    ? wrongly(field, "“" + label + "”含有不能识别的字符")
                    : text;
        }

        String required(String field, String label, int longest) {
            int before = wrong.size();
            String text = text(field, label, longest);
            return (text == null || text.isBlank()) && wrong.size() == before
                    ? wrongly(field, "“" + label + "”必填")
                    : text;
        }

        boolean flag(String field, String label) {
            JsonNode value = given(field);
            if (value != null && !value.isBoolean()) {
                wrong(field, "“" + label + "”须是 true 或 false");
            }
            return value != null && value.asBoolean();
        }

        int count(String field, String label) {
            JsonNode value = given(field);
            if (value == null) {
                return 0;
            }
            if (!value.isInt() || value.intValue() < 0 || value.intValue() > MOST_PEOPLE) {
                wrong(field, "“" + label + "”须是不小于 0 的整数");
                return 0;
            }
            return value.intValue();
        }

        BigDecimal amount(String field, String label) {
            JsonNode value = given(field);
            if (value == null) {
                return null;
            }
            if (!value.isNumber()
                    || value.decimalValue().signum() < 0
                    || value.decimalValue().compareTo(HIGHEST_AMOUNT) > 0) {
                return wrongly(field, "“" + label + "”须是不小于 0 的金额");
            }
            return value.decimalValue();
        }

        <E extends Enum<E>> E oneOf(String field, String label, E[] choices) {
            String text = blankToNull(text(field, label, LONGEST_NUMBER));
            if (text == null) {
                return null;
            }
            return Arrays.stream(choices)
                    .filter(choice -> choice.name().equals(text))
                    .findFirst()
                    .orElseGet(() -> wrongly(
                            field,
                            "“" + label + "”须是 "
                                    + Arrays.stream(choices).map(Enum::name).collect(Collectors.joining("、"))
                                    + " 之一"));
        }

        List<String> codes(String field, String label, Set<String> allowed) {
            JsonNode value = given(field);
            if (value == null) {
                return List.of();
            }
            List<String> codes = new ArrayList<>();
            value.forEach(item -> codes.add(item.asText()));
            return value.isArray() && allowed.containsAll(codes)
                    ? codes
                    : wrongly(field, "“" + label + "”须是这些代码的列表：" + String.join("、", allowed));
        }

        LocalDate date(String field, String label) {
            String text = blankToNull(text(field, label, LONGEST_NUMBER));
            try {
                return text == null ? null : sensible(LocalDate.parse(text));
            } catch (DateTimeException e) {
                return wrongly(field, "“" + label + "”须是日期，如 2026-02-12");
            }
        }

        LocalDate pastDate(String field, String label) {
            LocalDate date = dateOrTime(field, label);
            return date != null && date.isAfter(LocalDate.now(clock)) ? wrongly(field, "“" + label + "”不能晚于今天") : date;
        }

        LocalDate dateOrTime(String field, String label) {
            String text = blankToNull(text(field, label, LONGEST_NUMBER));
            if (text == null || !text.contains("T")) {
                return date(field, label);
            }
            LocalDateTime time = time(field, label, text);
            return time == null ? null : time.toLocalDate();
        }

        LocalDateTime pastTime(String field, String label) {
            String text = blankToNull(text(field, label, LONGEST_NUMBER));
            LocalDateTime time = text == null ? null : time(field, label, text);
            return time != null && time.isAfter(LocalDateTime.now(clock))
                    ? wrongly(field, "“" + label + "”不能晚于现在")
                    : time;
        }

        private LocalDateTime time(String field, String label, String text) {
            try {
                LocalDateTime time = OffsetDateTime.parse(text)
                        .atZoneSameInstant(clock.getZone())
                        .toLocalDateTime();
                sensible(time.toLocalDate());
                return time;
            } catch (DateTimeException e) {
                return wrongly(field, "“" + label + "”须是带时区的时间，如 2026-02-12T09:30:00+08:00");
            }
        }

        private LocalDate sensible(LocalDate date) {
            if (date.getYear() < 1900 || date.getYear() > 2200) {
                throw new DateTimeException("not in this age");
            }
            return date;
        }

        <T> T object(String field, String label, Function<Reading, T> read) {
            JsonNode value = given(field);
            if (value == null) {
                return null;
            }
            return value.isObject()
                    ? read.apply(new Reading(value, path + field + ".", wrong))
                    : wrongly(field, "“" + label + "”须是一个对象");
        }

        <T> T requiredObject(String field, String label, Function<Reading, T> read) {
            return given(field) == null ? wrongly(field, "缺少“" + label + "”") : object(field, label, read);
        }

        <T> List<T> list(String field, String label, Function<Reading, T> read) {
            JsonNode value = given(field);
            if (value == null) {
                return List.of();
            }
            if (!value.isArray() || value.size() > MOST_ENTRIES || !allObjects(value)) {
                return wrongly(field, "“" + label + "”须是对象的列表，最多 " + MOST_ENTRIES + " 项");
            }
            List<T> items = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                items.add(read.apply(new Reading(value.get(i), path + field + "[" + i + "].", wrong)));
            }
            return items;
        }

        private boolean allObjects(Iterable<JsonNode> items) {
            boolean all = true;
            for (JsonNode item : items) {
                all &= item.isObject();
            }
            return all;
        }
    }
}
