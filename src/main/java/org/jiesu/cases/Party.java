package org.jiesu.cases;

import java.time.LocalDate;

/** A person or business of a case with everything that identifies it. Never leaves the server unmasked by itself. */
public record Party(
        PartyRole role,
        String name,
        String phone,
        String idType,
        String idNumber,
        String address,
        String creditCode,
        String platform,
        String orderNumber,
        String powers,
        LocalDate powersUntil,
        boolean noContactByRespondent,
        boolean minor) {

    /** A party of whom only the usual four facts are known. */
    public static Party of(PartyRole role, String name, String phone, String idNumber, String address) {
        return new Party(role, name, phone, null, idNumber, address, null, null, null, null, null, false, false);
    }

    Party as(PartyRole other) {
        return new Party(
                other,
                name,
                phone,
                idType,
                idNumber,
                address,
                creditCode,
                platform,
                orderNumber,
                powers,
                powersUntil,
                noContactByRespondent,
                minor);
    }

    /** This party with the given facts instead of its own; a null leaves the fact as it is. */
    public Party with(String newName, String newPhone, String newAddress, String newIdNumber) {
        return new Party(
                role,
                newName == null ? name : newName,
                newPhone == null ? phone : newPhone,
                idType,
                newIdNumber == null ? idNumber : newIdNumber,
                newAddress == null ? address : newAddress,
                creditCode,
                platform,
                orderNumber,
                powers,
                powersUntil,
                noContactByRespondent,
                minor);
    }

    /** The same party as others may see it: 周**, 138****0001. A respondent's business name and place are not secret. */
    public Party masked() {
        if (role == PartyRole.RESPONDENT) {
            return new Party(
                    role,
                    name,
                    Masking.phone(phone),
                    idType,
                    Masking.idNumber(idNumber),
                    address,
                    creditCode,
                    platform,
                    orderNumber,
                    null,
                    null,
                    noContactByRespondent,
                    minor);
        }
        return new Party(
                role,
                Masking.name(name),
                Masking.phone(phone),
                idType,
                Masking.idNumber(idNumber),
                Masking.address(address),
                null,
                platform,
                Masking.idNumber(orderNumber),
                null,
                powersUntil,
                noContactByRespondent,
                minor);
    }
}
