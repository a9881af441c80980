package org.jiesu.cases;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface DisclosureRepository extends JpaRepository<DisclosureRecord, Long> {

    List<DisclosureRecord> findByCaseNumberOrderById(String caseNumber);

    List<DisclosureRecord> findByCaseNumberAndUserIdAndStateOrderByIdDesc(
            String caseNumber, String userId, DisclosureState state);

    Optional<DisclosureRecord> findByIdAndCaseNumber(long id, String caseNumber);

    Page<DisclosureRecord> findByInstitutionOrderByIdDesc(String institution, Pageable page);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from DisclosureRecord x where x.caseNumber = :caseNumber")
    void erase(String caseNumber);
}
