package org.jiesu.desk;

import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.deadlines.ClockSearch;
import org.jiesu.deadlines.Light;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Running clocks across all cases. */
@RestController
@RequestMapping("/api/clocks")
class ClockReadController {

    private final ClockLists lists;

    ClockReadController(ClockLists lists) {
        this.lists = lists;
    }

    @GetMapping
    @Needs(Action.FIND_CASES)
    ClockLists.Page list(
            @RequestParam(required = false) String institution,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String clock,
            @RequestParam(required = false) String light,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        return lists.page(
                new ClockSearch.Query(
                        given(institution),
                        given(unit),
                        given(clock),
                        given(light) == null ? null : Light.ofCode(light)),
                page,
                size);
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
