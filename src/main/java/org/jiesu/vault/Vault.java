package org.jiesu.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Encrypts and decrypts single values. An encrypted text is {@code <key id>.<base64url>}, encrypted bytes carry the key
 * id in their first four; a column is named {@code table.column}.
 */
@Component
public class Vault {

    /** Fewer characters of a text can't be looked for. */
    public static final int SHORTEST_PART = 2;

    private static final int PART_BYTES = 5;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final FieldCipher cipher;
    private final KeyRing keys;

    Vault(FieldCipher cipher, KeyRing keys) {
        this.cipher = cipher;
        this.keys = keys;
    }

    String encrypt(String column, String row, String clear) {
        DataKey key = keys.current();
        byte[] encrypted = cipher.encrypt(key.encryption(), clear.getBytes(StandardCharsets.UTF_8), place(column, row));
        return prefix(key) + TEXT.encodeToString(encrypted);
    }

    String decrypt(String column, String row, String encrypted) {
        int dot = encrypted.indexOf('.');
        try {
            DataKey key = keys.get(Integer.parseInt(encrypted, 0, Math.max(dot, 0), 10));
            byte[] bytes = Base64.getUrlDecoder().decode(encrypted.substring(dot + 1));
            return new String(cipher.decrypt(key.encryption(), bytes, place(column, row)), StandardCharsets.UTF_8);
        } catch (NotDecrypted e) {
            throw broken(column, row, e.getMessage());
        } catch (IllegalArgumentException e) {
            throw broken(column, row, "not encrypted");
        }
    }

    byte[] encrypt(String column, String row, byte[] clear) {
        DataKey key = keys.current();
        byte[] encrypted = cipher.encrypt(key.encryption(), clear, place(column, row));
        return ByteBuffer.allocate(Integer.BYTES + encrypted.length)
                .putInt(key.id())
                .put(encrypted)
                .array();
    }

    byte[] decrypt(String column, String row, byte[] encrypted) {
        if (encrypted.length < Integer.BYTES) {
            throw broken(column, row, "not encrypted");
        }
        ByteBuffer buffer = ByteBuffer.wrap(encrypted);
        try {
            DataKey key = keys.get(buffer.getInt());
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return cipher.decrypt(key.encryption(), bytes, place(column, row));
        } catch (NotDecrypted e) {
            throw broken(column, row, e.getMessage());
        }
    }

    /** What a text leaves in an exact index; null when nothing of it can be looked up. */
    String trace(String column, String text) {
        return trace(keys.current(), column, text);
    }

    /** What a text may have left in the exact index of this encrypted column: one trace for each key in use. */
    public List<String> traces(String column, String text) {
        return normal(text).isEmpty()
                ? List.of()
                : keys.all().stream().map(key -> trace(key, column, text)).toList();
    }

    private String trace(DataKey key, String column, String text) {
        String normal = normal(text);
        return normal.isEmpty() ? null : prefix(key) + TEXT.encodeToString(digest(key, column + "=", normal));
    }

    /** What a text leaves in an index of parts; null when it is too short. */
    String parts(String column, String text) {
        return parts(keys.current(), column, text);
    }

    /**
     * SQL patterns of which one matches wherever the encrypted column contains this part: one for each key in use, none
     * for a part that is too short. A few others may match as well, so decrypt what was found and look.
     */
    public List<String> patterns(String column, String part) {
        return keys.all().stream()
                .map(key -> parts(key, column, part))
                .filter(parts -> parts != null)
                .map(parts -> "%" + parts.replace(' ', '%') + "%")
                .toList();
    }

    /** In one order, so that one pattern finds any choice of them. */
    private String parts(DataKey key, String column, String text) {
        int[] characters = folded(text).replaceAll("\\s", "").codePoints().toArray();
        TreeSet<String> parts = IntStream.rangeClosed(0, characters.length - SHORTEST_PART)
                .mapToObj(i -> new String(characters, i, SHORTEST_PART))
                .map(pair -> HexFormat.of().formatHex(digest(key, column + "~", pair), 0, PART_BYTES))
                .collect(Collectors.toCollection(TreeSet::new));
        return parts.isEmpty() ? null : String.join(" ", parts);
    }

    private byte[] digest(DataKey key, String use, String text) {
        return cipher.digest(key.indexing(), (use + text).getBytes(StandardCharsets.UTF_8));
    }

    /** Every text under this key begins so. */
    static String prefix(DataKey key) {
        return key.id() + ".";
    }

    /** Letters and digits only, whatever their width; a mobile number without the country's code. */
    private static String normal(String text) {
        return folded(text).replaceAll("[^\\p{L}\\p{N}]", "").replaceFirst("^(00)?86(?=1\\d{10}$)", "");
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }

    private static byte[] place(String column, String row) {
        return (column + "." + row).getBytes(StandardCharsets.UTF_8);
    }

    private static NotDecrypted broken(String column, String row, String why) {
        return new NotDecrypted(column + " of row " + row + " does not open: " + why);
    }
}
