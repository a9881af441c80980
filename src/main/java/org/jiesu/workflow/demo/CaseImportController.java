package org.jiesu.workflow.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.access.Recorded;
import org.jiesu.shared.ChinaTime;
import org.jiesu.workflow.rehearsal.Rehearsal;
import org.jiesu.workflow.rehearsal.RehearsalFile;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes exported cases into a rehearsal. */
@RestController
@RequestMapping("/api/rehearsal/cases")
@Profile("rehearsal")
class CaseImportController {

    private final CaseImport imports;
    private final Rehearsal rehearsal;

    CaseImportController(CaseImport imports, Rehearsal rehearsal) {
        this.imports = imports;
        this.rehearsal = rehearsal;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Loaded(OffsetDateTime now, List<CaseImport.Taken> cases, Rehearsal.Timer next) {}

    @PostMapping
    @Needs(Action.REHEARSE)
    @Recorded
    Loaded load(@RequestBody RehearsalFile file) {
        List<CaseImport.Taken> cases = imports.load(file);
        return new Loaded(ChinaTime.of(rehearsal.now()), cases, rehearsal.next().orElse(null));
    }
}
