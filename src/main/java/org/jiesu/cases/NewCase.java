package org.jiesu.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What is known when a record is opened. Texts may be blank: what is missing is asked for later.
 *
 * @param town of the respondent as the channel gives it; null where it does not
 */
public record NewCase(
        String institution,
        CaseKind kind,
        String channel,
        String externalNumber,
        String submissionId,
        LocalDateTime receivedAt,
        LocalDateTime dispatchedByChannelAt,
        LocalDate channelReplyBy,
        String subject,
        String content,
        String demand,
        String category,
        LocalDate occurredOn,
        BigDecimal amount,
        BigDecimal paidAmount,
        BigDecimal claimedAmount,
        String town,
        List<String> remedies,
        boolean consentToPublish,
        boolean consentToDelegate,
        int peopleAffected,
        boolean urgent,
        boolean anonymous,
        boolean confidential,
        boolean offHours,
        List<Party> parties) {}
