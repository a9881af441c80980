package org.jiesu.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiesu.cases.CaseDisposed;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Disclosures;
import org.jiesu.cases.Journal;
import org.jiesu.cases.Parties;
import org.jiesu.cases.Party;
import org.jiesu.cases.Steps;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.documents.Attachments;
import org.jiesu.documents.Documents;
import org.jiesu.documents.IssuedPaper;
import org.jiesu.intake.Intake;
import org.jiesu.notices.Notices;
import org.jiesu.organisation.Institutions;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.supervision.Supervision;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * 归档包: everything of a case in one zip that can be read and verified without the system. It is written straight to
 * whoever takes it and kept nowhere. The same content makes the same manifest.
 */
@Service
class CaseArchive {

    /** Everything of a case but its files; it becomes {@code 办件.json} as it is. */
    record Content(
            int format,
            String institution,
            CaseView record,
            List<Party> parties,
            List<Cases.Link> links,
            List<Deadlines.ExplainedClock> clocks,
            List<Supervision.Taken> measures,
            List<Journal.Entry> journal,
            List<Steps.Step> steps,
            List<Notices.Told> notices,
            List<PaperLine> papers,
            List<AttachmentLine> attachments,
            List<Disclosures.Disclosure> disclosures,
            List<String> originals) {}

    record PaperLine(String file, IssuedPaper paper) {}

    record AttachmentLine(String file, Attachments.View attachment) {}

    /** A package that left the system, by its manifest. */
    record Known(String caseNumber, String institution, LocalDateTime madeAt, String madeBy) {}

    private static final int FORMAT = 1;
    /** File systems count 255 bytes, and a Chinese character is three of them. */
    private static final int LONGEST_NAME = 70;

    private static final String READ_ME =
            """
            这是一件投诉举报办件的归档包，不需要任何业务系统即可阅读和校验。

            目录.html      全部内容的目录和正文，用浏览器打开
            办件.json      同样的内容，供程序读取
            来件/          来件原文（每次来件一个文件）
            文书/          全部文书的全部版本（Word）
            附件/          全部附件
            校验清单.txt   每个文件的 SHA-256 校验值

            校验：解压后在本目录执行  sha256sum -c 校验清单.txt  ，每一行都显示 OK（或“成功”）即为完整、未改动。
            校验清单本身的 SHA-256 值登记在系统中，可以用“校验归档包”功能核对。

            所有时间都是北京时间。
            本包含有当事人的完整身份信息，请按有关规定保管，不得提供给无关人员（总局令第121号第三十七条）。
            """;

    private final Cases cases;
    private final Parties parties;
    private final Journal journal;
    private final Steps steps;
    private final Disclosures disclosures;
    private final Deadlines deadlines;
    private final Supervision supervision;
    private final Documents documents;
    private final Attachments attachments;
    private final Notices notices;
    private final Intake intake;
    private final Institutions institutions;
    private final ArchivePage page;
    private final PackageRepository packages;
    private final CurrentStaff staff;
    private final ObjectMapper json;
    private final Clock clock;

    CaseArchive(
            Cases cases,
            Parties parties,
            Journal journal,
            Steps steps,
            Disclosures disclosures,
            Deadlines deadlines,
            Supervision supervision,
            Documents documents,
            Attachments attachments,
            Notices notices,
            Intake intake,
            Institutions institutions,
            ArchivePage page,
            PackageRepository packages,
            CurrentStaff staff,
            ObjectMapper json,
            Clock clock) {
        this.cases = cases;
        this.parties = parties;
        this.journal = journal;
        this.steps = steps;
        this.disclosures = disclosures;
        this.deadlines = deadlines;
        this.supervision = supervision;
        this.documents = documents;
        this.attachments = attachments;
        this.notices = notices;
        this.intake = intake;
        this.institutions = institutions;
        this.page = page;
        this.packages = packages;
        this.staff = staff;
        this.json =
                json.copy().enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        this.clock = clock;
    }

    /** Writes the package of a case to somebody who may have it, and remembers that it left. */
    void export(String caseNumber, OutputStream out) throws IOException {
        String manifest = write(caseNumber, out);
        packages.save(new PackageRecord(caseNumber, manifest, LocalDateTime.now(clock), staff.id()));
    }

    /** The checksum of the manifest that a package would have now. */
    String manifest(String caseNumber) {
        try {
            return write(caseNumber, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Known> known(String manifest) {
        return packages.findByManifestOrderById(manifest).stream()
                .findFirst()
                .map(made -> new Known(
                        made.caseNumber(), cases.view(made.caseNumber()).institution(), made.madeAt(), made.madeBy()));
    }

    @EventListener
    void on(CaseDisposed disposed) {
        packages.erase(disposed.caseNumber());
    }

    /** Files are read one by one, so that only one of them is in memory. */
    private String write(String caseNumber, OutputStream out) throws IOException {
        Content content = content(caseNumber);
        PackageWriter zip = new PackageWriter(out, content.record().closedAt());
        zip.add("说明.txt", READ_ME.getBytes(StandardCharsets.UTF_8));
        zip.add("目录.html", page.of(content).getBytes(StandardCharsets.UTF_8));
        zip.add("办件.json", json.writeValueAsBytes(content));
        List<Intake.Original> originals = intake.originals(caseNumber);
        for (int i = 0; i < originals.size(); i++) {
            zip.add(
                    content.originals().get(i),
                    json.readTree(originals.get(i).payload()).toPrettyString().getBytes(StandardCharsets.UTF_8));
        }
        for (PaperLine paper : content.papers()) {
            zip.add(paper.file(), documents.open(caseNumber, paper.paper().id()).content());
        }
        for (AttachmentLine attachment : content.attachments()) {
            zip.add(
                    attachment.file(),
                    attachments.open(caseNumber, attachment.attachment().id()).content());
        }
        return zip.finish();
    }

    private Content content(String caseNumber) {
        CaseView view = cases.view(caseNumber);
        List<PaperLine> papers = new ArrayList<>();
        documents
                .of(caseNumber)
                .forEach(paper -> papers.add(new PaperLine(
                        "文书/%02d-%s（%s）第%d版.docx"
                                .formatted(
                                        papers.size() + 1,
                                        plain(paper.title()),
                                        plain(paper.number()),
                                        paper.version()),
                        paper)));
        List<AttachmentLine> added = new ArrayList<>();
        attachments
                .of(caseNumber)
                .forEach(attachment -> added.add(new AttachmentLine(
                        "附件/%02d-%s".formatted(added.size() + 1, plain(attachment.name())), attachment)));
        List<String> originals = new ArrayList<>();
        intake.originals(caseNumber).forEach(came -> originals.add("来件/%02d.json".formatted(originals.size() + 1)));
        return new Content(
                FORMAT,
                institutions.get(view.institution()).name(),
                view,
                parties.of(caseNumber),
                cases.links(caseNumber),
                deadlines.explained(caseNumber),
                supervision.of(caseNumber),
                journal.of(caseNumber),
                steps.of(caseNumber),
                notices.of(caseNumber),
                papers,
                added,
                disclosures.all(caseNumber),
                originals);
    }

    /** A name that every file system takes, and that stays inside its folder; the end says what it is. */
    private static String plain(String name) {
        String plain = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        return plain.length() <= LONGEST_NAME
                ? plain
                : plain.substring(0, LONGEST_NAME / 2) + "…" + plain.substring(plain.length() - LONGEST_NAME / 2);
    }
}
