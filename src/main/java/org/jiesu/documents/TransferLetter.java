package org.jiesu.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * 移送函: hands a report, or the case it became, to the authority that may handle it. The reporter is not named in it.
 *
 * @param finding why it is handed over, one of the sentences here
 * @param basis law and article that require the transfer, {@link #FOOD_SAFETY} for food; null where none is quoted
 */
public record TransferLetter(
        String institution,
        String recipient,
        LocalDate receivedOn,
        Business respondent,
        String subject,
        String facts,
        String finding,
        String basis,
        List<String> attachments,
        Contact contact)
        implements Paper {

    public static final String OUT_OF_REMIT = "经审查，该事项不属于本局职责。";
    public static final String STAFF = "该举报反映本局工作人员的问题。";
    public static final String OTHER_AGENCY = "经调查，该案不属于本局管辖。";
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
