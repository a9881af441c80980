package org.jiesu.documents;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        String relation = "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.example/%s\""
                + " Target=\"http://evil.example/x\" TargetMode=\"%s\"/></Relationships>";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/_rels/settings.xml.rels"));
            zip.write(relation.formatted(type, mode).getBytes(StandardCharsets.UTF_8));
        }
        if (taken) {
            assertThatCode(() -> OfficeFile.check(out.toByteArray())).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> OfficeFile.check(out.toByteArray())).hasMessageContaining("从别处取内容");
        }
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
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            for (int i = 0; i < megabytes; i++) {
                zip.write(new byte[1024 * 1024]);
            }
        }
        return out.toByteArray();
    }
}
