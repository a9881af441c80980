package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiesu.journeys.Visitor.basic;
import static org.jiesu.journeys.Visitor.bearer;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jiesu.login.LoginSettings;
import org.jiesu.login.OidcProvider;
import org.jiesu.platform.SecurityEvent;
import org.jiesu.platform.SecurityEvent.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("登录：密码、会话、密钥、统一身份")
abstract class LoginJourneys extends Journeys {

    private static final String RIGHT = "correct horse battery";
    private static final String ANOTHER = "another staple, please";
    /** Of the demo. */
    private static final String KNOWN = "Jiesu@2026";

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final int MANY = 200;

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identity;

    @Autowired
    private DataSource source;

    @Autowired
    private HeardSecurity heard;

    @Autowired
    private LoginSettings settings;

    @AfterEach
    void nobodyStays() {
        identity.createUserQuery()
                .userIdIn("newcomer", "veteran")
                .list()
                .forEach(user -> identity.deleteUser(user.getId()));
    }

    @Test
    @DisplayName("在一处连续输错：此处须等待（429），本人在别处照常；引擎自己的锁定不起作用")
    void wrongPasswordsLockNobodyOut() {
        person("newcomer");
        for (String door : List.of("/api/me", "/engine-rest/task?maxResults=1")) {
            Visitor attacker = visitor();
            for (int i = 0; i < 3; i++) {
                assertThat(attacker.get(door, "Authorization", basic("newcomer", "wrong" + i))
                                .statusCode())
                        .isEqualTo(401);
            }
            HttpResponse<String> refused = attacker.get(door, "Authorization", basic("newcomer", "wrong"));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isPositive();
            assertThat(refused.body()).contains("登录失败过于频繁", "urn:jiesu:too-many-requests");
        }
        assertThat(visitor()
                        .get("/api/me", "Authorization", basic("newcomer", RIGHT))
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor().logIn("newcomer", RIGHT).statusCode()).isEqualTo(200);
        assertThat(heard.of("newcomer")).extracting(SecurityEvent::kind).contains(Kind.LOGIN_FAILED, Kind.LOGIN);
    }

    @Test
    @DisplayName("不存在的用户：回答与密码错误相同，也同样限速")
    void anUnknownUserIsAnsweredTheSame() {
        person("newcomer");
        Visitor one = visitor();
        Visitor other = visitor();
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> known = one.get("/api/me", "Authorization", basic("newcomer", "wrong" + i));
            HttpResponse<String> unknown = other.get("/api/me", "Authorization", basic("no-such-user", "wrong" + i));
            assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
            assertThat(unknown.body().replaceAll("\\d+ 秒", ""))
                    .isEqualTo(known.body().replaceAll("\\d+ 秒", ""));
        }
        assertThat(visitor().logIn("no-such-user", "wrong").statusCode())
                .isEqualTo(visitor().logIn("newcomer", "wrong").statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("网页登录同样限速；从别处登录不受影响")
    void theLoginPageIsThrottledToo() {
        person("newcomer");
        Visitor attacker = visitor();
        for (int i = 0; i < 3; i++) {
            assertThat(attacker.logIn("newcomer", "wrong" + i).statusCode()).isEqualTo(401);
        }
        assertThat(attacker.logIn("newcomer", RIGHT).statusCode()).isEqualTo(401);
        assertThat(visitor().logIn("newcomer", RIGHT).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("登录即换会话号；Cookie 带 HttpOnly 和 SameSite；退出后失效")
    void theSessionIsANewOne() {
        person("newcomer");
        Visitor clerk = visitor();
        HttpResponse<String> page = clerk.get("/camunda/app/tasklist/default/");
        String before = clerk.cookie("JSESSIONID");
        assertThat(before).isNotEmpty();
        assertThat(page.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .singleElement()
                .asString()
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
        assertThat(clerk.logIn("newcomer", RIGHT).statusCode()).isEqualTo(200);
        assertThat(clerk.cookie("JSESSIONID")).isNotEqualTo(before);
        assertThat(clerk.seesMe()).isEqualTo(200);
        assertThat(visitor().get("/api/me", "Cookie", "JSESSIONID=" + before).statusCode())
                .isEqualTo(401);
        // A session that is planted in the address is not taken up.
        assertThat(visitor()
                        .get("/api/me;jsessionid=" + clerk.cookie("JSESSIONID"))
                        .statusCode())
                .isEqualTo(400);

        clerk.get("/camunda/app/tasklist/default/");
        assertThat(clerk.post(
                                "/camunda/api/admin/auth/user/default/logout",
                                "",
                                "X-XSRF-TOKEN",
                                clerk.cookie("XSRF-TOKEN"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(clerk.seesMe()).isEqualTo(401);
        assertThat(heard.of("newcomer")).extracting(SecurityEvent::kind).contains(Kind.LOGIN, Kind.LOGOUT);
    }

    @Test
    @DisplayName("改密码、删用户：记住的密码和打开的会话立即失效")
    void aChangedPasswordEndsEverything() {
        person("newcomer");
        Visitor clerk = visitor();
        clerk.logIn("newcomer", RIGHT);
        assertThat(clerk.seesMe()).isEqualTo(200);
        assertThat(visitor()
                        .get("/api/me", "Authorization", basic("newcomer", RIGHT))
                        .statusCode())
                .isEqualTo(200);

        bureau.put(
                        "admin",
                        "/engine-rest/user/newcomer/credentials",
                        "{\"password\": \"%s\", \"authenticatedUserPassword\": \"%s\"}".formatted(ANOTHER, KNOWN))
                .expect(204);
        assertThat(heard.of("newcomer"))
                .filteredOn(event -> event.kind() == Kind.PASSWORD_CHANGED)
                .last()
                .satisfies(event -> assertThat(event.detail()).contains("admin"));
        assertThat(visitor()
                        .get("/api/me", "Authorization", basic("newcomer", RIGHT))
                        .statusCode())
                .isEqualTo(401);
        assertThat(clerk.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        assertThat(clerk.seesMe()).isEqualTo(401);

        Visitor again = visitor();
        again.logIn("newcomer", ANOTHER);
        assertThat(again.seesMe()).isEqualTo(200);
        bureau.delete("admin", "/engine-rest/user/newcomer").expect(204);
        assertThat(again.seesMe()).isEqualTo(401);
        assertThat(visitor()
                        .get("/api/me", "Authorization", basic("newcomer", ANOTHER))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("设密码处处按要求检查：新建用户、改自己的、改别人的，一次说明全部不符之处")
    void thePolicyHoldsAtEveryDoor() {
        String create =
                "{\"profile\": {\"id\": \"newcomer\", \"firstName\": \"新\", \"lastName\": \"人\"}, \"credentials\":"
                        + " {\"password\": \"%s\"}}";
        assertThat(bureau.post("admin", "/engine-rest/user/create", create.formatted("newcomer1"))
                        .expect(400)
                        .sentence())
                .contains("长度", "用户名", "容易猜中");
        bureau.post("admin", "/engine-rest/user/create", create.formatted(RIGHT))
                .expect(204);
        String change = "{\"password\": \"%s\", \"authenticatedUserPassword\": \"%s\"}";
        assertThat(bureau.put(
                                "admin",
                                "/engine-rest/user/newcomer/credentials",
                                change.formatted("qwertyuiop12", KNOWN))
                        .expect(400)
                        .sentence())
                .contains("容易猜中")
                .doesNotContain("长度");
        bureau.put("xincheng", "/engine-rest/user/xincheng/credentials", change.formatted("123456789012", KNOWN))
                .expect(400);
        // The old password is asked for: a session left open is not enough.
        bureau.put("xincheng", "/engine-rest/user/xincheng/credentials", change.formatted(ANOTHER, "wrong"))
                .expect(400);
        assertThat(bureau.get("xincheng", "/engine-rest/identity/password-policy")
                        .expect(200)
                        .json()
                        .path("rules"))
                .hasSize(3);
        assertThat(stored("newcomer")).startsWith("{argon2id}$argon2id$");
    }

    @Test
    @DisplayName("原有用户（SHA-512）照常登录，并在首次登录时换成新散列")
    void anOldHashIsReplaced() {
        person("veteran");
        String old = new PasswordManager(new Sha512HashDigest(), List.of())
                .encrypt(EncryptionUtil.saltPassword(RIGHT, "salt"));
        new JdbcTemplate(source).update("update act_id_user set pwd_ = ?, salt_ = 'salt' where id_ = 'veteran'", old);
        assertThat(visitor()
                        .get("/api/me", "Authorization", basic("veteran", "wrong"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(stored("veteran")).isEqualTo(old);
        assertThat(visitor()
                        .get("/api/me", "Authorization", basic("veteran", RIGHT))
                        .statusCode())
                .isEqualTo(200);
        assertThat(stored("veteran")).startsWith("{argon2id}");
        Visitor clerk = visitor();
        clerk.logIn("veteran", RIGHT);
        assertThat(clerk.seesMe()).isEqualTo(200);
    }

    @Test
    @DisplayName("渠道密钥：只能登记本渠道来件；轮换期间两个有效；到期、撤销即失效；密钥只显示一次")
    void aChannelHasKeysOfItsOwn() {
        JsonNode first = bureau.post("admin", "/api/channel-keys", Map.of("channel", "96178"))
                .expect(201)
                .json();
        String token = first.path("token").asText();
        Letter letter = Letter.complaint().with("channel", "96178").with("externalNumber", "K-1");
        assertThat(register(token, letter)).isEqualTo(201);
        assertThat(register(token, letter)).isEqualTo(200);
        HttpResponse<String> other = visitor()
                .post("/api/submissions", letter.with("channel", "12345").body(), "Authorization", bearer(token));
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body()).contains("该密钥只能登记渠道");
        assertThat(visitor().get("/api/me", "Authorization", bearer(token)).statusCode())
                .isEqualTo(403);
        assertThat(visitor().get("/api/cases", "Authorization", bearer(token)).statusCode())
                .isEqualTo(403);
        assertThat(visitor()
                        .get("/engine-rest/task", "Authorization", bearer(token))
                        .statusCode())
                .isEqualTo(401);
        bureau.post("admin", "/api/channel-keys", Map.of("channel", "96178")).expect(409);

        String id = first.path("keyId").asText();
        JsonNode second = bureau.post("admin", "/api/channel-keys/" + id + "/rotation", "")
                .expect(201)
                .json();
        String newer = second.path("token").asText();
        assertThat(register(token, letter)).isEqualTo(200);
        assertThat(register(newer, letter)).isEqualTo(200);
        bureau.post("admin", "/api/channel-keys/" + id + "/rotation", "").expect(409);

        bureau.itIs(bureau.now().plusDays(15));
        assertThat(register(token, letter)).isEqualTo(401);
        assertThat(register(newer, letter)).isEqualTo(200);
        String listed = bureau.get("admin", "/api/channel-keys").expect(200).text();
        assertThat(listed).contains(id, second.path("keyId").asText()).doesNotContain(token, newer);
        bureau.delete("admin", "/api/channel-keys/" + second.path("keyId").asText())
                .expect(204);
        assertThat(register(newer, letter)).isEqualTo(401);
        assertThat(register(newer.substring(0, newer.length() - 1) + "x", letter))
                .isEqualTo(401);

        JsonNode third = bureau.post(
                        "admin",
                        "/api/channel-keys",
                        Map.of(
                                "channel",
                                "96178",
                                "expiresOn",
                                bureau.now().toLocalDate().plusDays(1).toString()))
                .expect(201)
                .json();
        assertThat(register(third.path("token").asText(), letter)).isEqualTo(200);
        bureau.itIs(bureau.now().plusDays(2));
        assertThat(register(third.path("token").asText(), letter)).isEqualTo(401);
        assertThat(bureau.post(
                                "admin",
                                "/api/channel-keys",
                                Map.of(
                                        "channel",
                                        "carrier-pigeon",
                                        "institution",
                                        "elsewhere",
                                        "expiresOn",
                                        "2020-01-01"))
                        .expect(400)
                        .wrongFields())
                .containsExactly("institution", "channel", "expiresOn");

        // jiesu_<id>_<secret>; the secret itself may hold an underscore.
        String secret = newer.split("_", 3)[2];
        assertThat(new JdbcTemplate(source).queryForList("select secret_hash from channel_key", String.class))
                .isNotEmpty()
                .noneMatch(hash -> hash.contains(secret));
        assertThat(heard.of("channel-96178"))
                .extracting(SecurityEvent::kind)
                .contains(Kind.KEY_CREATED, Kind.KEY_ROTATED, Kind.KEY_REVOKED);
        assertThat(heard.all().toString()).doesNotContain(secret, RIGHT, ANOTHER, KNOWN);
    }

    private int register(String token, Letter letter) {
        return visitor()
                .post("/api/submissions", letter.body(), "Authorization", bearer(token))
                .statusCode();
    }

    @Test
    @DisplayName("渠道密钥和公众查询有频率限制：429，写明何时再试；别人不受影响")
    void tooMuchIsRefused() {
        JsonNode key = bureau.post("admin", "/api/channel-keys", Map.of("channel", "letter"))
                .expect(201)
                .json();
        String header = bearer(key.path("token").asText());
        HttpResponse<String> refused =
                untilTooMany(() -> visitor().post("/api/submissions", "{}", "Authorization", header));
        assertThat(refused.body()).contains("该密钥的调用过于频繁");
        assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
        bureau.delete("admin", "/api/channel-keys/" + key.path("keyId").asText())
                .expect(204);

        Visitor curious = visitor();
        HttpResponse<String> slowed =
                untilTooMany(() -> curious.get("/api/public/progress", "X-Receipt-Code", "AAAAAAAAAAAAAAAA"));
        assertThat(slowed.body()).contains("查询过于频繁", "秒后再试");
        assertThat(visitor()
                        .get("/api/public/progress", "X-Receipt-Code", "AAAAAAAAAAAAAAAA")
                        .statusCode())
                .isEqualTo(404);
        Visitor knocking = visitor();
        assertThat(untilTooMany(() -> knocking.get("/oidc/callback/sso")).body())
                .as("each failed login is a line of the audit log")
                .contains("秒后再试");
    }

    private static HttpResponse<String> untilTooMany(java.util.function.Supplier<HttpResponse<String>> call) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> call.get())
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow(() -> new AssertionError("never refused"));
    }

    @Test
    @DisplayName("统一身份（OIDC）：令牌和网页登录；过期、伪造、给别人的、没有用户的都不行；对方停机时本地登录照常")
    void anotherSystemSaysWhoItIs() {
        try (OidcProvider provider = new OidcProvider(settings, "http://localhost:" + port)) {
            String good = bearer(provider.token("wenyang"));
            JsonNode me = read(visitor().get("/api/me", "Authorization", good));
            assertThat(me.path("userId").asText()).isEqualTo("wenyang");
            assertThat(visitor().get("/engine-rest/task", "Authorization", good).statusCode())
                    .isEqualTo(200);
            assertThat(visitor()
                            .get("/engine-rest/user/wenyang/profile", "Authorization", good)
                            .statusCode())
                    .isEqualTo(200);
            for (String bad : List.of(
                    provider.forgedToken("wenyang"),
                    provider.token("stranger"),
                    provider.token("nobody"),
                    provider.token("wenyang", claims -> claims.audience(List.of("another-system"))),
                    provider.token("wenyang", claims -> claims.issuer("http://localhost:1")),
                    provider.token(
                            "wenyang", claims -> claims.issuedAt(Instant.now().minusSeconds(900))
                                    .expiresAt(Instant.now().minusSeconds(600))),
                    "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.x")) {
                assertThat(visitor()
                                .get("/api/me", "Authorization", bearer(bad))
                                .statusCode())
                        .isEqualTo(401);
                assertThat(visitor()
                                .get("/engine-rest/task", "Authorization", bearer(bad))
                                .statusCode())
                        .isEqualTo(401);
            }

            Visitor clerk = visitor();
            clerk.get("/camunda/app/tasklist/default/");
            String before = clerk.cookie("JSESSIONID");
            HttpResponse<String> done = throughProvider(clerk, "wenyang");
            assertThat(done.statusCode()).isEqualTo(302);
            assertThat(done.headers().firstValue("Location").orElseThrow()).contains("/camunda/app/tasklist/");
            assertThat(clerk.cookie("JSESSIONID")).isNotEqualTo(before);
            assertThat(read(clerk.get("/api/me")).path("userId").asText()).isEqualTo("wenyang");
            assertThat(clerk.get("/camunda/api/engine/engine/default/task").statusCode())
                    .isEqualTo(200);
            assertThat(clerk.post("/api/cases/search", "{}").statusCode()).isEqualTo(403);

            for (String other : List.of("stranger", "nobody")) {
                Visitor stranger = visitor();
                HttpResponse<String> refused = throughProvider(stranger, other);
                assertThat(refused.statusCode()).isEqualTo(401);
                assertThat(refused.body()).contains("统一身份登录未成功");
                assertThat(stranger.seesMe()).isEqualTo(401);
            }
            // Somebody else's answer of the provider does not sign anybody in.
            assertThat(visitor()
                            .get("/oidc/callback/sso?code=stolen&state=guessed")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(visitor().get("/oidc/anything-else").statusCode()).isEqualTo(404);
        }
        assertThat(visitor()
                        .get("/api/me", "Authorization", basic("wenyang", KNOWN))
                        .statusCode())
                .isEqualTo(200);
    }

    /** From our start page to the provider's form and back; the last answer is ours. */
    private static HttpResponse<String> throughProvider(Visitor visitor, String user) {
        String authorize = location(visitor.get(
                read(visitor.get("/api/public/login")).path("elsewhere").asText()));
        assertThat(authorize).contains("code_challenge", "nonce", "state");
        location(visitor.get(authorize));
        String provider = authorize.substring(0, authorize.indexOf("/oauth2"));
        String back = location(
                visitor.form(provider + "/login", Map.of("username", user, "password", OidcProvider.PASSWORD)));
        return visitor.get(location(visitor.get(back)));
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return Bureau.JSON.readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private Visitor visitor() {
        int number = ADDRESSES.incrementAndGet();
        return new Visitor(port, "203.0." + number / 250 + "." + (number % 250 + 1));
    }

    private void person(String id) {
        User user = identity.newUser(id);
        user.setFirstName("新来的人");
        user.setLastName("");
        user.setPassword(RIGHT);
        identity.saveUser(user);
        identity.createMembership(id, "wenyang");
        identity.createTenantUserMembership("feicheng", id);
    }

    private String stored(String id) {
        return new JdbcTemplate(source).queryForObject("select pwd_ from act_id_user where id_ = ?", String.class, id);
    }
}
