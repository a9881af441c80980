package org.jiesu.audit;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiesu.vault.Seals;
import org.springframework.stereotype.Component;

/**
 * Each line carries the SM3 hash of itself and of the line before it, and a seal that nobody can make without the keys
 * of the vault: the hash says that something does not fit, the seal that it was not this application that wrote it.
 */
@Component
class Chain {

    /** The first line that is not as it was written, and what is wrong with it. */
    record Fault(long sequence, String what) {}

    private static final String LINE = "audit_entry";
    private static final String ENDS = "audit_chain";

    private final Seals seals;

    Chain(Seals seals) {
        this.seals = seals;
    }

    /** Gives a draft its place after the last line. */
    AuditEntry append(Ends ends, Draft draft) {
        AuditEntry open = new AuditEntry(
                ends.lastSequence() + 1,
                draft.at(),
                draft.institution(),
                draft.actor(),
                draft.kind().name(),
                draft.caseNumber(),
                draft.subject(),
                draft.detail(),
                ends.lastHash(),
                null,
                null);
        String hash = hash(open);
        return new AuditEntry(
                open.sequence(),
                open.at(),
                open.institution(),
                open.actor(),
                open.kind(),
                open.caseNumber(),
                open.subject(),
                open.detail(),
                open.previousHash(),
                hash,
                seals.seal(LINE, hash));
    }

    Ends after(Ends ends, AuditEntry last) {
        return sealed(ends.baseSequence(), ends.baseHash(), last.sequence(), last.hash());
    }

    /** The chain without its first lines, up to this one. */
    Ends without(Ends ends, AuditEntry removed) {
        return sealed(removed.sequence(), removed.hash(), ends.lastSequence(), ends.lastHash());
    }

    private Ends sealed(long baseSequence, String baseHash, long lastSequence, String lastHash) {
        Ends open = new Ends(baseSequence, baseHash, lastSequence, lastHash, null);
        return new Ends(baseSequence, baseHash, lastSequence, lastHash, seals.seal(ENDS, open.content()));
    }

    /**
     * Walks all lines in order of their numbers.
     *
     * @param seen ends that this server has seen before; an older state of the database does not contain them
     */
    Optional<Fault> check(Ends ends, Iterator<AuditEntry> lines, Optional<Ends> seen) {
        if (ends == null) {
            return fault(1, "审计链的首尾记录不见了");
        }
        boolean sealed = ends.untouched() || seals.holds(ENDS, ends.content(), ends.seal());
        long expected = ends.baseSequence() + 1;
        String previous = ends.baseHash();
        while (lines.hasNext()) {
            AuditEntry line = lines.next();
            if (line.sequence() < expected) {
                return fault(line.sequence(), "多出了记录");
            }
            if (line.sequence() > expected) {
                return fault(expected, "记录被删除");
            }
            if (!line.previousHash().equals(previous)
                    || !line.hash().equals(hash(line))
                    || !seals.holds(LINE, line.hash(), line.seal())) {
                return fault(expected, "记录被改动，或者是插入的");
            }
            if (sealed && line.sequence() > ends.lastSequence()) {
                return fault(line.sequence(), "末尾多出了记录");
            }
            if (seen.filter(known -> known.lastSequence() == line.sequence()
                            && !known.lastHash().equals(line.hash()))
                    .isPresent()) {
                return fault(line.sequence(), "与本服务器写过的不同");
            }
            previous = line.hash();
            expected++;
        }
        if (!sealed) {
            return fault(expected, "审计链的首尾记录被改动");
        }
        if (expected <= ends.lastSequence() || !ends.lastHash().equals(previous)) {
            return fault(Math.min(expected, ends.lastSequence()), "末尾的记录被删除");
        }
        return seen.filter(known -> known.lastSequence() > ends.lastSequence())
                .map(known -> new Fault(ends.lastSequence() + 1, "末尾的记录被删除，数据库回到了以前的状态"));
    }

    private static Optional<Fault> fault(long sequence, String what) {
        return Optional.of(new Fault(sequence, what));
    }

    private String hash(AuditEntry line) {
        return seals.hash(joined(
                line.sequence(),
                line.at(),
                line.institution(),
                line.actor(),
                line.kind(),
                line.caseNumber(),
                line.subject(),
                line.detail(),
                line.previousHash()));
    }

    /** In one way only: with its length before it no value can take a part of its neighbour. */
    static String joined(Object... values) {
        return Stream.of(values)
                .map(value -> value == null ? "-" : value.toString().length() + ":" + value)
                .collect(Collectors.joining(","));
    }
}
