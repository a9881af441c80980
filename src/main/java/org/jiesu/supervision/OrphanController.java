package org.jiesu.supervision;

import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.platform.CurrentStaff;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 件件有着落, as it stands at this moment. */
@RestController
@RequestMapping("/api/supervision/orphans")
class OrphanController {

    private final Orphans orphans;
    private final CurrentStaff staff;

    OrphanController(Orphans orphans, CurrentStaff staff) {
        this.orphans = orphans;
        this.staff = staff;
    }

    record Found(int total, List<Orphans.Orphan> content) {}

    @GetMapping
    @Needs(Action.FIND_ORPHANS)
    Found now() {
        List<Orphans.Orphan> found = orphans.of(staff.get().institution());
        return new Found(found.size(), found);
    }
}
