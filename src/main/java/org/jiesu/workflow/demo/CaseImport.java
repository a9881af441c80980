package org.jiesu.workflow.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jiesu.cases.CasePosition;
import org.jiesu.cases.Cases;
import org.jiesu.intake.Intake;
import org.jiesu.platform.StaffDirectory;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.Refusal;
import org.jiesu.workflow.engine.EngineAccess;
import org.jiesu.workflow.rehearsal.Rehearsal;
import org.jiesu.workflow.rehearsal.RehearsalFile;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets cases that were exported elsewhere happen again: each is taken in at its own time through the real intake, and
 * its tasks are done at their own times as far as the models that are deployed here still open them.
 */
@Component
@Profile("rehearsal")
class CaseImport {

    /**
     * What became of one case.
     *
     * @param stopped why the rest of its steps was not done; null when all were
     */
    record Taken(String source, String caseNumber, int steps, int done, String stageName, String stopped) {}

    private record Happening(Instant at, int order, Runnable what) {}

    private final Intake intake;
    private final Cases cases;
    private final CasePosition position;
    private final DemoClerk clerk;
    private final Rehearsal rehearsal;
    private final StaffDirectory directory;
    private final EngineAccess access;

    CaseImport(
            Intake intake,
            Cases cases,
            CasePosition position,
            DemoClerk clerk,
            Rehearsal rehearsal,
            StaffDirectory directory,
            EngineAccess access) {
        this.intake = intake;
        this.cases = cases;
        this.position = position;
        this.clerk = clerk;
        this.rehearsal = rehearsal;
        this.directory = directory;
        this.access = access;
    }

    List<Taken> load(RehearsalFile file) {
        if (file == null
                || file.version() != 1
                || file.exportedAt() == null
                || file.cases() == null
                || file.cases().isEmpty()) {
            throw new BadInput("cases", "这不是导出的办件文件");
        }
        Instant first = file.cases().stream()
                .map(one -> received(one))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        if (first.isBefore(rehearsal.now())) {
            if (!cases.none()) {
                throw new Refusal("演练系统中已有办件，时间不能退回；请重新启动演练系统后再装入");
            }
            rehearsal.startFrom(first);
        }
        List<Replay> replays = file.cases().stream().map(Replay::new).toList();
        PriorityQueue<Happening> past =
                new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparing(Happening::order));
        for (Replay replay : replays) {
            past.add(new Happening(received(replay.exported), past.size(), replay::receive));
            replay.exported
                    .steps()
                    .forEach(step ->
                            past.add(new Happening(step.at().toInstant(), past.size(), () -> replay.redo(step))));
        }
        for (Happening next = past.poll(); next != null; next = past.poll()) {
            rehearsal.catchUpWith(next.at());
            next.what().run();
        }
        rehearsal.catchUpWith(file.exportedAt().toInstant());
        return replays.stream().map(Replay::taken).toList();
    }

    private static Instant received(RehearsalFile.Exported exported) {
        return OffsetDateTime.parse(exported.submission().path("receivedAt").asText())
                .toInstant();
    }

    /** One case on its way. */
    private final class Replay {

        private final RehearsalFile.Exported exported;
        private String caseNumber;
        private int done;
        private String stopped;

        Replay(RehearsalFile.Exported exported) {
            this.exported = exported;
        }

        void receive() {
            String user = exported.submission().path("channel").asText().equals("onsite") ? "centre" : "channel-12345";
            try {
                caseNumber = directory
                        .runAs(directory.find(user).orElseThrow(), () -> intake.register(exported.submission()))
                        .cases()
                        .get(0)
                        .caseNumber();
            } catch (Refusal | BadInput e) {
                stopped = "未能来件：" + e.getMessage();
            }
        }

        void redo(RehearsalFile.Done step) {
            if (stopped != null) {
                return;
            }
            Optional<String> failure = access.asSystem(() -> clerk.redo(caseNumber, step.task(), step.values()));
            failure.ifPresentOrElse(why -> stopped = "“" + step.taskName() + "”未能重做：" + why, () -> done++);
        }

        Taken taken() {
            return new Taken(
                    exported.source(),
                    caseNumber,
                    exported.steps().size(),
                    done,
                    caseNumber == null ? null : position.stageName(caseNumber).orElse("已办结"),
                    stopped);
        }
    }
}
