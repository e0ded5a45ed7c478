package io.muster.engine.field;

/// Whether a text could be meant for a field at all, right or wrong.
public final class CellShape {

    private static final int MAX_POSTAL_CODE = 12;

    private CellShape() {}

    /// False only for what is clearly something else, such as a word in a column of phone numbers.
    /// A number that is not valid, or a country in an unknown language, is plausible.
    public static boolean isPlausible(StandardField field, String text, Rules rules) {
        return switch (field) {
            case PHONE -> PhoneText.isPlausible(text);
            case EMAIL -> text.indexOf('@') > 0;
            case DO_NOT_CONTACT, CONSENT_EMAIL, CONSENT_SMS, CONSENT_CALL ->
                    rules.of(field).read(text) instanceof Cell.Valid;
            case FIRST_NAME, LAST_NAME, FULL_NAME, COMPANY, STREET, CITY ->
                    hasLetter(text) && !isAddressOnTheNet(text);
            case COUNTRY, PHONE_REGION ->
                    hasLetter(text) && !hasDigit(text) && !isAddressOnTheNet(text);
            case TIMEZONE -> hasLetter(text) && !isAddressOnTheNet(text);
            case REGION -> (hasLetter(text) || text.length() <= 3) && !isAddressOnTheNet(text);
            case POSTAL_CODE -> hasDigit(text) && text.length() <= MAX_POSTAL_CODE;
            case EXTERNAL_ID -> !isAddressOnTheNet(text);
            case TAGS, OWNER, TEAM -> true;
        };
    }

    private static boolean hasLetter(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static boolean isAddressOnTheNet(String text) {
        return text.indexOf('@') > 0
                || (text.contains("://") && text.indexOf(' ') < 0)
                || text.startsWith("www.");
    }
}
