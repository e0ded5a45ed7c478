package io.muster.engine.outcome;

/// The catalogue of everything Muster can say about a row, an import or a request. Names are part
/// of the API.
///
/// The sentence says what is wrong and what to do; where a place is known, [Info#of(Code, String,
/// String, String)] carries a more exact one.
public enum Code {
    // The row as it stands in the file
    BLANK_ROW(Kind.SKIP, "The row is empty."),
    ROW_DROPPED(
            Kind.SKIP, "Somebody has taken this row out of the import. Edit it to bring it back."),
    SHORT_ROW(
            Kind.WARNING,
            "The row has fewer cells than the header; the missing ones were taken as blank."),
    LONG_ROW(
            Kind.FAILURE,
            "The row has more cells than the header. Check for a delimiter inside a value that is not quoted, or a column without a header."),
    STRAY_QUOTE(
            Kind.FAILURE,
            "Text follows a closing quote. Write a quote inside a quoted cell twice, and import the row again."),
    UNDECODABLE(
            Kind.FAILURE,
            "The row holds bytes that are not text in the chosen encoding. Choose another encoding or repair the file."),
    CONTROL_CHARACTER(
            Kind.FAILURE,
            "The cell holds a character that is not text. Remove it and import the row again."),
    CELL_TOO_LONG(
            Kind.FAILURE,
            "The cell is longer than the limit. Shorten it, or look for a missing closing quote."),
    ROW_TOO_LONG(
            Kind.FAILURE, "The row is larger than the limit. Look for a missing closing quote."),

    // The value of a field
    INVALID_PHONE(
            Kind.FAILURE, "This is not a valid phone number. Check the digits and the country."),
    EXCEL_DAMAGED(
            Kind.FAILURE,
            "A spreadsheet has turned this number into scientific notation and lost digits. "
                    + "Export the column again as text."),
    FORMULA_ERROR(
            Kind.FAILURE,
            "A spreadsheet shows an error here instead of a value. Repair its formula, or clear the cell."),
    INVALID_EMAIL(
            Kind.FAILURE,
            "This is not a valid email address. Correct it, or leave the cell blank."),
    INVALID_COUNTRY(
            Kind.FAILURE, "This country is not known. Use its name or its two-letter code."),
    INVALID_TIMEZONE(
            Kind.FAILURE, "This time zone is not known. Use a name such as Europe/Berlin."),
    INVALID_YES_NO(
            Kind.FAILURE, "This is neither yes nor no. Use yes or no, true or false, 1 or 0."),
    INVALID_NUMBER(
            Kind.FAILURE,
            "This is not a number. Write digits with at most one decimal mark, without a percent sign."),
    INVALID_DATE(
            Kind.FAILURE,
            "This is not a date in the column's format. Correct it, or choose the column's date format."),
    INVALID_CHOICE(
            Kind.FAILURE,
            "This is none of the field's options. Correct it, or have unknown values added."),
    INVALID_URL(
            Kind.FAILURE,
            "This is not the address of a web page. Write it with http:// or https:// and a host."),
    UNKNOWN_OWNER(
            Kind.FAILURE,
            "No member has this id, email or name. Invite the person first, or correct the cell."),
    UNKNOWN_TEAM(
            Kind.FAILURE, "No team has this id or name. Make the team first, or correct the cell."),
    TOO_LONG(Kind.FAILURE, "The value is longer than the field allows. Shorten it."),

    // Required fields
    MISSING_PHONE(Kind.SKIP, "The row has no phone number, and this import requires one."),
    MISSING_EMAIL(Kind.SKIP, "The row has no email address, and this import requires one."),
    MISSING_EXTERNAL_ID(Kind.SKIP, "The row has no external id, and this import requires one."),
    MISSING_FIELD(Kind.SKIP, "The row lacks a value that this import requires."),
    NO_IDENTITY(
            Kind.FAILURE,
            "The row has no external id, phone or email, so no contact can be told from it."),

    // Which contact it is, and the policies that decide
    EXISTING_SKIPPED(
            Kind.SKIP,
            "The contact exists already, and this import leaves existing contacts alone."),
    ALREADY_EXISTS(
            Kind.FAILURE, "The contact exists already, and this import accepts new contacts only."),
    NO_MATCH_SKIPPED(Kind.SKIP, "No contact matches, and this import creates none."),
    DUPLICATE_IN_FILE(Kind.SKIP, "An earlier row of this file is about the same contact."),
    MATCH_CONFLICT(
            Kind.FAILURE,
            "The keys of this row belong to different contacts. Correct the row, or merge the contacts."),
    KEY_TAKEN(
            Kind.FAILURE,
            "A key of this row belongs to another contact. Correct it, or match on that key."),
    KEY_BELONGS_TO_OTHER(
            Kind.WARNING, "The value belongs to another contact and was left as it was."),
    MERGED_KEY(
            Kind.WARNING,
            "The value comes from a contact that was merged into this one, which keeps its own."),
    NOT_LIFTED(
            Kind.WARNING,
            "An import sets this and never lifts it, so it was left as it was. Change it at the contact."),
    SUPPRESSED(
            Kind.SKIP,
            "The person must not be contacted: the contact says so, or the suppression list does."),
    ERASED(
            Kind.SKIP,
            "The person was erased on request and does not come back by import. "
                    + "If they want to, enter them by hand."),
    NOT_STORABLE(
            Kind.FAILURE,
            "The database refused this row. Look for unusual characters or sizes in its values."),
    ROW_ERROR(
            Kind.FAILURE,
            "Muster made an error with this row; the others are not affected. "
                    + "Tell the operator, and enter the contact by hand."),

    // The import as a whole
    EMPTY_FILE(Kind.IMPORT, "The file is empty. Choose a file with a header row and contacts."),
    NOT_A_TABLE(
            Kind.IMPORT,
            "The file is neither CSV nor an Excel workbook. Export your contacts as CSV or XLSX and upload that."),
    FILE_TOO_LARGE(
            Kind.IMPORT,
            "The file is larger than this server accepts. Split it and upload the parts."),
    TOO_MANY_COLUMNS(
            Kind.IMPORT,
            "The file has more columns than this server accepts. Remove those you do not need."),
    UNCLOSED_QUOTE(
            Kind.IMPORT,
            "A quoted cell is never closed. Close the quote and import the file again."),
    ENCRYPTED_FILE(
            Kind.IMPORT,
            "The workbook is protected by a password. Save it without one and upload it again."),
    DAMAGED_WORKBOOK(
            Kind.IMPORT,
            "The workbook is damaged and cannot be read. Open it in a spreadsheet, save it anew, "
                    + "and upload that."),
    WORKBOOK_TOO_LARGE(
            Kind.IMPORT,
            "Unpacked, the workbook is larger than this server accepts. Split it, or save it as CSV."),
    UNSAFE_WORKBOOK(
            Kind.IMPORT,
            "The workbook is built as no spreadsheet builds one, and may be made to harm. Open it in "
                    + "a spreadsheet, save it anew, and upload that."),
    UNKNOWN_SHEET(Kind.IMPORT, "The workbook has no sheet of this name. Choose one of its sheets."),
    STORAGE_UNAVAILABLE(
            Kind.IMPORT,
            "The stored file could not be read. Ask the operator to check the storage, then "
                    + "upload the file again."),
    ATTEMPTS_EXHAUSTED(
            Kind.IMPORT,
            "The import was interrupted too often. Ask the operator to check the server, "
                    + "then upload the file again."),

    // What an undo leaves as it is, or takes back though it may be wanted
    WISH_LIFTED(
            Kind.UNDO,
            "This import noted that the person wants to be left alone, and the undo takes that back. "
                    + "If others have said so too, note it at the contact or on the suppression list."),
    CHANGED_SINCE(
            Kind.UNDO,
            "The contact was changed after the import, so it stays as it is now. "
                    + "Change it by hand if you want the former value."),
    CONTACT_GONE(
            Kind.UNDO, "The contact is no longer there, so nothing of this row is left to undo."),
    MERGED_SINCE(
            Kind.UNDO,
            "The contact was merged into another one after the import, which keeps what this row wrote. "
                    + "Change that one by hand if you want to."),
    KEY_TAKEN_SINCE(
            Kind.UNDO,
            "The former value belongs to another contact by now. Correct one of the two by hand."),
    KEY_ERASED_SINCE(
            Kind.UNDO,
            "The former value belongs to somebody who was erased since, so it does not come back."),
    IDENTITY_NEEDED(
            Kind.UNDO,
            "Without this value the contact could no longer be told from others, so it stays."),
    NO_LONGER_KEPT(
            Kind.UNDO, "Former values are kept for a limited time, which has passed for this row."),
    NOT_RESTORABLE(
            Kind.UNDO,
            "The former values could not be written back; the other rows are not affected. "
                    + "Correct the contact by hand, and tell the operator."),

    UNDO_INTERRUPTED(
            Kind.UNDO,
            "The undo was interrupted too often. What is undone stays so. "
                    + "Ask the operator to check the server, then begin it again."),

    // A request about an import
    NO_FILE(Kind.REQUEST, "There is no file. Choose one and send it again."),
    DUPLICATE_TARGET(
            Kind.REQUEST, "Two columns are mapped to the same field. Keep one and skip the other."),
    MISSING_TARGET(
            Kind.REQUEST,
            "A required field has no column. Map a column to it, or require another field."),
    UNKNOWN_TARGET(
            Kind.REQUEST,
            "There is no such field. Use a standard field, cf:<key>, new:<key> or skip."),
    AMBIGUOUS_DATE(
            Kind.REQUEST,
            "Day and month of a column's dates cannot be told apart. Choose its date format."),
    AMBIGUOUS_NUMBER(
            Kind.REQUEST,
            "The decimal mark of a column's numbers cannot be told from its thousands separator. Choose it."),
    FIELD_EXISTS(
            Kind.REQUEST,
            "There is a field with this key already, of another type. Choose another key or type."),
    TOO_MANY_FIELDS(
            Kind.REQUEST,
            "There are as many custom fields as a tenant can have. Remove some you do not need."),
    UNKNOWN_COLUMN(Kind.REQUEST, "The file has no column with this index."),
    INVALID_OPTION(Kind.REQUEST, "This is not one of the values that the option takes.");

    /// What a code speaks about and how it weighs on its own.
    public enum Kind {
        /// Something was dropped or left alone; the row still counts as a success.
        WARNING,
        /// A policy left the row out.
        SKIP,
        /// The row is wrong or cannot be placed.
        FAILURE,
        /// The import as a whole.
        IMPORT,
        /// Why an undo left a row as it is.
        UNDO,
        /// A request that was refused.
        REQUEST
    }

    private final Kind kind;
    private final String sentence;

    Code(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    public Kind kind() {
        return kind;
    }

    /// What is wrong and what to do about it, in one or two sentences of English.
    public String sentence() {
        return sentence;
    }
}
