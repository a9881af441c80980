package org.jiesu.cases;

/**
 * The facts that routing depends on: proposed by decision tables, confirmed or changed by a clerk.
 *
 * @param competent name of the competent department where the matter is not in the bureau's remit
 */
public record Facts(
        String matter, String town, boolean inRemit, String competent, String competentPhone, boolean urgent) {}
