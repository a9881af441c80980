package org.jiesu.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.springframework.stereotype.Component;

/** SM4-GCM with a random nonce in front, SM3 and HMAC-SM3 (GB/T 32907, GB/T 32905). */
@Component
class Sm4FieldCipher implements FieldCipher {

    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();

    @Override
    public byte[] newKey() {
        return randomBytes(KEY_BYTES);
    }

    @Override
    public byte[] encrypt(byte[] key, byte[] clear, byte[] place) {
        byte[] nonce = randomBytes(NONCE_BYTES);
        GCMModeCipher cipher = cipher(true, key, nonce, place);
        byte[] encrypted = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(clear.length));
        try {
            int written = cipher.processBytes(clear, 0, clear.length, encrypted, NONCE_BYTES);
            cipher.doFinal(encrypted, NONCE_BYTES + written);
            return encrypted;
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("Encryption checks nothing", e);
        }
    }

    @Override
    public byte[] decrypt(byte[] key, byte[] encrypted, byte[] place) {
        if (encrypted.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new NotDecrypted("too short to be encrypted");
        }
        GCMModeCipher cipher = cipher(false, key, Arrays.copyOf(encrypted, NONCE_BYTES), place);
        int length = encrypted.length - NONCE_BYTES;
        byte[] clear = new byte[cipher.getOutputSize(length)];
        try {
            int written = cipher.processBytes(encrypted, NONCE_BYTES, length, clear, 0);
            cipher.doFinal(clear, written);
            return clear;
        } catch (InvalidCipherTextException e) {
            throw new NotDecrypted("changed, moved from elsewhere, or encrypted with another key");
        }
    }

    @Override
    public byte[] digest(byte[] key, byte[] text) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(text, 0, text.length);
        byte[] digest = new byte[mac.getMacSize()];
        mac.doFinal(digest, 0);
        return digest;
    }

    @Override
    public byte[] hash(byte[] text) {
        SM3Digest sm3 = new SM3Digest();
        sm3.update(text, 0, text.length);
        byte[] hash = new byte[sm3.getDigestSize()];
        sm3.doFinal(hash, 0);
        return hash;
    }

    private static GCMModeCipher cipher(boolean encrypt, byte[] key, byte[] nonce, byte[] place) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(encrypt, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, place));
        return cipher;
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
