package org.jiesu.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("校验归档包：少一个、多一个、改一个字节、截断，都查得出")
class PackageCheckTest {

    private static final LocalDateTime CLOSED = LocalDateTime.of(2026, 11, 20, 10, 0);
    private static final String LETTER = "来件/01.json";

    private final byte[] whole = written("{\"content\":\"漏水\"}");

    private static byte[] written(String letter) {
        try (var out = new ByteArrayOutputStream()) {
            PackageWriter zip = new PackageWriter(out, CLOSED);
            zip.add("目录.html", "正文".getBytes(StandardCharsets.UTF_8));
            zip.add(LETTER, letter.getBytes(StandardCharsets.UTF_8));
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PackageCheck.Result check(byte[] zip) {
        return PackageCheck.of(new ByteArrayInputStream(zip));
    }

    @Test
    @DisplayName("原样的包没有问题；同样的内容得到同样的清单校验值，不同的内容得到不同的")
    void anUntouchedPackageIsWhole() {
        assertThat(check(whole).faults()).isEmpty();
        assertThat(check(whole).manifest())
                .hasSize(64)
                .isEqualTo(check(written("{\"content\":\"漏水\"}")).manifest())
                .isNotEqualTo(check(written("{\"content\":\"不漏水\"}")).manifest());
    }

    @Test
    @DisplayName("清单每行为 sha256sum -c 能读的格式")
    void theManifestIsReadByEveryComputer() throws IOException {
        assertThat(new String(files().get(PackageWriter.MANIFEST), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        %s  目录.html
                        %s  来件/01.json
                        """
                                .formatted(
                                        Sha256.hex("正文".getBytes(StandardCharsets.UTF_8)),
                                        Sha256.hex("{\"content\":\"漏水\"}".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    @DisplayName("改动一个文件")
    void aChangedFileIsNamed() throws IOException {
        Map<String, byte[]> files = files();
        files.put(LETTER, "{\"content\":\"没漏\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(check(zip(files)).faults()).containsExactly("文件已被改动：" + LETTER);
    }

    @Test
    @DisplayName("少一个文件、多一个文件、没有清单")
    void missingAndAddedFilesAreNamed() throws IOException {
        Map<String, byte[]> files = files();
        files.remove(LETTER);
        assertThat(check(zip(files)).faults()).containsExactly("缺少文件：" + LETTER);

        files = files();
        files.put("附件/01-后加.txt", new byte[] {1});
        assertThat(check(zip(files)).faults()).contains("清单以外的文件：附件/01-后加.txt");

        files = files();
        files.remove(PackageWriter.MANIFEST);
        assertThat(check(zip(files)).faults()).containsExactly("缺少校验清单.txt，不是完整的归档包");
    }

    @Test
    @DisplayName("任何一处截断、不是压缩包、空文件")
    void aTruncatedPackageIsNotWhole() {
        int manifestEnds = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        for (int length = 0; length < manifestEnds - 16; length++) {
            assertThat(check(Arrays.copyOf(whole, length)).faults())
                    .as("cut at %d", length)
                    .isNotEmpty();
        }
        assertThat(check("[]".getBytes(StandardCharsets.UTF_8)).faults()).isNotEmpty();
        assertThat(check(new byte[0]).manifest()).isNull();
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(whole), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
