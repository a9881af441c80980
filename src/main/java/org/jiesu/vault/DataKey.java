package org.jiesu.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One generation of keys to encrypt, to look up and to seal with; all are derived from what is stored wrapped. */
record DataKey(int id, byte[] encryption, byte[] indexing, byte[] sealing) {

    static DataKey of(int id, byte[] root, FieldCipher cipher) {
        return new DataKey(
                id, derived(cipher, root, "encrypt"), derived(cipher, root, "index"), derived(cipher, root, "seal"));
    }

    static byte[] derived(FieldCipher cipher, byte[] root, String use) {
        byte[] digest = cipher.digest(root, use.getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest, cipher.newKey().length);
    }
}
