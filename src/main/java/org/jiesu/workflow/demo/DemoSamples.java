package org.jiesu.workflow.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jiesu.cases.Complaints;
import org.jiesu.deadlines.OfficeTime;
import org.jiesu.intake.Intake;
import org.jiesu.platform.StaffDirectory;
import org.jiesu.shared.ChinaTime;
import org.jiesu.workflow.engine.EngineAccess;
import org.jiesu.workflow.rehearsal.Rehearsal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets the sample cases happen: time is set back to the first of them and moved forward, each is taken in through the
 * real intake on its day and worked on by its clerks, with every timer on the way, until the present is reached again.
 */
@Component
@Profile("demo")
class DemoSamples {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSamples.class);
    private static final String INSTITUTION = "feicheng";
    /** Working days after receipt on which the first, second … task is done, where so many have passed. */
    private static final List<Integer> PACE = List.of(1, 1, 2, 4, 5, 6, 8, 8, 9, 10, 10, 12);

    private final Intake intake;
    private final Complaints complaints;
    private final DemoClerk clerk;
    private final Rehearsal rehearsal;
    private final OfficeTime office;
    private final StaffDirectory directory;
    private final EngineAccess access;
    private final ObjectMapper json;
    private final PriorityQueue<Happening> past =
            new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparing(Happening::order));
    private int order;

    /** Something that happens at a time; what is planned first happens first at the same time. */
    private record Happening(Instant at, int order, Runnable what) {}

    DemoSamples(
            Intake intake,
            Complaints complaints,
            DemoClerk clerk,
            Rehearsal rehearsal,
            OfficeTime office,
            StaffDirectory directory,
            EngineAccess access,
            ObjectMapper json) {
        this.intake = intake;
        this.complaints = complaints;
        this.clerk = clerk;
        this.rehearsal = rehearsal;
        this.office = office;
        this.directory = directory;
        this.access = access;
        this.json = json;
    }

    void load() throws IOException {
        LOG.info("Taking in the sample cases; all people and shops in them are invented (人员和店铺均为虚构)");
        Instant present = ClockUtil.getCurrentTime().toInstant();
        for (Sample sample : read()) {
            plan(sample, present);
        }
        rehearsal.startFrom(past.element().at());
        try {
            for (Happening next = past.poll(); next != null; next = past.poll()) {
                rehearsal.catchUpWith(next.at());
                next.what().run();
            }
            rehearsal.catchUpWith(present);
        } finally {
            rehearsal.backToPresent();
        }
        LOG.info("The sample cases are there");
    }

    private Sample[] read() throws IOException {
        try (InputStream in = DemoSamples.class.getResourceAsStream("/demo/feicheng.json")) {
            return json.readValue(in, Sample[].class);
        }
    }

    private void plan(Sample sample, Instant present) {
        Sample.Place place = sample.demo();
        Instant received = morning(place.workingDaysAgo(), present);
        for (int i = 1; i <= place.history(); i++) {
            ObjectNode earlier = sample.submission().deepCopy();
            earlier.put("externalNumber", earlier.path("externalNumber").asText() + "-" + i);
            ((ObjectNode) earlier.path("respondent")).put("name", "示例商户" + i);
            happens(morning(place.workingDaysAgo() + 1 + i / 3, present), () -> withdrawn(earlier));
        }
        happens(received, () -> register(sample, received, present));
    }

    private void withdrawn(ObjectNode submission) {
        String caseNumber = take(submission);
        access.asSystem(() -> complaints.giveUp(caseNumber, false));
    }

    private void register(Sample sample, Instant received, Instant present) {
        String caseNumber = take(sample.submission());
        String stage = sample.demo().stage();
        if (!stage.equals("open")) {
            happens(after(received, present, 0), () -> step(caseNumber, stage, received, present, 1));
        }
    }

    private void step(String caseNumber, String stage, Instant received, Instant present, int done) {
        if (clerk.work(caseNumber, stage)) {
            happens(after(received, present, done), () -> step(caseNumber, stage, received, present, done + 1));
        }
    }

    private String take(ObjectNode submission) {
        submission.put(
                "receivedAt",
                ChinaTime.of(ClockUtil.getCurrentTime().toInstant()).toString());
        String user = submission.path("channel").asText().equals("onsite") ? "centre" : "channel-12345";
        return directory
                .runAs(directory.find(user).orElseThrow(), () -> intake.register(submission))
                .cases()
                .get(0)
                .caseNumber();
    }

    /** When the n-th task is done: at the usual pace, or sooner where the case is younger than that. */
    private Instant after(Instant received, Instant present, int task) {
        LocalDate day = received.atZone(ChinaTime.ZONE).toLocalDate();
        int days = PACE.get(Math.min(task, PACE.size() - 1));
        Instant usual = office.openingWorkingDaysAfter(INSTITUTION, day, days)
                .plusMinutes(30L * task)
                .atZone(ChinaTime.ZONE)
                .toInstant();
        Instant latest = received.plus(
                Duration.between(received, present).multipliedBy(task + 1L).dividedBy(PACE.size() + 8L));
        return usual.isBefore(present) ? usual : latest;
    }

    private Instant morning(int workingDaysAgo, Instant present) {
        if (workingDaysAgo == 0) {
            return present.minus(Duration.ofMinutes(20));
        }
        LocalDate today = LocalDateTime.ofInstant(present, ChinaTime.ZONE).toLocalDate();
        return office.openingWorkingDaysAgo(INSTITUTION, today, workingDaysAgo)
                .plusMinutes(40)
                .atZone(ChinaTime.ZONE)
                .toInstant();
    }

    private void happens(Instant at, Runnable what) {
        past.add(new Happening(at, order++, what));
    }
}
