package org.jiesu.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What a citizen wrote. Every letter is by somebody else about another shop; all of them are invented. */
record Letter(String sender, ObjectNode body) {

    private static final String[] FAMILY_NAMES = {"冯", "褚", "卫", "蒋", "沈", "韩", "杨", "秦", "尤", "许"};
    private static final String[] GIVEN_NAMES = {"乐山", "思源", "若水", "明远", "静姝", "知秋", "长河", "云帆", "向晚"};
    private static final AtomicInteger WRITTEN = new AtomicInteger();

    /** 投诉人某某，某五金店：a kettle that leaks, for 168 yuan, in 新城街道, handed in at the counter. */
    static Letter complaint() {
        return letter("COMPLAINT", "电热水壶漏水不予退货", "购买的电热水壶使用两天后底部漏水，联系店家要求退货遭到拒绝，附购物小票。")
                .with("demand", "退货并退还168元")
                .with("amount", 168)
                .with("paidAmount", 168)
                .with("claimedAmount", 168);
    }

    /** 举报人某某，某药房：signed, about prescription drugs sold without prescription. */
    static Letter report() {
        return letter("REPORT", "举报药房无处方销售处方药", "该店不凭处方销售阿莫西林胶囊，本人署名举报，要求告知处理结果。");
    }

    private static Letter letter(String kind, String subject, String content) {
        int number = WRITTEN.incrementAndGet();
        ObjectNode body = Bureau.JSON.createObjectNode();
        body.put("institution", "feicheng");
        body.put("channel", "onsite");
        body.put("kind", kind);
        body.put("subject", subject);
        body.put("content", content + "来信编次" + number + "。");
        body.putObject("complainant")
                .put("name", FAMILY_NAMES[number % 10] + GIVEN_NAMES[number / 10 % 9])
                .put("phone", "139538%05d".formatted(number))
                .put("address", "肥城市新城街道文化路社区%d号楼".formatted(number));
        body.putObject("respondent")
                .put("name", "肥城恒顺%d号商行".formatted(number))
                .put("address", "新城街道向阳街%d号".formatted(number))
                .put("town", "新城街道");
        return new Letter("centre", body);
    }

    /** The same letter as an order of the hotline. */
    Letter by12345(LocalDateTime dispatchedAt) {
        return new Letter("channel-12345", body)
                .with("channel", "12345")
                .with("externalNumber", "2611%08d".formatted(WRITTEN.incrementAndGet()))
                .dispatchedAt(dispatchedAt);
    }

    Letter dispatchedAt(LocalDateTime moment) {
        return with(
                "channelTimes",
                Map.of("dispatchedAt", moment.atOffset(Bureau.CHINA).toString()));
    }

    Letter with(String field, Object given) {
        ObjectNode copy = body.deepCopy();
        copy.set(field, Bureau.JSON.valueToTree(given));
        return new Letter(sender, copy);
    }

    String complainant(String field) {
        return body.path("complainant").path(field).asText();
    }

    String respondent(String field) {
        return body.path("respondent").path(field).asText();
    }

    /** A submission as it stands in a file of samples. */
    static Letter of(JsonNode submission) {
        return new Letter("centre", submission.deepCopy());
    }
}
