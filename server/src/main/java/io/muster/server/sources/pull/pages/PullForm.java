package io.muster.server.sources.pull.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.SavedMapping;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.FormField;
import io.muster.server.platform.pages.FormField.Kind;
import io.muster.server.platform.web.FieldError;
import io.muster.server.sources.pull.Afterwards;
import io.muster.server.sources.pull.Pull;
import io.muster.server.sources.pull.PullPlace;
import io.muster.server.sources.pull.PullSecrets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// The form of a pull as it is shown and sent. What is secret is sent and never shown.
///
/// @param place the kind of place that the form is for
/// @param values by field, in the words of the API
public record PullForm(String place, Map<String, String> values) {
    private static final int SSH = 22;

    static PullForm empty(String place) {
        return new PullForm(
                place,
                Map.of(
                        "files", "*.csv, *.xlsx",
                        "cron", "0 6 * * *",
                        "zone", "UTC",
                        "afterwards", Afterwards.LEAVE.text(),
                        "port", String.valueOf(SSH)));
    }

    static PullForm of(Pull pull) {
        Map<String, String> values = new HashMap<>();
        switch (pull.place()) {
            case PullPlace.Folder(String folder) -> values.put("folder", folder);
            case PullPlace.Sftp sftp -> {
                values.put("host", sftp.host());
                values.put("port", String.valueOf(sftp.port()));
                values.put("user", sftp.user());
                values.put("fingerprint", sftp.fingerprint());
                values.put("folder", sftp.folder());
            }
            case PullPlace.S3 s3 -> {
                values.put("bucket", s3.bucket());
                values.put("prefix", s3.prefix());
                values.put("region", s3.region());
                values.put("endpoint", s3.endpoint() == null ? "" : s3.endpoint());
            }
        }
        values.put("files", pull.files());
        values.put("mapping_id", pull.mappingId() == null ? "" : pull.mappingId().toString());
        values.put("cron", pull.schedule().cron());
        values.put("zone", pull.schedule().zone().getId());
        values.put("afterwards", pull.afterwards().text());
        return new PullForm(pull.place().kind(), values);
    }

    static PullForm of(MultiValueMap<String, String> sent) {
        Map<String, String> values = new HashMap<>();
        sent.forEach((name, all) -> values.put(name, all.getFirst().strip()));
        return new PullForm(values.getOrDefault("place", PullPlace.FOLDER), values);
    }

    Pull.Content content() {
        var secrets =
                new PullSecrets(
                        secret("password"),
                        secret("private_key"),
                        secret("access_key"),
                        secret("secret_key"));
        return new Pull.Content(
                read(),
                secrets,
                value("files"),
                mapping(),
                value("cron"),
                value("zone"),
                value("afterwards"));
    }

    private PullPlace read() {
        return switch (place) {
            case PullPlace.SFTP ->
                    new PullPlace.Sftp(
                            value("host"),
                            port(),
                            value("user"),
                            value("fingerprint"),
                            value("folder"));
            case PullPlace.S_3 ->
                    new PullPlace.S3(
                            value("bucket"),
                            value("prefix"),
                            value("region"),
                            value("endpoint").isEmpty() ? null : value("endpoint"));
            default -> new PullPlace.Folder(value("folder"));
        };
    }

    /// What is no number is no port either.
    private int port() {
        try {
            return Integer.parseInt(value("port"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private @Nullable UUID mapping() {
        try {
            return UUID.fromString(value("mapping_id"));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }

    private @Nullable String secret(String name) {
        return value(name).isEmpty() ? null : value(name);
    }

    @Override
    public String toString() {
        return "PullForm[place=" + place + "]";
    }

    /// Where the files are, and what opens that place.
    List<FormField> placeFields(List<FieldError> errors) {
        List<FormField> fields =
                switch (place) {
                    case PullPlace.SFTP ->
                            List.of(
                                    text("host").required(),
                                    text("port").required(),
                                    text("user").required(),
                                    text("fingerprint")
                                            .required()
                                            .withHint(t("pull.fingerprint.hint")),
                                    hidden("password"),
                                    FormField.of(Kind.AREA, "private_key", t("pull.private_key"))
                                            .withHint(t("pull.private_key.hint")),
                                    text("folder").withHint(t("pull.folder.sftp.hint")));
                    case PullPlace.S_3 ->
                            List.of(
                                    text("bucket").required(),
                                    text("prefix").withHint(t("pull.prefix.hint")),
                                    text("region").required(),
                                    text("endpoint").withHint(t("pull.endpoint.hint")),
                                    hidden("access_key"),
                                    hidden("secret_key"));
                    default -> List.of(text("folder").withHint(t("pull.folder.hint")));
                };
        return fields.stream().map(field -> withError(field, errors)).toList();
    }

    /// Which files, how they are read, when, and what happens to them.
    List<FormField> otherFields(List<SavedMapping> mappings, List<FieldError> errors) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", t("pull.mapping.none")));
        mappings.forEach(one -> choices.add(new Choice(one.id().toString(), one.name())));
        return Stream.of(
                        text("files").required().withHint(t("pull.files.hint")),
                        FormField.select("mapping_id", t("pull.mapping"), choices)
                                .withValue(value("mapping_id"))
                                .withHint(t("pull.mapping.hint")),
                        text("cron").required().withHint(t("pull.cron.hint")),
                        text("zone").required(),
                        FormField.select(
                                        "afterwards",
                                        t("pull.afterwards"),
                                        Stream.of(Afterwards.values())
                                                .map(one ->
                                                        new Choice(
                                                                one.text(),
                                                                t("pull.afterwards." + one.text())))
                                                .toList())
                                .withValue(value("afterwards")))
                .map(field -> withError(field, errors))
                .toList();
    }

    private FormField text(String name) {
        return FormField.text(name, t("pull." + name)).withValue(value(name));
    }

    private static FormField hidden(String name) {
        return FormField.of(Kind.PASSWORD, name, t("pull." + name))
                .withAutocomplete("new-password")
                .withHint(t("pull.secret.hint"));
    }

    private static FormField withError(FormField field, List<FieldError> errors) {
        Optional<FieldError> error =
                errors.stream().filter(one -> one.pointer().equals("/" + field.name())).findFirst();
        return error.isPresent() ? field.withError(error.get().message()) : field;
    }
}
