package org.jiesu.cases;

/** How identities are shown to those who need not know them (令121第三十七条, 个人信息保护法第五十一条). */
final class Masking {

    private static final int SHOWN_OF_PHONE = 3;
    private static final int SHOWN_END_OF_PHONE = 4;
    private static final int SHOWN_OF_ADDRESS = 6;

    private Masking() {}

    static String name(String name) {
        return blank(name) ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    static String phone(String phone) {
        if (blank(phone)) {
            return phone;
        }
        return phone.length() <= SHOWN_OF_PHONE + SHOWN_END_OF_PHONE
                ? "****"
                : phone.substring(0, SHOWN_OF_PHONE) + "****" + phone.substring(phone.length() - SHOWN_END_OF_PHONE);
    }

    static String idNumber(String number) {
        return blank(number)
                ? number
                : "****" + (number.length() > SHOWN_END_OF_PHONE * 2 ? number.substring(number.length() - 2) : "");
    }

    /** Town or city stays readable, the house or village does not: never more than half. */
    static String address(String address) {
        return blank(address)
                ? address
                : address.substring(0, Math.min(SHOWN_OF_ADDRESS, address.length() / 2)) + "****";
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
