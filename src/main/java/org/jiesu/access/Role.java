package org.jiesu.access;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiesu.platform.Staff;

/** What somebody is in the bureau. A group that names no role is a unit; its head's group ends with {@code -head}. */
public enum Role {
    UNIT("单位人员"),
    UNIT_HEAD("单位负责人"),
    CENTRE("投诉中心"),
    CENTRE_HEAD("投诉中心主任"),
    LEGAL("政策法规科"),
    LEADER("分管局领导"),
    DIRECTOR("局长"),
    SUPERVISOR("内部监督"),
    AUDITOR("审计员"),
    MODELER("流程管理员"),
    ADMIN("系统管理员"),
    CHANNEL("渠道接口");

    private static final String HEAD = "-head";
    /** The engine's own all-powerful group; ours never has a real member, and none would become a unit's clerk. */
    private static final String NOBODY = "camunda-admin";

    private static final Map<String, Role> BY_GROUP = Map.of(
            "centre", CENTRE,
            "centre-head", CENTRE_HEAD,
            "legal", LEGAL,
            "leader", LEADER,
            "director", DIRECTOR,
            "supervisor", SUPERVISOR,
            "auditor", AUDITOR,
            "modeler", MODELER,
            "admin", ADMIN,
            "channel", CHANNEL);

    /** 三员分立: whoever is one of these is nothing else, whatever other groups somebody puts them into. */
    private static final Set<Role> ALONE = EnumSet.of(ADMIN, AUDITOR, MODELER, CHANNEL);

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The group whose members are this; empty for units, each of which has its own. */
    public Optional<String> group() {
        return BY_GROUP.entrySet().stream()
                .filter(entry -> entry.getValue() == this)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public static Set<Role> of(Staff staff) {
        Set<Role> all = EnumSet.noneOf(Role.class);
        staff.groups().stream()
                .filter(group -> !group.equals(NOBODY))
                .map(Role::ofGroup)
                .forEach(all::add);
        return ALONE.stream()
                .filter(all::contains)
                .findFirst()
                .<Set<Role>>map(EnumSet::of)
                .orElse(all);
    }

    private static Role ofGroup(String group) {
        return BY_GROUP.getOrDefault(group, group.endsWith(HEAD) ? UNIT_HEAD : UNIT);
    }

    /** The units a person works for: her groups, a head's without the {@code -head}. */
    public static Set<String> units(Staff staff) {
        return staff.groups().stream()
                .map(group -> group.endsWith(HEAD) ? group.substring(0, group.length() - HEAD.length()) : group)
                .collect(Collectors.toSet());
    }
}
