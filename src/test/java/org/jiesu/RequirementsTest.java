package org.jiesu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("需求对照表与代码一致")
class RequirementsTest {

    private static final Pattern ID = Pattern.compile("^\\| ([^|]*[0-9-][^|]*) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private final String page = read(Path.of("docs/requirements.md"));

    @Test
    void namesOnlyFilesThatExist() {
        Set<String> files = files();
        assertThat(all(NAME)).isNotEmpty().allSatisfy(name -> assertThat(files)
                .as("named in docs/requirements.md")
                .contains(name));
    }

    @Test
    void saysEachIdOnce() {
        assertThat(all(ID)).isNotEmpty().doesNotHaveDuplicates();
    }

    private List<String> all(Pattern pattern) {
        return pattern.matcher(page).results().map(this::first).toList();
    }

    private String first(MatchResult match) {
        return match.group(1).strip();
    }

    /** Every model, table, form and case file by its name, every class by its simple name. */
    private static Set<String> files() {
        return Stream.of("src", "processes", "decisions", "forms")
                .map(Path::of)
                .flatMap(RequirementsTest::below)
                .map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> below(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
