package org.jiesu.access;

import static org.jiesu.access.Reach.INSTITUTION;
import static org.jiesu.access.Reach.OWN_UNIT;
import static org.jiesu.access.Reach.SECRET;
import static org.jiesu.access.Role.ADMIN;
import static org.jiesu.access.Role.AUDITOR;
import static org.jiesu.access.Role.CENTRE;
import static org.jiesu.access.Role.CENTRE_HEAD;
import static org.jiesu.access.Role.CHANNEL;
import static org.jiesu.access.Role.DIRECTOR;
import static org.jiesu.access.Role.LEADER;
import static org.jiesu.access.Role.LEGAL;
import static org.jiesu.access.Role.MODELER;
import static org.jiesu.access.Role.SUPERVISOR;
import static org.jiesu.access.Role.UNIT;
import static org.jiesu.access.Role.UNIT_HEAD;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The table of rights: what somebody may do, in which role, how far, and on which further condition. What stands in no
 * row is denied. {@code docs/security.md} shows the same table.
 */
public enum Action {
    // Without a case
    PUBLIC("凭查询码查进度、登录方式", "", Kind.PUBLIC, rights -> {}),
    LOOK_UP("查本人信息、代码、日历", "", Kind.GENERAL, rights -> rights.give(INSTITUTION, Role.values())),
    READ_MESSAGES("读本人消息", "渠道接口没有消息", Kind.GENERAL, rights -> rights.give(INSTITUTION, Role.values())
            .take(CHANNEL)),
    FIND_CASES("列表、检索、时限督办（只见有权查看的）", "渠道接口不能检索办件", Kind.GENERAL, rights -> rights.give(INSTITUTION, Role.values())
            .take(CHANNEL)),
    DO_TASKS("任务卡片、批量办理（只见自己的）", "该角色不办理任务", Kind.GENERAL, rights -> rights.give(INSTITUTION, Role.values())
            .take(CHANNEL, ADMIN, MODELER, AUDITOR)),
    REGISTER("登记来件", "只有来源渠道和投诉中心可以登记来件", Kind.GENERAL, rights -> rights.give(INSTITUTION, CHANNEL, CENTRE)),
    INSPECT("抽查、检查报告", "只有内部监督小组可以检查", Kind.GENERAL, rights -> rights.give(INSTITUTION, SUPERVISOR)),
    FIND_ORPHANS(
            "件件有着落检查",
            "只有内部监督小组和投诉中心主任可以查看",
            Kind.GENERAL,
            rights -> rights.give(INSTITUTION, SUPERVISOR, CENTRE_HEAD)),
    READ_DISCLOSURES("身份查看台账", "只有审计员可以查阅身份查看台账", Kind.GENERAL, rights -> rights.give(INSTITUTION, AUDITOR)),
    READ_AUDIT("审计日志、校验", "只有审计员可以查阅审计日志", Kind.GENERAL, rights -> rights.give(INSTITUTION, AUDITOR)),
    KEEP_BREACHES(
            "泄密事件登记", "只有审计员和内部监督小组可以登记泄密事件", Kind.GENERAL, rights -> rights.give(INSTITUTION, AUDITOR, SUPERVISOR)),
    EXPORT_CASES(
            "导出演练办件（身份和文字已替换）",
            "只有内部监督小组和流程管理员可以导出演练办件",
            Kind.GENERAL,
            rights -> rights.give(INSTITUTION, SUPERVISOR, MODELER)),
    IMPORT_CALENDAR("导入、撤销节假日安排", "只有流程管理员可以导入节假日安排", Kind.GENERAL, rights -> rights.give(INSTITUTION, MODELER)),
    KEEP_KEYS("密钥轮换", "只有系统管理员可以管理密钥", Kind.GENERAL, rights -> rights.give(INSTITUTION, ADMIN)),
    MAKE_DISPOSAL("编制、执行销毁清单", "只有投诉中心主任可以编制、执行销毁清单", Kind.GENERAL, rights -> rights.give(INSTITUTION, CENTRE_HEAD)),
    APPROVE_DISPOSAL("审批销毁清单（不能是编制人）", "只有局长可以审批销毁清单", Kind.GENERAL, rights -> rights.give(INSTITUTION, DIRECTOR)),
    READ_DISPOSALS(
            "查阅销毁清单（销毁台账）",
            "只有投诉中心主任、局长、内部监督小组和审计员可以查阅销毁清单",
            Kind.GENERAL,
            rights -> rights.give(INSTITUTION, CENTRE_HEAD, DIRECTOR, SUPERVISOR, AUDITOR)),
    VERIFY_ARCHIVE(
            "校验归档包",
            "只有投诉中心主任、内部监督小组和审计员可以校验归档包",
            Kind.GENERAL,
            rights -> rights.give(INSTITUTION, CENTRE_HEAD, SUPERVISOR, AUDITOR)),
    KEEP_CHANNEL_KEYS("渠道密钥", "只有系统管理员可以管理渠道密钥", Kind.GENERAL, rights -> rights.give(INSTITUTION, ADMIN)),
    REHEARSE("时间演练（仅演练环境）", "只有系统管理员和流程管理员可以演练时间", Kind.GENERAL, rights -> rights.give(INSTITUTION, ADMIN, MODELER)),

    // About one case
    READ_DATES("看期限日期（无事实、无姓名）", "", Kind.CASE, rights -> readers(rights).give(INSTITUTION, MODELER)),
    READ_CASE("看办件（身份隐去）", "", Kind.CASE, Action::readers),
    WORK("办理任务、联系、线索、附件、情况报告", "只有正在办理该办件的人员可以进行此操作", Kind.CASE, Provided.HOLDS_TASK, rights -> readers(rights)
            .take(AUDITOR)),
    KEEP_CLOCKS("扣除、恢复、申请延期", "只有承办人可以进行此操作", Kind.CASE, Provided.HANDLES, Action::handlers),
    WITHDRAW("撤回登记", "只有投诉中心或者承办人可以登记撤回", Kind.CASE, Provided.HANDLES_OR_CENTRE, Action::handlers),
    NAME_HANDLER("变更承办人", "只有承办单位负责人可以变更承办人", Kind.CASE, Provided.HEADS_UNIT, rights -> rights.give(OWN_UNIT, UNIT_HEAD)
            .give(SECRET, CENTRE_HEAD)),
    RECUSE("决定回避", "只有承办单位负责人可以决定回避", Kind.CASE, Provided.HEADS_UNIT, rights -> rights.give(OWN_UNIT, UNIT_HEAD)
            .give(SECRET, CENTRE_HEAD)),
    INSTRUCT("批示", "只有局领导可以批示", Kind.CASE, rights -> rights.give(INSTITUTION, LEADER)
            .give(SECRET, DIRECTOR)),
    HOLD("暂停销毁、解除暂停", "只有投诉中心主任、政策法规科和内部监督小组可以暂停销毁", Kind.CASE, rights -> rights.give(INSTITUTION, LEGAL)
            .give(SECRET, CENTRE_HEAD, SUPERVISOR)),
    EXPORT_ARCHIVE(
            "导出归档包（含完整身份，另须事由）",
            "投诉的归档包由投诉中心主任导出，举报的由内部监督小组导出",
            Kind.CASE,
            Provided.KEEPS_ARCHIVE,
            rights -> rights.give(SECRET, CENTRE_HEAD, SUPERVISOR)),
    SEE_IDENTITY("查看完整身份（另须事由，限时）", "只有该办件的承办人员可以查看身份信息", Kind.CASE, Provided.NEEDS_IDENTITY, rights -> handlers(rights)
            .give(SECRET, SUPERVISOR)),
    APPROVE_IDENTITY(
            "批准查看保密举报人身份", "只有承办单位负责人或者内部监督小组可以审批，且不能审批本人的申请", Kind.CASE, Provided.MAY_APPROVE, rights -> rights.give(
                            OWN_UNIT, UNIT_HEAD)
                    .give(SECRET, CENTRE_HEAD, SUPERVISOR));

    private enum Kind {
        PUBLIC,
        GENERAL,
        CASE
    }

    private static final class Rights {

        private final Map<Role, Reach> reach = new EnumMap<>(Role.class);

        Rights give(Reach far, Role... roles) {
            for (Role role : roles) {
                reach.put(role, far);
            }
            return this;
        }

        Rights take(Role... roles) {
            for (Role role : roles) {
                reach.remove(role);
            }
            return this;
        }
    }

    private final String label;
    private final String refusal;
    private final Kind kind;
    private final Provided provided;
    private final Map<Role, Reach> reach;

    Action(String label, String refusal, Kind kind, Consumer<Rights> rights) {
        this(label, refusal, kind, Provided.NOTHING, rights);
    }

    Action(String label, String refusal, Kind kind, Provided provided, Consumer<Rights> rights) {
        this.label = label;
        this.refusal = refusal;
        this.kind = kind;
        this.provided = provided;
        Rights given = new Rights();
        rights.accept(given);
        reach = given.reach;
    }

    /** A complaint about staff is kept from every unit, legal included (令121第三十七条). */
    private static Rights readers(Rights rights) {
        return rights.give(OWN_UNIT, UNIT, UNIT_HEAD)
                .give(INSTITUTION, LEGAL, LEADER)
                .give(SECRET, CENTRE, CENTRE_HEAD, DIRECTOR, SUPERVISOR, AUDITOR);
    }

    /** Those among whom a handler is found. */
    private static Rights handlers(Rights rights) {
        return rights.give(OWN_UNIT, UNIT, UNIT_HEAD).give(INSTITUTION, LEGAL).give(SECRET, CENTRE, CENTRE_HEAD);
    }

    public String label() {
        return label;
    }

    /** What is said to somebody who may see the case, or is signed in, but may not do this. */
    public String refusal() {
        return refusal;
    }

    /** Whether it is open to anybody, without being signed in. */
    public boolean isPublic() {
        return kind == Kind.PUBLIC;
    }

    /** Whether it is done to one case, so that role alone never decides. */
    public boolean isAboutCase() {
        return kind == Kind.CASE;
    }

    public Provided provided() {
        return provided;
    }

    /** How far the best of these roles reaches. */
    public Reach reach(Set<Role> roles) {
        return roles.stream()
                .map(role -> reach.getOrDefault(role, Reach.NONE))
                .max(Comparator.naturalOrder())
                .orElse(Reach.NONE);
    }

    public Reach reach(Role role) {
        return reach(EnumSet.of(role));
    }

    /** Whether these roles reach a case in this relation; {@link #provided()} has to hold as well. */
    public boolean reaches(Set<Role> roles, Relation relation) {
        if (!relation.sameInstitution() || relation.excluded()) {
            return false;
        }
        Reach far = reach(roles);
        return relation.secret()
                ? far == SECRET
                : far.compareTo(INSTITUTION) >= 0 || far == OWN_UNIT && relation.ownUnit();
    }
}
