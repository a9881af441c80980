package org.jiesu.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jiesu.vault.BlindIndex;
import org.jiesu.vault.Encrypted;
import org.jiesu.vault.EncryptedRow;

/** The one table that holds identities. */
@Entity
@Table(name = "party")
class PartyRecord extends EncryptedRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private PartyRole role;

    @Encrypted
    private String name;

    /** The respondent's name, which alone can be found by a part of it. */
    @Encrypted
    private String business;

    @BlindIndex(of = "business", kind = BlindIndex.Kind.PARTS)
    private String businessParts;

    @Encrypted
    private String phone;

    @BlindIndex(of = "phone")
    private String phoneIndex;

    @Encrypted
    private String idType;

    @Encrypted
    private String idNumber;

    @BlindIndex(of = "idNumber")
    private String idNumberIndex;

    @Encrypted
    private String address;

    @Encrypted
    private String creditCode;

    @Encrypted
    private String platform;

    @Encrypted
    private String orderNumber;

    @Encrypted
    private String powers;

    private LocalDate powersUntil;
    private boolean noContactByRespondent;
    private boolean minor;

    protected PartyRecord() {}

    PartyRecord(String caseNumber, Party party) {
        this.caseNumber = caseNumber;
        fill(party);
    }

    final void fill(Party party) {
        role = party.role();
        boolean respondent = role == PartyRole.RESPONDENT;
        name = respondent ? null : party.name();
        business = respondent ? party.name() : null;
        phone = party.phone();
        idType = party.idType();
        idNumber = party.idNumber();
        address = party.address();
        creditCode = party.creditCode();
        platform = party.platform();
        orderNumber = party.orderNumber();
        powers = party.powers();
        powersUntil = party.powersUntil();
        noContactByRespondent = party.noContactByRespondent();
        minor = party.minor();
    }

    Party party() {
        return new Party(
                role,
                role == PartyRole.RESPONDENT ? business : name,
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

    String caseNumber() {
        return caseNumber;
    }
}
