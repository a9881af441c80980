package org.jiesu.supervision;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.access.Recorded;
import org.jiesu.documents.IssuedPaper;
import org.jiesu.documents.PaperFile;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.WrongFields;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Samples of the internal supervision group; nobody else sees them. */
@RestController
@RequestMapping("/api/inspections")
class InspectionController {

    private static final int LARGEST_SAMPLE = 100;
    private static final int SEEDS = 1_000_000;
    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Inspections inspections;
    private final CurrentStaff staff;
    private final SecureRandom lot = new SecureRandom();

    InspectionController(Inspections inspections, CurrentStaff staff) {
        this.inspections = inspections;
        this.staff = staff;
    }

    /** @param seed may be given, so that a draw can be checked; else it is drawn and written down */
    record Wanted(LocalDate from, LocalDate until, Integer size, Long seed) {}

    @PostMapping
    @Needs(Action.INSPECT)
    @Recorded
    @ResponseStatus(HttpStatus.CREATED)
    Inspections.Sample draw(@RequestBody Wanted wanted) {
        var wrong = new WrongFields();
        if (wrong.required("from", "收到日期起", wanted.from()) & wrong.required("until", "收到日期止", wanted.until())
                && wanted.until().isBefore(wanted.from())) {
            wrong.add("until", "“收到日期止”不能早于“收到日期起”");
        }
        if (wanted.size() == null || wanted.size() < 1 || wanted.size() > LARGEST_SAMPLE) {
            wrong.add("size", "“抽查件数”须在 1 至 " + LARGEST_SAMPLE + " 之间");
        }
        wrong.refuse();
        long seed = wanted.seed() == null ? lot.nextInt(SEEDS) : wanted.seed();
        return inspections.draw(staff.get().institution(), wanted.from(), wanted.until(), wanted.size(), seed);
    }

    @GetMapping
    @Needs(Action.INSPECT)
    List<Inspections.Sample> all() {
        return inspections.of(staff.get().institution());
    }

    @PostMapping("/{number}/report")
    @Needs(Action.INSPECT)
    @Recorded
    @ResponseStatus(HttpStatus.CREATED)
    IssuedPaper report(@PathVariable String number) {
        return inspections.report(staff.get().institution(), number);
    }

    @GetMapping("/{number}/papers/{id}")
    @Needs(Action.INSPECT)
    @Recorded
    ResponseEntity<byte[]> open(@PathVariable String number, @PathVariable long id) {
        PaperFile file = inspections.open(staff.get().institution(), number, id);
        String name = file.paper().title() + "（" + file.paper().number() + "）.docx";
        return ResponseEntity.ok()
                .contentType(DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }
}
