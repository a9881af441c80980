package org.jiesu.workflow.steps;

import org.jiesu.cases.CaseView;
import org.jiesu.documents.LawVersion;

/** The grounds of 令121第二十三条第一款 (before 2026-04-15: 令20第二十一条第一款) that the handling itself can tell. */
public enum TerminationGround {
    GIVEN_UP("ART21_1", "ART23_1"),
    REFUSED_OR_ABSENT("ART21_3", "ART23_2"),
    NO_AGREEMENT("ART21_4", "ART23_3"),
    APPRAISAL_COSTS("ART21_2", "ART23_4"),
    LIMIT_REACHED("ART21_5", "ART23_5"),
    NOT_TO_BE_HANDLED("ART21_6", "ART23_6");

    private final String order20;
    private final String order121;

    TerminationGround(String order20, String order121) {
        this.order20 = order20;
        this.order121 = order121;
    }

    /** The code of this ground in the law of the day the complaint was received. */
    public String of(CaseView view) {
        return law(view) == LawVersion.ORDER_20 ? order20 : order121;
    }

    /** Whether a code belongs to the law of the day the complaint was received. */
    public static boolean fits(String code, CaseView view) {
        return code.startsWith(law(view) == LawVersion.ORDER_20 ? "ART21_" : "ART23_");
    }

    private static LawVersion law(CaseView view) {
        return LawVersion.inForceOn(view.receivedAt().toLocalDate());
    }
}
