package org.jiesu.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** One direction of a link between two cases; links are written in pairs. */
@Entity
class CaseLink {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;
    private String linkedNumber;

    @Enumerated(EnumType.STRING)
    private LinkRelation relation;

    protected CaseLink() {}

    CaseLink(String caseNumber, String linkedNumber, LinkRelation relation) {
        this.caseNumber = caseNumber;
        this.linkedNumber = linkedNumber;
        this.relation = relation;
    }

    String caseNumber() {
        return caseNumber;
    }

    Cases.Link link() {
        return new Cases.Link(linkedNumber, relation);
    }
}
