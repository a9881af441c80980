package org.jiesu.notices;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface NoticeRepository extends JpaRepository<Notice, Long> {

    List<Notice> findByCaseNumberOrderById(String caseNumber);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from Notice x where x.caseNumber = :caseNumber")
    void erase(String caseNumber);
}
