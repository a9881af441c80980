package org.jiesu.organisation;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** A bureau whose regulations and periods apply to its cases, with its units and office hours. */
public record Institution(
        String code,
        String name,
        String shortName,
        String area,
        String casePrefix,
        OfficeHours office,
        List<Unit> units) {

    /** Daily opening and closing time on working days. */
    public record OfficeHours(LocalTime open, LocalTime close) {

        public boolean covers(LocalTime time) {
            return !time.isBefore(open) && time.isBefore(close);
        }
    }

    /** A handling unit: a section, the brigade, or the station of a town. Its code is also its group of clerks. */
    public record Unit(String code, String name, String town) {}

    public Optional<Unit> unit(String unitCode) {
        return units.stream().filter(unit -> unit.code().equals(unitCode)).findFirst();
    }

    /** The Chinese name of a unit, or the code itself where no such unit exists (any more). */
    public String unitName(String unitCode) {
        return unitCode == null ? null : unit(unitCode).map(Unit::name).orElse(unitCode);
    }

    /** The Chinese name of the unit whose clerks or head are this group. */
    public String unitOfGroup(String group) {
        return unitName(group.replaceAll("-head$", ""));
    }
}
