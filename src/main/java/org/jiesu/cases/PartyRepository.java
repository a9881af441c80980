package org.jiesu.cases;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PartyRepository extends JpaRepository<PartyRecord, Long> {

    List<PartyRecord> findByCaseNumberOrderById(String caseNumber);

    @Query("select p.caseNumber from PartyRecord p where p.phone = :phone and p.role <> 'RESPONDENT'")
    List<String> caseNumbersByPhone(String phone);

    @Query("select p.caseNumber from PartyRecord p where p.idNumber = :idNumber and p.role <> 'RESPONDENT'")
    List<String> caseNumbersByIdNumber(String idNumber);

    @Query("select p.caseNumber from PartyRecord p where p.role = 'RESPONDENT' and p.name like concat('%', :name, '%')")
    List<String> caseNumbersByRespondent(String name);
}
