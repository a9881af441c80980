package org.jiesu.documents;

import java.time.LocalDate;
import java.util.Map;

/**
 * 涉嫌犯罪案件移送书: signs of a crime go to the police, whoever handled the case (行政处罚法第二十七条). Nobody who
 * reported is named in it.
 *
 * @param source 举报 or 投诉
 */
public record CrimeTransferLetter(
        String institution,
        String recipient,
        String source,
        String suspect,
        String subject,
        String facts,
        LocalDate foundOn,
        Contact contact)
        implements Paper {

    public CrimeTransferLetter {
        subject = FreeText.withoutNumbers(subject);
        facts = FreeText.withoutNumbers(facts);
    }

    @Override
    public PaperKind kind() {
        return PaperKind.CRIME_TRANSFER_LETTER;
    }

    @Override
    public Map<String, Object> wording() {
        return Map.of("addressee", Addressee.of(recipient, "公安机关"));
    }
}
