package org.jiesu.cases;

import java.util.List;
import java.util.stream.Stream;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.springframework.stereotype.Service;

/** Who may become the handler of a case. */
@Service
public class Handlers {

    private final StaffDirectory directory;

    Handlers(StaffDirectory directory) {
        this.directory = directory;
    }

    /** The members of the case's unit and its head, the unit's own first; nobody before a unit is named. */
    public List<Staff> candidates(CaseView view) {
        if (view.handlingUnit() == null) {
            return List.of();
        }
        return Stream.of(view.handlingUnit(), view.handlingUnit() + "-head")
                .flatMap(group -> directory.members(group).stream())
                .distinct()
                .toList();
    }
}
