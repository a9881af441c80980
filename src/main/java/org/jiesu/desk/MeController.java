package org.jiesu.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.access.Reach;
import org.jiesu.access.Role;
import org.jiesu.cases.Codes;
import org.jiesu.organisation.Institution;
import org.jiesu.organisation.Institutions;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a page needs to know before it shows anything: who is there, and the lists of codes. */
@RestController
@RequestMapping("/api")
class MeController {

    private final CurrentStaff staff;
    private final Institutions institutions;
    private final boolean demo;
    private final boolean rehearsal;

    MeController(CurrentStaff staff, Institutions institutions, Environment environment) {
        this.staff = staff;
        this.institutions = institutions;
        rehearsal = environment.matchesProfiles("rehearsal");
        demo = environment.matchesProfiles("demo");
    }

    /**
     * @param may the actions of the table of rights that their roles reach somewhere
     * @param demo whether everything here is invented
     * @param rehearsal whether time can be moved here
     */
    record Me(
            String userId,
            String name,
            List<String> groups,
            List<Action> may,
            String institution,
            String institutionName,
            boolean demo,
            boolean rehearsal) {}

    @GetMapping("/me")
    @Needs(Action.LOOK_UP)
    Me me() {
        Staff me = staff.get();
        return new Me(
                me.userId(),
                me.name(),
                me.groups().stream().sorted().toList(),
                Arrays.stream(Action.values())
                        .filter(action -> action.reach(Role.of(me)) != Reach.NONE)
                        .toList(),
                me.institution(),
                institutions.find(me.institution()).map(Institution::name).orElse(null),
                demo,
                rehearsal);
    }

    @GetMapping("/codes")
    @Needs(Action.LOOK_UP)
    Map<String, ? extends Map<String, String>> codes() {
        return Codes.all();
    }
}
