package org.jiesu.supervision;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InspectionRepository extends Repository<Inspection, String> {

    Inspection save(Inspection inspection);

    Optional<Inspection> findByNumberAndInstitution(String number, String institution);

    List<Inspection> findByInstitutionOrderByDrawnAtDesc(String institution);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from Inspection x where x.number = :number")
    void erase(String number);
}
