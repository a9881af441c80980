package org.jiesu.vault;

/**
 * The cryptography of the vault, and all of it: a certified module takes its place by being the one bean of this type.
 * It knows nothing of tables and key ids.
 */
public interface FieldCipher {

    byte[] newKey();

    /** Encrypts and authenticates; what comes out opens only with the same key at the same place. */
    byte[] seal(byte[] key, byte[] clear, byte[] place);

    /** @throws BrokenSeal if the key or the place is another one, or a bit was changed */
    byte[] open(byte[] key, byte[] sealed, byte[] place);

    /** A keyed digest: equal for equal texts, and without the key it tells nothing. */
    byte[] digest(byte[] key, byte[] text);
}
