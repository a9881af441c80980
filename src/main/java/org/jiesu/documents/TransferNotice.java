package org.jiesu.documents;

import java.time.LocalDate;
import java.util.Map;

/**
 * 举报移送告知书: tells the reporter in writing to whom the report was handed (食品安全法第一百一十五条).
 *
 * @param basis law and article that require the transfer, {@link TransferLetter#FOOD_SAFETY} for food; null where none
 *     is quoted
 */
public record TransferNotice(
        String institution,
        String reporterName,
        String respondentName,
        String subject,
        LocalDate receivedOn,
        LocalDate transferredOn,
        String recipient,
        String recipientPhone,
        String basis,
        Contact contact)
        implements Paper {

    @Override
    public PaperKind kind() {
        return PaperKind.TRANSFER_NOTICE;
    }

    @Override
    public Map<String, Object> wording() {
        return Map.of(
                "addressee", Addressee.of(reporterName, "举报人"), "lead", basis == null ? "本局" : "根据" + basis + "的规定，本局");
    }
}
