package io.muster.server.campaigns.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.campaigns.Campaign;
import io.muster.server.platform.pages.FormField;
import io.muster.server.platform.web.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be said of a campaign, as controls of a form.
///
/// @param expected as it was typed
public record CampaignForm(String name, String expected, List<FieldError> errors) {
    static final CampaignForm EMPTY = new CampaignForm("", "", List.of());

    static CampaignForm of(Campaign campaign) {
        Long expected = campaign.expectedContacts();
        return new CampaignForm(
                campaign.name(), expected == null ? "" : expected.toString(), List.of());
    }

    CampaignForm with(List<FieldError> wrong) {
        return new CampaignForm(name, expected, wrong);
    }

    /// The number that was typed, null for none; less than nought for what is no number.
    @Nullable Long expectedContacts() {
        String digits = expected.replaceAll("[\\s,.'’_]", "");
        if (digits.isEmpty()) {
            return null;
        }
        return digits.matches("\\d{1,15}") ? Long.valueOf(digits) : -1L;
    }

    public List<FormField> fields() {
        return List.of(
                FormField.text("name", t("campaign.name"))
                        .required()
                        .withValue(name)
                        .withError(error("/name")),
                FormField.text("expected", t("campaign.expected"))
                        .withValue(expected)
                        .withHint(t("campaign.expected.hint"))
                        .withError(error("/expected_contacts")));
    }

    private @Nullable String error(String pointer) {
        return errors.stream()
                .filter(error -> error.pointer().equals(pointer))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }
}
