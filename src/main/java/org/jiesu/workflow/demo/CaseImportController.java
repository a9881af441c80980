package org.jiesu.workflow.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.Forbidden;
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
    private final CurrentStaff staff;

    CaseImportController(CaseImport imports, Rehearsal rehearsal, CurrentStaff staff) {
        this.imports = imports;
        this.rehearsal = rehearsal;
        this.staff = staff;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Loaded(OffsetDateTime now, List<CaseImport.Taken> cases, Rehearsal.Timer next) {}

    @PostMapping
    Loaded load(@RequestBody RehearsalFile file) {
        if (!staff.get().in("admin") && !staff.get().in("modeler")) {
            throw new Forbidden("只有系统管理员和流程管理员可以装入演练办件");
        }
        List<CaseImport.Taken> cases = imports.load(file);
        return new Loaded(
                rehearsal.now().atZone(ZoneId.of("Asia/Shanghai")).toOffsetDateTime(),
                cases,
                rehearsal.next().orElse(null));
    }
}
