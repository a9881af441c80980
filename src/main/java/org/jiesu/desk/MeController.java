package org.jiesu.desk;

import java.util.List;
import java.util.Map;
import org.jiesu.cases.Codes;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a page needs to know before it shows anything: who is there, and the lists of codes. */
@RestController
@RequestMapping("/api")
class MeController {

    private final CurrentStaff staff;

    MeController(CurrentStaff staff) {
        this.staff = staff;
    }

    record Me(String userId, String name, List<String> groups, String institution) {}

    @GetMapping("/me")
    Me me() {
        Staff me = staff.get();
        return new Me(me.userId(), me.name(), me.groups().stream().sorted().toList(), me.institution());
    }

    @GetMapping("/codes")
    Map<String, ? extends Map<String, String>> codes() {
        return Codes.all();
    }
}
