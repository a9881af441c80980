package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Who brought a matter, and in which answers of the system they were named: read along with every answer. */
final class Mentions {

    /** What of a person was found in an answer that somebody got; {@code path} without the query. */
    record Mention(String user, String verb, String path, LocalDateTime at, Set<String> words) {}

    private static final int SHORTEST = 3;
    private static final Pattern BEFORE_THE_HOUSE = Pattern.compile("^.*?(街道|镇)(?=.{6})");
    /** Where a matter lies, no more: that stands in the case for everybody. */
    private static final Pattern TOWN = Pattern.compile(".*(市|区|县|镇|街道)");

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /** By the first characters, so that an answer is read once whatever the number of people. */
    private static final Map<String, Set<String>> BY_START = new ConcurrentHashMap<>();

    private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();
    private static final Queue<Mention> FOUND = new ConcurrentLinkedQueue<>();
    private static final Queue<String> READ = new ConcurrentLinkedQueue<>();

    private Mentions() {}

    /** From now on this complainant, reporter, agent or companion is looked for. */
    static void lookFor(JsonNode person) {
        String name = person.path("name").asText("").strip();
        String address = person.path("address").asText("").strip();
        NAMES.add(name);
        Stream.of(
                        name,
                        person.path("phone").asText("").strip(),
                        person.path("idNumber").asText("").strip(),
                        address,
                        BEFORE_THE_HOUSE.matcher(address).replaceFirst(""))
                .filter(word -> word.length() >= SHORTEST && !TOWN.matcher(word).matches())
                .forEach(word -> BY_START.computeIfAbsent(start(word, 0), any -> ConcurrentHashMap.newKeySet())
                        .add(word));
    }

    /** Reads an answer; what the asker wrote in the question is no news to them. */
    static void read(String user, String verb, String path, String question, LocalDateTime at, byte[]... answers) {
        Set<String> words = new TreeSet<>();
        for (byte[] answer : answers) {
            words.addAll(in(answer));
        }
        words.removeIf(question::contains);
        String place = path.replaceAll("\\?.*", "");
        READ.add(place);
        if (!words.isEmpty()) {
            FOUND.add(new Mention(user, verb, place, at, words));
        }
    }

    /** Everybody's names, phones, addresses and numbers in a text or a paper. */
    static Set<String> in(byte[] content) {
        String text = readable(content);
        Set<String> found = new TreeSet<>();
        for (int i = 0; i + SHORTEST <= text.length(); i++) {
            int at = i;
            BY_START.getOrDefault(start(text, i), Set.of()).stream()
                    .filter(word -> text.startsWith(word, at))
                    .forEach(found::add);
        }
        return found;
    }

    static boolean isName(String word) {
        return NAMES.contains(word);
    }

    static Collection<Mention> found() {
        return List.copyOf(FOUND);
    }

    /** How many answers were read from addresses that begin like this. */
    static long readFrom(String door) {
        return READ.stream().filter(path -> path.startsWith(door)).count();
    }

    private static String start(String text, int at) {
        return text.substring(at, at + SHORTEST);
    }

    private static String readable(byte[] content) {
        boolean packed = content.length > 1 && content[0] == 'P' && content[1] == 'K';
        return packed ? String.join("\n", parts(content)) : new String(content, StandardCharsets.UTF_8);
    }

    /** All parts of an Office file: text, headers, footers, comments, properties; the words of a line in one piece. */
    private static List<String> parts(byte[] file) {
        List<String> parts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String part = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                parts.add(entry.getName());
                parts.add(part);
                parts.add(TAG.matcher(part).replaceAll(""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(parts).isNotEmpty();
        return parts;
    }

    /** A name of a file as it stands in the head of an answer, made readable. */
    static byte[] fileName(List<String> dispositions) {
        return URLDecoder.decode(String.join(" ", dispositions), StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_8);
    }
}
