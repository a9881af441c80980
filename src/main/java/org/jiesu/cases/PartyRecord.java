package org.jiesu.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** The one table that holds identities. */
@Entity
@Table(name = "party")
class PartyRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private PartyRole role;

    private String name;
    private String phone;
    private String idType;
    private String idNumber;
    private String address;
    private String creditCode;
    private String platform;
    private String orderNumber;
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
        name = party.name();
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

    String caseNumber() {
        return caseNumber;
    }
}
