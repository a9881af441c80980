package org.jiesu.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Whether a package is whole and every file in it is the one that its manifest lists. */
final class PackageCheck {

    /** @param manifest the checksum of the manifest; null without one */
    record Result(List<String> faults, String manifest) {}

    /** More than a case can have: 20 attachments, some dozens of papers. */
    private static final int MOST_FILES = 2_000;

    private static final long LARGEST = 2L * 1024 * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;
    private static final int LARGEST_MANIFEST = 1024 * 1024;
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}(.+)");

    private final Map<String, String> found = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private byte[] manifest;
    private long read;

    private PackageCheck() {}

    static Result of(InputStream in) {
        PackageCheck check = new PackageCheck();
        check.read(in);
        check.compare();
        return new Result(List.copyOf(check.faults), check.manifest == null ? null : Sha256.hex(check.manifest));
    }

    private void read(InputStream in) {
        try {
            ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (manifest != null) {
                    faults.add("校验清单之后还有文件：" + entry.getName());
                }
                if (entry.getName().equals(PackageWriter.MANIFEST)) {
                    manifest = zip.readNBytes(LARGEST_MANIFEST);
                } else if (found.put(entry.getName(), checksum(zip)) != null) {
                    faults.add("同名文件不止一个：" + entry.getName());
                }
                if (read > LARGEST || found.size() > MOST_FILES) {
                    faults.add("超出归档包应有的大小");
                    return;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            faults.add("压缩包不完整或者已经损坏");
        }
    }

    private String checksum(InputStream in) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        for (int length = in.read(buffer); length >= 0 && read <= LARGEST; length = in.read(buffer)) {
            digest.update(buffer, 0, length);
            read += length;
        }
        return Sha256.hex(digest);
    }

    private void compare() {
        if (manifest == null) {
            faults.add("缺少" + PackageWriter.MANIFEST + "，不是完整的归档包");
            return;
        }
        Map<String, String> unlisted = new LinkedHashMap<>(found);
        new String(manifest, StandardCharsets.UTF_8).lines().forEach(line -> {
            Matcher listed = LINE.matcher(line);
            if (!listed.matches()) {
                faults.add("校验清单有一行无法识别");
                return;
            }
            String actual = unlisted.remove(listed.group(2));
            if (actual == null) {
                faults.add("缺少文件：" + listed.group(2));
            } else if (!actual.equals(listed.group(1))) {
                faults.add("文件已被改动：" + listed.group(2));
            }
        });
        unlisted.keySet().forEach(name -> faults.add("清单以外的文件：" + name));
    }
}
