package org.jiesu.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A case as other features see it: facts and codes, no identities. Times are local times in China. */
public record CaseView(
        String caseNumber,
        CaseKind kind,
        String institution,
        String channel,
        String externalNumber,
        CaseState state,
        Outcome outcome,
        int round,
        LocalDateTime receivedAt,
        LocalDateTime registeredAt,
        LocalDateTime acceptedAt,
        LocalDateTime agreedAt,
        LocalDateTime closedAt,
        boolean offHours,
        String subject,
        String content,
        String demand,
        String category,
        LocalDate occurredOn,
        BigDecimal amount,
        BigDecimal paidAmount,
        BigDecimal claimedAmount,
        List<String> remedies,
        boolean consentToPublish,
        boolean consentToDelegate,
        int peopleAffected,
        Facts facts,
        boolean claimedUrgent,
        boolean anonymous,
        boolean confidential,
        boolean secret,
        boolean realName,
        List<String> incomplete,
        String duplicateOf,
        List<String> factors,
        Map<String, Object> proposed,
        String handlingUnit,
        List<String> assistingUnits,
        List<String> copiedUnits,
        String handler,
        boolean quick,
        int approvedReturns,
        int urges,
        String declineGround,
        String terminationGround,
        String enforcementNumber,
        String decision,
        BigDecimal recoveredAmount,
        String satisfaction,
        LocalDate channelReplyBy) {

    public boolean open() {
        return state == CaseState.OPEN;
    }

    /** The highest amount in yuan that anybody named; null where nobody named one. */
    public Double highestAmount() {
        return Stream.of(amount, paidAmount, claimedAmount)
                .filter(Objects::nonNull)
                .map(BigDecimal::doubleValue)
                .max(Double::compare)
                .orElse(null);
    }
}
