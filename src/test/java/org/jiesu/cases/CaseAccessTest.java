package org.jiesu.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jiesu.access.Action;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.jiesu.shared.Forbidden;
import org.jiesu.shared.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("谁能看办件、能做什么")
class CaseAccessTest {

    private static final List<String> UNITS = List.of("xincheng", "food", "brigade", "laocheng", "legal", "centre");
    private static final List<String> INSTITUTIONS = List.of("feicheng", "ningyang", "dongping");
    private static final Set<String> SEE_ALL =
            Set.of("centre", "centre-head", "legal", "leader", "director", "supervisor", "auditor");
    private static final Set<String> SEE_SECRETS = Set.of("centre", "centre-head", "director", "supervisor", "auditor");
    private static final int READS = 10_000;

    private final Cases cases = mock();
    private final Exclusions exclusions = mock();
    private final CasePosition position = mock();
    private final CurrentStaff current = new CurrentStaff();
    private final CaseAccess access = new CaseAccess(cases, exclusions, current, position);
    private final CaseView view = mock();

    @BeforeEach
    void aComplaintOfXincheng() {
        when(cases.find(anyString())).thenReturn(Optional.of(view));
        when(view.caseNumber()).thenReturn("FC-C-2026-000001");
        when(view.institution()).thenReturn("feicheng");
        when(view.kind()).thenReturn(CaseKind.COMPLAINT);
        when(view.handlingUnit()).thenReturn("xincheng");
        when(view.handler()).thenReturn("wangfang");
        when(exclusions.of(any())).thenReturn(Set.of());
        when(position.taskOf(anyString(), any())).thenReturn(Optional.empty());
    }

    @Test
    @DisplayName("一万次随机跨单位、跨机构读取：零泄露，也不多拒")
    void tenThousandRandomReads() {
        Random random = new Random(20261126);
        int leaks = 0;
        int read = 0;
        for (int i = 0; i < READS; i++) {
            CaseView one = randomCase(random);
            Staff reader = randomReader(random);
            boolean excluded = random.nextInt(10) == 0;
            when(cases.find("X")).thenReturn(Optional.of(one));
            when(exclusions.of("X")).thenReturn(excluded ? Set.of(reader.userId()) : Set.of());
            boolean seen = seen(reader);
            boolean may = !excluded && may(reader, one);
            assertThat(seen)
                    .as("%s reads %s of %s", reader, one.handlingUnit(), one.institution())
                    .isEqualTo(may);
            leaks += seen && !may ? 1 : 0;
            read += seen ? 1 : 0;
        }
        assertThat(leaks).isZero();
        assertThat(read).isBetween(500, READS / 2);
    }

    /** The rule once more, in plain words and without the table. */
    private static boolean may(Staff reader, CaseView one) {
        if (!reader.institution().equals(one.institution())) {
            return false;
        }
        String group = reader.groups().iterator().next();
        if (one.secret()) {
            return SEE_SECRETS.contains(group);
        }
        String unit = group.replace("-head", "");
        return SEE_ALL.contains(group)
                || unit.equals(one.handlingUnit())
                || one.assistingUnits().contains(unit)
                || one.copiedUnits().contains(unit);
    }

    private boolean seen(Staff reader) {
        try {
            current.runAs(reader, () -> access.require(Action.READ_CASE, "X"));
            return true;
        } catch (NotFound e) {
            return false;
        }
    }

    private static CaseView randomCase(Random random) {
        CaseView one = mock();
        when(one.caseNumber()).thenReturn("X");
        when(one.institution()).thenReturn(pick(INSTITUTIONS, random));
        when(one.handlingUnit()).thenReturn(random.nextInt(5) == 0 ? null : pick(UNITS, random));
        when(one.assistingUnits()).thenReturn(random.nextInt(4) == 0 ? List.of(pick(UNITS, random)) : List.of());
        when(one.copiedUnits()).thenReturn(random.nextInt(4) == 0 ? List.of(pick(UNITS, random)) : List.of());
        when(one.secret()).thenReturn(random.nextInt(5) == 0);
        return one;
    }

    private static Staff randomReader(Random random) {
        String group = pick(
                List.of(
                        "xincheng",
                        "xincheng-head",
                        "food",
                        "food-head",
                        "brigade",
                        "laocheng",
                        "legal",
                        "centre",
                        "centre-head",
                        "leader",
                        "director",
                        "supervisor",
                        "auditor",
                        "modeler",
                        "admin",
                        "channel",
                        "camunda-admin"),
                random);
        return new Staff("reader" + random.nextInt(50), "", Set.of(group), pick(INSTITUTIONS, random));
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    @Test
    @DisplayName("看得到但无权的为403，看不到的为404")
    void seenButNotAllowedIsSaid() {
        assertThatThrownBy(() -> as("food", "food", Action.NAME_HANDLER)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as("wangfang", "xincheng", Action.NAME_HANDLER))
                .isInstanceOf(Forbidden.class)
                .hasMessage("只有承办单位负责人可以变更承办人");
        assertThat(as("qiansuo", "xincheng-head", Action.NAME_HANDLER)).isSameAs(view);
    }

    @Test
    @DisplayName("回避后，承办人也看不到该办件")
    void whoSteppedAsideSeesNothing() {
        assertThat(as("wangfang", "xincheng", Action.KEEP_CLOCKS)).isSameAs(view);
        when(exclusions.of("FC-C-2026-000001")).thenReturn(Set.of("wangfang"));
        assertThatThrownBy(() -> as("wangfang", "xincheng", Action.READ_CASE)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as("wangfang", "xincheng", Action.KEEP_CLOCKS)).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("密件：承办单位和负责人看不到，由投诉中心办理")
    void aSecretCaseIsForTheCentre() {
        when(view.secret()).thenReturn(true);
        assertThatThrownBy(() -> as("wangfang", "xincheng", Action.READ_CASE)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as("qiansuo", "xincheng-head", Action.READ_CASE))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as("modeler", "modeler", Action.READ_DATES)).isInstanceOf(NotFound.class);
        assertThat(as("chen", "centre-head", Action.NAME_HANDLER)).isSameAs(view);
    }

    @Test
    @DisplayName("投诉人身份：承办人、持有任务的投诉中心人员；单位负责人、其他人员不能看（令121第三十七条）")
    void whoNeedsTheIdentityOfAComplainant() {
        assertThat(as("wangfang", "xincheng", Action.SEE_IDENTITY)).isSameAs(view);
        assertThatThrownBy(() -> as("qiansuo", "xincheng-head", Action.SEE_IDENTITY))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as("chen", "centre", Action.SEE_IDENTITY)).isInstanceOf(Forbidden.class);
        when(position.taskOf(anyString(), any())).thenReturn(Optional.of("task"));
        assertThat(as("chen", "centre", Action.SEE_IDENTITY)).isSameAs(view);
        assertThatThrownBy(() -> as("zhao", "legal", Action.SEE_IDENTITY)).isInstanceOf(Forbidden.class);
    }

    @Test
    @DisplayName("举报人身份：只有承办人和内部监督（令121第三十七条）")
    void whoNeedsTheIdentityOfAReporter() {
        when(view.kind()).thenReturn(CaseKind.REPORT);
        when(position.taskOf(anyString(), any())).thenReturn(Optional.of("task"));
        assertThat(as("wangfang", "xincheng", Action.SEE_IDENTITY)).isSameAs(view);
        assertThat(as("sun", "supervisor", Action.SEE_IDENTITY)).isSameAs(view);
        assertThatThrownBy(() -> as("chen", "centre", Action.SEE_IDENTITY)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as("audit", "auditor", Action.SEE_IDENTITY)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as("li", "leader", Action.SEE_IDENTITY)).isInstanceOf(Forbidden.class);
    }

    private CaseView as(String userId, String group, Action action) {
        return current.runAs(
                new Staff(userId, "", Set.of(group), "feicheng"), () -> access.require(action, "FC-C-2026-000001"));
    }
}
