package org.jiesu.workflow.rehearsal;

import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases for a rehearsal elsewhere; a POST, because every export is written into the journal. */
@RestController
@RequestMapping("/api/cases/export")
class CaseExportController {

    private final CaseExport export;

    CaseExportController(CaseExport export) {
        this.export = export;
    }

    record Chosen(List<String> caseNumbers) {}

    @PostMapping
    @Needs(Action.EXPORT_CASES)
    RehearsalFile export(@RequestBody Chosen chosen) {
        return export.export(chosen.caseNumbers());
    }
}
