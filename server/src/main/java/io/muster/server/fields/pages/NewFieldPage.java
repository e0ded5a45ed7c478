package io.muster.server.fields.pages;

import io.muster.server.platform.pages.FormField;
import java.util.List;

/// What the form of a new custom field shows.
public record NewFieldPage(List<FormField> form) {
    public boolean isRefused() {
        return form.stream().anyMatch(one -> one.error() != null);
    }
}
