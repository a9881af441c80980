package org.jiesu.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Hashes that anybody can count again, and seals that only this application can make. */
@Component
public class Seals {

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final FieldCipher cipher;
    private final KeyRing keys;

    Seals(FieldCipher cipher, KeyRing keys) {
        this.cipher = cipher;
        this.keys = keys;
    }

    /** SM3 in hexadecimal. */
    public String hash(String text) {
        return HexFormat.of().formatHex(cipher.hash(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A seal under the key in use, with the key's id before it; a seal of one use is none for another. */
    public String seal(String use, String text) {
        DataKey key = keys.current();
        return Vault.prefix(key) + TEXT.encodeToString(seal(key, use, text));
    }

    /** Whether this application sealed this text for this use, also with an earlier key. */
    public boolean holds(String use, String text, String seal) {
        if (seal == null) {
            return false;
        }
        int dot = seal.indexOf('.');
        try {
            DataKey key = keys.get(Integer.parseInt(seal, 0, Math.max(dot, 0), 10));
            byte[] given = Base64.getUrlDecoder().decode(seal.substring(dot + 1));
            return MessageDigest.isEqual(given, seal(key, use, text));
        } catch (NotDecrypted | IllegalArgumentException e) {
            return false;
        }
    }

    private byte[] seal(DataKey key, String use, String text) {
        return cipher.digest(key.sealing(), (use + "=" + text).getBytes(StandardCharsets.UTF_8));
    }
}
