package org.jiesu.supervision;

import org.springframework.data.jpa.repository.JpaRepository;

interface DigestSlotRepository extends JpaRepository<DigestSlot, String> {}
