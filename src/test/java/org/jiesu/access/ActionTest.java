package org.jiesu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiesu.platform.Staff;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("权限表")
class ActionTest {

    private static final Relation OWN = new Relation(true, true, false, false);
    private static final Relation OTHER_UNIT = new Relation(true, false, false, false);
    private static final Relation SECRET = new Relation(true, true, true, false);
    private static final Relation ELSEWHERE = new Relation(false, true, false, false);
    private static final Relation EXCLUDED = new Relation(true, true, false, true);

    @Test
    @DisplayName("docs/security.md 的表与代码一致")
    void theTableInTheDocumentIsTheOneInForce() throws IOException {
        assertThat(Files.readString(Path.of("docs/security.md")))
                .as("docs/security.md should contain:\n%s", table())
                .contains(table());
    }

    private static String table() {
        List<String> head = Stream.concat(
                        Stream.of("行为"),
                        Stream.concat(Arrays.stream(Role.values()).map(Role::label), Stream.of("另须")))
                .toList();
        return line(head)
                + line(head.stream().map(column -> "---").toList())
                + Arrays.stream(Action.values())
                        .filter(action -> !action.isPublic())
                        .map(ActionTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(Action action) {
        return line(Stream.of(
                        Stream.of(action.label()),
                        Arrays.stream(Role.values()).map(role -> cell(action, role)),
                        Stream.of(action.provided().label()))
                .flatMap(cells -> cells)
                .toList());
    }

    private static String cell(Action action, Role role) {
        Reach reach = action.reach(role);
        return !action.isAboutCase() && reach != Reach.NONE ? "可" : reach.label();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("别的机构和应当回避的人，什么都不能做")
    void nobodyElsewhereAndNobodyExcluded(Action action) {
        for (Role role : Role.values()) {
            assertThat(action.reaches(EnumSet.of(role), ELSEWHERE)).isFalse();
            assertThat(action.reaches(EnumSet.of(role), EXCLUDED)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("没有角色的人，什么都不能做；密件对承办单位不存在")
    void noRoleNoRight(Action action) {
        assertThat(action.reaches(Set.of(), OWN)).isFalse();
        if (!action.isAboutCase()) {
            return;
        }
        for (Role unit : List.of(Role.UNIT, Role.UNIT_HEAD, Role.LEGAL, Role.LEADER)) {
            assertThat(action.reaches(EnumSet.of(unit), SECRET)).isFalse();
        }
        for (Role unit : List.of(Role.UNIT, Role.UNIT_HEAD)) {
            assertThat(action.reaches(EnumSet.of(unit), OTHER_UNIT)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("三员分立：系统管理员看不到办件，流程管理员只看日期，审计员只读")
    void administratorsAreSeparate(Action action) {
        if (action.isAboutCase()) {
            assertThat(action.reach(Role.ADMIN)).isEqualTo(Reach.NONE);
            assertThat(action.reach(Role.CHANNEL)).isEqualTo(Reach.NONE);
            assertThat(action.reach(Role.MODELER) == Reach.NONE).isEqualTo(action != Action.READ_DATES);
            assertThat(action.reach(Role.AUDITOR) == Reach.NONE)
                    .isEqualTo(action != Action.READ_DATES && action != Action.READ_CASE);
        }
    }

    @Test
    @DisplayName("管理员兼入其他组，也不因此看到办件")
    void anAdministratorWhoJoinsAnotherGroupStaysOne() {
        assertThat(Role.of(in("admin", "centre", "director"))).containsExactly(Role.ADMIN);
        assertThat(Role.of(in("auditor", "xincheng"))).containsExactly(Role.AUDITOR);
        assertThat(Role.of(in("modeler", "supervisor"))).containsExactly(Role.MODELER);
        assertThat(Role.of(in("camunda-admin"))).isEmpty();
        assertThat(Role.of(in("xincheng", "xincheng-head"))).containsExactlyInAnyOrder(Role.UNIT, Role.UNIT_HEAD);
    }

    private static Staff in(String... groups) {
        return new Staff("u", "姓名", Set.of(groups), "feicheng");
    }
}
