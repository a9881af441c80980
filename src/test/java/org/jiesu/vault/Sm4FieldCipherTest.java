package org.jiesu.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("SM4-GCM 与 HMAC-SM3（GB/T 32907、GB/T 32905）")
class Sm4FieldCipherTest {

    private static final byte[] KEY = hex("0123456789ABCDEFFEDCBA9876543210");
    private static final byte[] PLACE = bytes("party.phone.row");

    private final Sm4FieldCipher cipher = new Sm4FieldCipher();

    @Test
    @DisplayName("RFC 8998 的 SM4-GCM 已知答案可以解开")
    void knownAnswer() {
        String nonce = "00001234567800000000ABCD";
        String encrypted = "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D";
        String tag = "83DE3541E4C2B58177E065A9BF7B62EC";
        byte[] clear =
                cipher.decrypt(KEY, hex(nonce + encrypted + tag), hex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2"));
        assertThat(clear)
                .isEqualTo(hex("AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                        + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA"));
    }

    @Test
    @DisplayName("同一内容两次加密，密文不同")
    void equalTextsDoNotLookEqual() {
        assertThat(cipher.encrypt(KEY, bytes("王芳"), PLACE)).isNotEqualTo(cipher.encrypt(KEY, bytes("王芳"), PLACE));
    }

    @Test
    @DisplayName("改动任何一个比特都会被发现")
    void everyBitCounts() {
        byte[] encrypted = cipher.encrypt(KEY, bytes("13800000001"), PLACE);
        for (int bit = 0; bit < encrypted.length * 8; bit++) {
            byte[] changed = encrypted.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> cipher.decrypt(KEY, changed, PLACE))
                    .as("bit %d", bit)
                    .isInstanceOf(NotDecrypted.class);
        }
        assertThatThrownBy(() -> cipher.decrypt(KEY, new byte[3], PLACE)).isInstanceOf(NotDecrypted.class);
    }

    @Test
    @DisplayName("密钥不同则摘要不同，密钥相同则摘要相同")
    void digestIsKeyed() {
        byte[] digest = cipher.digest(KEY, bytes("13800000001"));
        assertThat(digest).hasSize(32).isEqualTo(cipher.digest(KEY, bytes("13800000001")));
        assertThat(digest).isNotEqualTo(cipher.digest(cipher.newKey(), bytes("13800000001")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
