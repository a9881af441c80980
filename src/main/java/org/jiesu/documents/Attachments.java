package org.jiesu.documents;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.jiesu.cases.CaseDisposed;
import org.jiesu.cases.Journal;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.NotFound;
import org.jiesu.shared.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files added to a case. What a file is, is read from its content, not believed from its name. */
@Service
@Transactional
public class Attachments {

    /** What is known about an attachment without opening it; {@code size} in bytes. */
    public record View(
            String id,
            String name,
            String note,
            String contentType,
            long size,
            LocalDateTime addedAt,
            String addedBy) {}

    /** An attachment with its content. */
    public record File(View view, byte[] content) {}

    private static final int MOST = 20;
    private static final int LARGEST = 20 * 1024 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 2_000;

    /** Pictures, papers, sound and film; nothing that a browser would run. */
    private static final Set<String> ALLOWED = Set.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "image/bmp",
            "image/heic",
            "application/pdf",
            "text/plain",
            "application/msword",
            "application/vnd.ms-excel",
            "application/x-tika-msoffice",
            "application/x-tika-ooxml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "audio/mpeg",
            "audio/vnd.wave",
            "audio/mp4",
            "audio/amr",
            "video/mp4",
            "video/quicktime");

    private static final String OFFICE_ENDINGS = "docx?|xlsx?|wps|et";
    private static final Pattern OFFICE = ending(OFFICE_ENDINGS);

    /** Whoever double-clicks a file runs what its name says, whatever its content: a text named .hta is a program. */
    private static final Pattern TAKEN =
            ending(OFFICE_ENDINGS + "|jpe?g|png|gif|webp|bmp|heic|pdf|txt|mp3|wav|m4a|amr|mp4|mov");

    private final AttachmentRepository repository;
    private final AttachmentStore store;
    private final Journal journal;
    private final CurrentStaff staff;
    private final Clock clock;
    private final Tika tika = new Tika();

    Attachments(
            AttachmentRepository repository, AttachmentStore store, Journal journal, CurrentStaff staff, Clock clock) {
        this.repository = repository;
        this.store = store;
        this.journal = journal;
        this.staff = staff;
        this.clock = clock;
    }

    /** Adds a file of at most 20 MB; a case holds at most 20. */
    public View add(String caseNumber, String fileName, String note, byte[] content) {
        String name = plainName(fileName);
        if (content.length == 0 || content.length > LARGEST) {
            throw new BadInput("file", "附件不能为空，且每个最大 20 MB");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new BadInput("note", "“说明”不能超过 " + LONGEST_NOTE + " 字");
        }
        String type = tika.detect(content, name);
        if (!ALLOWED.contains(type)
                || !TAKEN.matcher(name).matches()
                || OFFICE.matcher(name).matches() && !OfficeFile.isOffice(content)) {
            throw new BadInput("file", "不接受这种文件，请上传图片、PDF、Word、Excel、文本、录音或者录像，文件名带相应的后缀（如 .jpg、.pdf）");
        }
        OfficeFile.check(content);
        if (repository.countByCaseNumber(caseNumber) >= MOST) {
            throw new Refusal("每个办件最多 " + MOST + " 个附件");
        }
        Attachment added = repository.saveAndFlush(new Attachment(
                UUID.randomUUID().toString(),
                caseNumber,
                name,
                note,
                type,
                content.length,
                LocalDateTime.now(clock),
                staff.id()));
        store.put(added.getId(), content);
        journal.write(caseNumber, "上传附件", "附件已添加");
        return added.view();
    }

    @Transactional(readOnly = true)
    public List<View> of(String caseNumber) {
        return repository.findByCaseNumberOrderByAddedAt(caseNumber).stream()
                .map(Attachment::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public File open(String caseNumber, String id) {
        View view = repository
                .findByIdAndCaseNumber(id, caseNumber)
                .orElseThrow(() -> new NotFound("没有这个附件"))
                .view();
        return new File(view, store.get(id));
    }

    @EventListener
    void on(CaseDisposed disposed) {
        store.erase(of(disposed.caseNumber()).stream().map(View::id).toList());
        repository.erase(disposed.caseNumber());
    }

    private static Pattern ending(String endings) {
        return Pattern.compile(".*\\.(" + endings + ")", Pattern.CASE_INSENSITIVE);
    }

    /** The name without any path, and without a character that nobody sees or that turns the order of the others. */
    private static String plainName(String fileName) {
        String name = fileName == null
                ? ""
                : fileName.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "")
                        .replaceAll("^.*[/\\\\]", "")
                        .strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new BadInput("file", "文件名不能为空，且不能超过 " + LONGEST_NAME + " 字");
        }
        return name;
    }
}
