package org.jiesu.documents;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jiesu.shared.BadInput;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
