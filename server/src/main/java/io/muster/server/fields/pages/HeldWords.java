package io.muster.server.fields.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.fields.FieldHolders.Sample;

/// Says how many contacts hold something, as far as was looked.
final class HeldWords {
    private HeldWords() {}

    static String of(Sample sample, long holders) {
        return sample.isExact()
                ? t("contacts.count", holders)
                : t("field.held.newest", holders, sample.contacts());
    }
}
