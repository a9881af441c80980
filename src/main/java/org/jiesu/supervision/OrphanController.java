package org.jiesu.supervision;

import java.util.List;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.jiesu.shared.Forbidden;
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
    Found now() {
        Staff reader = staff.get();
        if (!reader.in("supervisor") && !reader.in("centre-head")) {
            throw new Forbidden("只有内部监督小组和投诉中心主任可以查看");
        }
        List<Orphans.Orphan> found = orphans.of(reader.institution());
        return new Found(found.size(), found);
    }
}
