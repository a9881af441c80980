package org.jiesu.cases;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The closed lists of codes with their Chinese labels; {@code codes.json} is the one place where they stand. */
public final class Codes {

    private static final Map<String, LinkedHashMap<String, String>> LISTS = read();

    private Codes() {}

    /** The label a person reads for a code, or the code itself where the list has no such entry. */
    public static String label(String list, String code) {
        return code == null ? null : list(list).getOrDefault(code, code);
    }

    /** All codes of a list with their labels, in the order in which they are shown. */
    public static Map<String, String> list(String list) {
        Map<String, String> codes = LISTS.get(list);
        if (codes == null) {
            throw new IllegalArgumentException("codes.json has no list " + list);
        }
        return codes;
    }

    /** Every list by its name. */
    public static Map<String, ? extends Map<String, String>> all() {
        return LISTS;
    }

    private static Map<String, LinkedHashMap<String, String>> read() {
        try (var in = Codes.class.getResourceAsStream("/codes.json")) {
            return new ObjectMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("codes.json cannot be read", e);
        }
    }
}
