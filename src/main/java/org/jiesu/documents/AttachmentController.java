package org.jiesu.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.cases.Disclosures;
import org.jiesu.cases.Identities;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.ChinaTime;
import org.jiesu.shared.Forbidden;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/cases/{caseNumber}/attachments")
class AttachmentController {

    private final Attachments attachments;
    private final Disclosures disclosures;
    private final Identities identities;
    private final CurrentStaff staff;

    AttachmentController(Attachments attachments, Disclosures disclosures, Identities identities, CurrentStaff staff) {
        this.attachments = attachments;
        this.disclosures = disclosures;
        this.identities = identities;
        this.staff = staff;
    }

    record Line(String id, String name, String note, long size, OffsetDateTime at) {}

    /** What somebody called a file may name the person it came from. */
    @GetMapping
    @Needs(Action.READ_CASE)
    List<Line> list(@PathVariable String caseNumber) {
        Identities.Words words = identities.of(caseNumber);
        return attachments.of(caseNumber).stream()
                .map(view -> new Line(
                        view.id(),
                        words.masked(view.name()),
                        words.masked(view.note()),
                        view.size(),
                        ChinaTime.of(view.addedAt())))
                .toList();
    }

    @PostMapping
    @Needs(Action.WORK)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> add(
            @PathVariable String caseNumber,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) String note)
            throws IOException {
        return Map.of(
                "id",
                attachments
                        .add(caseNumber, file.getOriginalFilename(), note, file.getBytes())
                        .id());
    }

    /**
     * Always a download, whatever it is: a browser shows nothing of it by itself. What came with the matter may identify
     * who brought it; what somebody added they know already.
     */
    @GetMapping("/{id}")
    @Needs(Action.READ_CASE)
    ResponseEntity<byte[]> open(@PathVariable String caseNumber, @PathVariable String id) {
        Attachments.File file = attachments.open(caseNumber, id);
        if (!staff.id().equals(file.view().addedBy()) && !disclosures.opens(caseNumber, "查看附件")) {
            throw new Forbidden("附件可能含有身份信息：须先取得查看身份信息的许可，举报须写明理由");
        }
        String disposition = ContentDisposition.attachment()
                .filename(file.view().name(), StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.view().contentType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header("X-Content-Type-Options", "nosniff")
                .body(file.content());
    }
}
