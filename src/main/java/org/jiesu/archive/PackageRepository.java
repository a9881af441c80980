package org.jiesu.archive;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PackageRepository extends Repository<PackageRecord, Long> {

    PackageRecord save(PackageRecord made);

    List<PackageRecord> findByManifestOrderById(String manifest);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from PackageRecord x where x.caseNumber = :caseNumber")
    void erase(String caseNumber);
}
