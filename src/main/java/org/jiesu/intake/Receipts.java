package org.jiesu.intake;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The code with which a citizen asks how the matter stands: 80 bits of an HMAC over the submission's id, in base32, so
 * that a repeated submission gets the same answer. Only its hash is stored.
 */
@Component
class Receipts {

    private static final int BYTES = 10;
    private static final int CHARACTERS = 16;
    /** Base32 of RFC 4648: no 0, 1 or 8, which people misread on paper. */
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecretKeySpec key;

    Receipts(IntakeSettings settings) {
        key = new SecretKeySpec(settings.receiptKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    String code(String submissionId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] digest = mac.doFinal(submissionId.getBytes(StandardCharsets.UTF_8));
            BigInteger bits = new BigInteger(1, Arrays.copyOf(digest, BYTES));
            StringBuilder code = new StringBuilder(CHARACTERS);
            for (int i = CHARACTERS - 1; i >= 0; i--) {
                code.append(ALPHABET.charAt(bits.shiftRight(5 * i).intValue() & 31));
            }
            return code.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
