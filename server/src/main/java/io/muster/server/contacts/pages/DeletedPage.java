package io.muster.server.contacts.pages;

import io.muster.server.contacts.Contact;
import io.muster.server.contacts.pages.ContactPage.Rights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of a deleted contact shows.
///
/// @param contact as it was; its last change was that it was deleted
/// @param problems why it does not come back, null when nobody has tried
public record DeletedPage(Contact contact, Rights may, @Nullable List<String> problems) {

    public String path() {
        return ContactPage.path(contact);
    }
}
