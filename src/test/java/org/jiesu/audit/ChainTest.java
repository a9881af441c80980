package org.jiesu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jiesu.vault.Seals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("审计链：改动、删除、插入、调换、截断，都能指出第一条有误的记录")
class ChainTest {

    private static final LocalDateTime NINE = LocalDateTime.of(2026, 11, 9, 9, 0);
    private static final String ZERO = "0".repeat(64);

    private final Chain chain = new Chain(seals("key"));
    private List<AuditEntry> lines;
    private Ends ends;

    @BeforeEach
    void tenLines() {
        lines = new ArrayList<>();
        ends = new Ends(0, ZERO, 0, ZERO, null);
        for (int i = 1; i <= 10; i++) {
            ends = append(chain, ends, "xincheng" + i);
        }
    }

    private Ends append(Chain by, Ends before, String actor) {
        AuditEntry line = by.append(
                before,
                new Draft(NINE.plusMinutes(lines.size()), "feicheng", actor, AuditKind.STEP, "FC1", "Task_X", "现场,检查"));
        lines.add(line);
        return by.after(before, line);
    }

    @Test
    @DisplayName("没有动过的链是完整的；空的链也是")
    void whatNobodyTouchedIsWhole() {
        assertThat(check()).isEmpty();
        assertThat(chain.check(
                        new Ends(0, ZERO, 0, ZERO, null), List.<AuditEntry>of().iterator(), Optional.empty()))
                .isEmpty();
    }

    @Test
    @DisplayName("改动任何一个字段，指出这一条")
    void everyFieldIsHeld() {
        AuditEntry fifth = lines.get(4);
        List<AuditEntry> changed = List.of(
                with(fifth, NINE, "feicheng", "xincheng5", "STEP", "FC1", "Task_X", "现场,检查"),
                with(fifth, fifth.at(), "elsewhere", "xincheng5", "STEP", "FC1", "Task_X", "现场,检查"),
                with(fifth, fifth.at(), null, "xincheng5", "STEP", "FC1", "Task_X", "现场,检查"),
                with(fifth, fifth.at(), "feicheng", "food", "STEP", "FC1", "Task_X", "现场,检查"),
                with(fifth, fifth.at(), "feicheng", "xincheng5", "LOGIN", "FC1", "Task_X", "现场,检查"),
                with(fifth, fifth.at(), "feicheng", "xincheng5", "STEP", "FC2", "Task_X", "现场,检查"),
                with(fifth, fifth.at(), "feicheng", "xincheng5", "STEP", "FC1", null, "现场,检查"),
                with(fifth, fifth.at(), "feicheng", "xincheng5", "STEP", "FC1", "Task_X", ""),
                // A part moved into the neighbour's field.
                with(fifth, fifth.at(), "feicheng", "xincheng5", "STEP", "FC1", "Task_X,现场", "检查"));
        for (AuditEntry one : changed) {
            lines.set(4, one);
            assertThat(firstWrong()).as("%s", one).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("改动后把以后的哈希全部重算，没有密钥仍然指出被改的那一条")
    void whoCountsAllHashesAgainIsFoundOut() {
        Chain forger = new Chain(seals("another key"));
        List<AuditEntry> before = List.copyOf(lines.subList(0, 4));
        Ends forged = new Ends(0, ZERO, 4, before.get(3).hash(), "?");
        lines = new ArrayList<>(before);
        for (int i = 5; i <= 10; i++) {
            forged = append(forger, forged, "nobody");
        }
        ends = forged;
        assertThat(firstWrong()).isEqualTo(5);
    }

    @Test
    @DisplayName("删除中间一条，指出缺的那一条；重新编号也掩盖不了")
    void aLineRemovedInTheMiddle() {
        AuditEntry sixth = lines.get(5);
        lines.remove(4);
        assertThat(check()).contains(new Chain.Fault(5, "记录被删除"));
        lines.set(4, numbered(sixth, 5));
        assertThat(firstWrong()).isEqualTo(5);
    }

    @Test
    @DisplayName("拿另一段真的历史（恢复的旧库继续写的）里同一序号的一条来换，也指出这一条")
    void aLineOfAnotherHistory() {
        List<AuditEntry> real = lines;
        lines = new ArrayList<>(real.subList(0, 4));
        Ends fork = chain.after(ends, real.get(3));
        for (int i = 5; i <= 7; i++) {
            fork = append(chain, fork, "elsewhere");
        }
        real.set(6, lines.get(6));
        lines = real;
        assertThat(firstWrong()).isEqualTo(7);
    }

    @Test
    @DisplayName("插入一条，指出插入的位置")
    void aLinePutIn() {
        lines.add(4, numbered(lines.get(7), 5));
        assertThat(firstWrong()).isEqualTo(5);
    }

    @Test
    @DisplayName("两条调换，指出前一条")
    void twoLinesChangePlaces() {
        AuditEntry fifth = lines.get(4);
        lines.set(4, numbered(lines.get(5), 5));
        lines.set(5, numbered(fifth, 6));
        assertThat(firstWrong()).isEqualTo(5);
    }

    @Test
    @DisplayName("截去末尾，指出缺的第一条；全部删除也一样")
    void theEndCutOff() {
        lines.remove(9);
        lines.remove(8);
        assertThat(firstWrong()).isEqualTo(9);
        lines.clear();
        assertThat(firstWrong()).isEqualTo(1);
    }

    @Test
    @DisplayName("截去末尾并改写首尾记录：没有密钥盖不出章，指出缺的第一条")
    void theEndCutOffAndTheEndsForged() {
        lines.remove(9);
        AuditEntry ninth = lines.get(8);
        ends = new Chain(seals("another key")).after(ends, ninth);
        assertThat(firstWrong()).isEqualTo(10);
        ends = new Ends(0, ZERO, 9, ninth.hash(), ninth.seal());
        assertThat(firstWrong()).as("the seal of a line is none for the ends").isEqualTo(10);
        ends = new Ends(0, ZERO, 0, ZERO, null);
        assertThat(firstWrong()).as("as if it had never begun").isEqualTo(1);
        ends = null;
        assertThat(firstWrong()).isEqualTo(1);
    }

    @Test
    @DisplayName("整个数据库退回以前的状态：写过以后记录的服务器指得出来")
    void theWholeDatabaseSetBack() {
        Ends seen = ends;
        AuditEntry ninth = lines.get(8);
        lines.remove(9);
        ends = chain.after(new Ends(0, ZERO, 8, "", null), ninth);
        assertThat(check()).as("nothing in the database tells").isEmpty();
        assertThat(chain.check(ends, lines.iterator(), Optional.of(seen)))
                .map(Chain.Fault::sequence)
                .contains(10L);
        ends = append(chain, ends, "somebody else");
        assertThat(chain.check(ends, lines.iterator(), Optional.of(seen)))
                .map(Chain.Fault::sequence)
                .contains(10L);
    }

    @Test
    @DisplayName("末尾多出一条，指出这一条")
    void aLineBehindTheEnd() {
        Ends before = ends;
        append(chain, ends, "late");
        ends = before;
        assertThat(firstWrong()).isEqualTo(11);
    }

    @Test
    @DisplayName("到期清理后从下一条算起，仍可校验；多清理一条即指出")
    void oldLinesRemovedByRule() {
        ends = chain.without(ends, lines.get(2));
        assertThat(firstWrong()).as("said to be removed, and still there").isEqualTo(1);
        lines.subList(0, 3).clear();
        assertThat(check()).isEmpty();
        ends = append(chain, ends, "later");
        assertThat(check()).isEmpty();
        lines.remove(0);
        assertThat(firstWrong()).isEqualTo(4);
    }

    /** Any hash will do here; that it is SM3 under a key of the vault is said in {@code VaultTest}. */
    private static Seals seals(String key) {
        Seals seals = mock(Seals.class);
        when(seals.hash(anyString())).thenAnswer(call -> sha256(call.getArgument(0)));
        when(seals.seal(anyString(), anyString()))
                .thenAnswer(call -> sha256(key + call.getArgument(0) + call.getArgument(1)));
        when(seals.holds(anyString(), anyString(), any()))
                .thenAnswer(call ->
                        sha256(key + call.getArgument(0) + call.getArgument(1)).equals(call.getArgument(2)));
        return seals;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Chain.Fault> check() {
        return chain.check(ends, lines.iterator(), Optional.empty());
    }

    private long firstWrong() {
        return check().orElseThrow(() -> new AssertionError("found whole")).sequence();
    }

    private static AuditEntry numbered(AuditEntry of, long sequence) {
        return new AuditEntry(
                sequence,
                of.at(),
                of.institution(),
                of.actor(),
                of.kind(),
                of.caseNumber(),
                of.subject(),
                of.detail(),
                of.previousHash(),
                of.hash(),
                of.seal());
    }

    private static AuditEntry with(
            AuditEntry of,
            LocalDateTime at,
            String institution,
            String actor,
            String kind,
            String caseNumber,
            String subject,
            String detail) {
        return new AuditEntry(
                of.sequence(),
                at,
                institution,
                actor,
                kind,
                caseNumber,
                subject,
                detail,
                of.previousHash(),
                of.hash(),
                of.seal());
    }
}
