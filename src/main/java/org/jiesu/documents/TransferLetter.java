package org.jiesu.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * 移送函: hands a report to the authority that may handle it. The reporter is not named in it.
 *
 * @param basis law and article that require the transfer, {@link #FOOD_SAFETY} for food; null where none is quoted
 */
public record TransferLetter(
        String institution,
        String recipient,
        LocalDate receivedOn,
        Business respondent,
        String subject,
        String facts,
        String basis,
        List<String> attachments,
        Contact contact)
        implements Paper {

    public static final String FOOD_SAFETY = "《中华人民共和国食品安全法》第一百一十五条";

    public TransferLetter {
        subject = FreeText.withoutNumbers(subject);
        facts = FreeText.withoutNumbers(facts);
    }

    @Override
    public PaperKind kind() {
        return PaperKind.TRANSFER_LETTER;
    }

    @Override
    public Map<String, Object> wording() {
        return Map.of(
                "addressee",
                Addressee.of(recipient, "有权处理的机关"),
                "lead",
                basis == null ? "现" : "根据" + basis + "的规定，现",
                "attached",
                attachments != null && !attachments.isEmpty());
    }
}
