package org.jiesu.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Disclosures;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.StaffDirectory;
import org.jiesu.shared.ChinaTime;
import org.jiesu.shared.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Packages of closed cases: taken out of the system, and verified when they come back. */
@RestController
class ArchiveController {

    private final CaseArchive archive;
    private final Disposals disposals;
    private final Cases cases;
    private final Disclosures disclosures;
    private final CurrentStaff staff;
    private final StaffDirectory directory;

    ArchiveController(
            CaseArchive archive,
            Disposals disposals,
            Cases cases,
            Disclosures disclosures,
            CurrentStaff staff,
            StaffDirectory directory) {
        this.archive = archive;
        this.disposals = disposals;
        this.cases = cases;
        this.disclosures = disclosures;
        this.staff = staff;
        this.directory = directory;
    }

    record Why(String reason) {}

    /** Written down as a disclosure before the first byte leaves. */
    @PostMapping("/api/cases/{caseNumber}/archive")
    @Needs(Action.EXPORT_ARCHIVE)
    void export(@PathVariable String caseNumber, @RequestBody Why why, HttpServletResponse response)
            throws IOException {
        String reason = Reasons.given(why.reason(), "导出理由");
        if (cases.view(caseNumber).open()) {
            throw new Refusal("办件尚未办结，不能归档");
        }
        disclosures.takeOut(caseNumber, reason);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(caseNumber + "归档包.zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        archive.export(caseNumber, response.getOutputStream());
    }

    /**
     * @param whole whether every file is the one that the manifest lists
     * @param ours whether that manifest is one that the system made
     * @param destroyedOn when the case was destroyed in just this state
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verdict(
            boolean whole,
            boolean ours,
            String conclusion,
            List<String> faults,
            String manifest,
            String caseNumber,
            OffsetDateTime exportedAt,
            String exportedBy,
            String exportedByName,
            LocalDate destroyedOn) {}

    /** The package is the body itself. */
    @PostMapping("/api/archive/verification")
    @Needs(Action.VERIFY_ARCHIVE)
    Verdict verify(HttpServletRequest request) throws IOException {
        PackageCheck.Result result = PackageCheck.of(request.getInputStream());
        String institution = staff.get().institution();
        Optional<CaseArchive.Known> known =
                archive.known(result.manifest()).filter(one -> one.institution().equals(institution));
        Optional<Disposals.Line> destroyed = disposals.destroyedAs(institution, result.manifest());
        boolean whole = result.faults().isEmpty();
        boolean ours = known.isPresent() || destroyed.isPresent();
        return new Verdict(
                whole,
                ours,
                conclusion(whole, ours),
                result.faults(),
                result.manifest(),
                known.map(CaseArchive.Known::caseNumber)
                        .or(() -> destroyed.map(Disposals.Line::caseNumber))
                        .orElse(null),
                known.map(one -> ChinaTime.of(one.madeAt())).orElse(null),
                known.map(CaseArchive.Known::madeBy).orElse(null),
                known.map(one -> directory.nameOf(one.madeBy())).orElse(null),
                destroyed.map(line -> line.destroyedAt().toLocalDate()).orElse(null));
    }

    private static String conclusion(boolean whole, boolean ours) {
        if (!whole) {
            return "归档包不完整或者已被改动";
        }
        return ours ? "归档包完整，与系统登记的一致" : "各文件与校验清单相符，但本系统没有登记过这个清单";
    }
}
