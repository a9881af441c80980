package org.jiesu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jiesu.ApplicationTest;
import org.jiesu.cases.Journal;
import org.jiesu.intake.Intake;
import org.jiesu.platform.StaffDirectory;
import org.jiesu.workflow.engine.EngineAccess;
import org.jiesu.workflow.rehearsal.Rehearsal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ApplicationTest
@DisplayName("期限自检：流程引擎与台账不一致，查得出，改得回")
class ClockCheckTest {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 9, 10, 0);
    private static final Date WRONG = EngineAccess.date(MONDAY.plusDays(1));

    @Autowired
    private ClockCheck check;

    @Autowired
    private ClockCheckStart nights;

    @Autowired
    private EngineDates dates;

    @Autowired
    private ClockFollower follower;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Journal journal;

    @Autowired
    private Intake intake;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private EngineAccess access;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    private String caseNumber;

    @BeforeEach
    void receive() throws Exception {
        rehearsal.startFrom(MONDAY.toInstant(ZoneOffset.ofHours(8)));
        var letter = new ObjectMapper()
                .readTree(
                        """
                        {"institution": "feicheng", "channel": "onsite", "kind": "COMPLAINT", "subject": "插座冒烟",
                         "content": "购买的插座通电后冒烟，店家不予退货。第%d次来信。", "demand": "退货并退还货款",
                         "complainant": {"name": "卫长河", "phone": "13900007777", "address": "新城街道"},
                         "respondent": {"name": "恒顺电料行", "town": "新城街道", "address": "向阳街"}}
                        """
                                .formatted(System.nanoTime()));
        caseNumber = directory
                .runAs(directory.find("centre").orElseThrow(), () -> intake.register(letter))
                .cases()
                .get(0)
                .caseNumber();
    }

    @AfterEach
    void leaveNoNightBehind() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("clock-check")
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end of test"));
    }

    @Test
    @DisplayName("一致的不动，也不留痕迹")
    void leavesAloneWhatIsRight() {
        long before = journal.of(caseNumber).size();
        assertThat(dates.compare(caseNumber)).isNotEmpty().noneMatch(EngineDates.Held::differs);
        check.checkAfter("");
        assertThat(journal.of(caseNumber)).hasSize((int) before);
    }

    @Test
    @DisplayName("定时器被改、被删，变量、任务到期和亮灯被改：逐一修正，写入流转记录")
    void repairsEverythingFromTheLedger() {
        Job changed = timer("Event_CheckpointReached");
        Date right = changed.getDuedate();
        management.setJobDuedate(changed.getId(), WRONG);
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .forEach(instance -> runtime.setVariable(instance.getId(), "cutOffAt", WRONG));
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .get(0);
        Date due = task.getDueDate();
        task.setDueDate(WRONG);
        task.setPriority(100);
        access.asSystem(() -> tasks.saveTask(task));
        assertThat(kindsThatDiffer())
                .containsExactlyInAnyOrder(
                        EngineDates.Kind.TIMER,
                        EngineDates.Kind.VARIABLE,
                        EngineDates.Kind.TASK,
                        EngineDates.Kind.PRIORITY);

        check.checkAfter("");

        assertThat(timer("Event_CheckpointReached").getDuedate()).hasSameTimeAs(right);
        var repaired = tasks.createTaskQuery().taskId(task.getId()).singleResult();
        assertThat(repaired.getDueDate()).hasSameTimeAs(due);
        assertThat(repaired.getPriority()).isZero();
        assertThat(kindsThatDiffer()).isEmpty();
        assertThat(journal.of(caseNumber))
                .filteredOn(line -> line.action().equals("期限自检"))
                .singleElement()
                .satisfies(line -> assertThat(line.detail())
                        .contains("到达检查点", "cutOffAt", "2026-11-10")
                        .doesNotContain("卫长河"));
    }

    @Test
    @DisplayName("定时器丢了：重新设上")
    void restoresALostTimer() {
        Job lost = timer("Event_CheckpointReached");
        management.deleteJob(lost.getId());
        assertThat(kindsThatDiffer()).containsExactly(EngineDates.Kind.TIMER);

        check.checkAfter("");

        assertThat(timer("Event_CheckpointReached").getDuedate()).hasSameTimeAs(lost.getDuedate());
        assertThat(kindsThatDiffer()).isEmpty();
    }

    @Test
    @DisplayName("有期限还按旧的放假安排计算：先照新安排重算，任务和定时器一起移动，下一晚无事可做")
    void countsAnewWhatAnOldCalendarCounted() {
        Date right = task().getDueDate();
        database.update(
                "update ledger_entry set calendar_version = 'older', due_at = ? where case_number = ? and clock = 'acceptance'",
                Timestamp.valueOf(MONDAY.plusDays(1)),
                caseNumber);
        follower.follow(caseNumber);
        assertThat(task().getDueDate()).hasSameTimeAs(WRONG);
        assertThat(kindsThatDiffer())
                .as("the engine follows the ledger, right or wrong")
                .isEmpty();

        check.checkAfter("");

        assertThat(task().getDueDate()).hasSameTimeAs(right);
        assertThat(kindsThatDiffer()).isEmpty();
        assertThat(database.queryForObject(
                        "select count(*) from ledger_entry where case_number = ? and calendar_version = 'older'",
                        Integer.class,
                        caseNumber))
                .isZero();
        check.checkAfter("");
        assertThat(journal.of(caseNumber))
                .filteredOn(
                        line -> line.action().equals("节假日安排调整") || line.action().equals("期限自检"))
                .singleElement()
                .satisfies(line -> assertThat(line.detail()).contains("受理", "2026-11-10 10:00 → 2026-11-18"));
    }

    private Task task() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey("Task_DecideAcceptance")
                .singleResult();
    }

    @Test
    @DisplayName("已到点、正要触发的检查点不越过")
    void doesNotPassOverACheckpointThatHasCome() {
        Date next = timer("Event_CheckpointReached").getDuedate();
        rehearsal.startFrom(next.toInstant().plusSeconds(60));
        check.checkAfter("");
        assertThat(timer("Event_CheckpointReached").getDuedate()).hasSameTimeAs(next);
    }

    @Test
    @DisplayName("无论启动几次，只有一个实例在等；查完留下下一晚的")
    void waitsExactlyOnce() {
        nights.checkNow();
        nights.checkNow();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("clock-check")
                        .count())
                .isEqualTo(1);

        rehearsal.moveTo(MONDAY.plusMinutes(5).toInstant(ZoneOffset.ofHours(8)));

        List<Job> waiting =
                management.createJobQuery().processDefinitionKey("clock-check").list();
        assertThat(waiting).singleElement().satisfies(job -> assertThat(job.getDuedate())
                .hasSameTimeAs(
                        EngineAccess.date(MONDAY.toLocalDate().plusDays(1).atTime(1, 30))));
        nights.checkNow();
        assertThat(management
                        .createJobQuery()
                        .processDefinitionKey("clock-check")
                        .singleResult()
                        .getDuedate())
                .as("a start brings the check forward")
                .isCloseTo(EngineAccess.date(MONDAY.plusMinutes(5)), 60_000);
    }

    private Set<EngineDates.Kind> kindsThatDiffer() {
        return dates.compare(caseNumber).stream()
                .filter(EngineDates.Held::differs)
                .map(EngineDates.Held::kind)
                .collect(Collectors.toSet());
    }

    private Job timer(String element) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey("case-supervision")
                .singleResult()
                .getId();
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(element)
                .singleResult();
    }
}
