package org.jiesu.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;

/** A package that left the system. */
@Entity
@Immutable
@Table(name = "archive_package")
class PackageRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;
    private String manifest;
    private LocalDateTime madeAt;
    private String madeBy;

    protected PackageRecord() {}

    PackageRecord(String caseNumber, String manifest, LocalDateTime madeAt, String madeBy) {
        this.caseNumber = caseNumber;
        this.manifest = manifest;
        this.madeAt = madeAt;
        this.madeBy = madeBy;
    }

    String caseNumber() {
        return caseNumber;
    }

    LocalDateTime madeAt() {
        return madeAt;
    }

    String madeBy() {
        return madeBy;
    }
}
