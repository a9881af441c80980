package org.jiesu.vault;

/**
 * The cryptography of the vault, and all of it: a certified module takes its place by being the one bean of this type.
 * It knows nothing of tables and key ids.
 */
public interface FieldCipher {

    byte[] newKey();

    /** Encrypts and authenticates; what comes out decrypts only with the same key at the same place. */
    byte[] encrypt(byte[] key, byte[] clear, byte[] place);

    /** @throws NotDecrypted if the key or the place is another one, or a bit was changed */
    byte[] decrypt(byte[] key, byte[] encrypted, byte[] place);

    /** A keyed digest: equal for equal texts, and without the key it tells nothing. */
    byte[] digest(byte[] key, byte[] text);

    /** A digest without a key, which anybody can count again. */
    byte[] hash(byte[] text);
}
