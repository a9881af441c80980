package org.jiesu.deadlines;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** No update and no delete: what was once in force stays readable, for the dates that were counted by it. */
interface CalendarNoticeRepository extends Repository<CalendarNotice, Long> {

    CalendarNotice save(CalendarNotice notice);

    List<CalendarNotice> findAllByOrderById();

    @Query("select max(n.id) from CalendarNotice n")
    Optional<Long> newest();
}
