package org.jiesu.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** What arrived, understood and checked. Times are local times in China; texts may be blank. */
public record Submission(
        String institution,
        String channel,
        String externalNumber,
        SubmissionKind kind,
        SubmissionEvent event,
        LocalDateTime receivedAt,
        String subject,
        String content,
        String demand,
        BigDecimal amount,
        BigDecimal paidAmount,
        BigDecimal claimedAmount,
        LocalDate occurredOn,
        String category,
        String channelType,
        boolean urgent,
        int peopleAffected,
        List<String> remedies,
        boolean consentToPublish,
        boolean consentToDelegate,
        Claimant complainant,
        Respondent respondent,
        List<Evidence> evidence,
        ChannelTimes channelTimes) {

    /** Whoever complains, reports or asks. */
    public record Claimant(
            String name,
            String phone,
            String idType,
            String idNumber,
            String address,
            boolean anonymous,
            boolean confidential,
            boolean noContactByRespondent,
            boolean minor,
            Agent agent,
            List<Companion> others) {}

    /** Somebody who complains for another (令121第十一条). */
    public record Agent(String name, String phone, String idNumber, String powers, LocalDate until) {}

    /** One more complainant of the same dispute; at most two represent all (令121第十二条). */
    public record Companion(String name, String phone, boolean represents) {}

    /** Whom the matter is about. */
    public record Respondent(
            String name,
            String creditCode,
            String address,
            String town,
            String platform,
            String phone,
            String orderNumber) {}

    /** A piece of evidence that was announced; files follow as attachments. */
    public record Evidence(String name, String note) {}

    /** The channel's own times: raised by the citizen, dispatched to the bureau, reply wanted by. */
    public record ChannelTimes(LocalDateTime raisedAt, LocalDateTime dispatchedAt, LocalDate replyBy) {}
}
