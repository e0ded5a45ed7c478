package io.muster.server.imports;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.file.Column;
import io.muster.engine.mapping.HeaderComparison;
import io.muster.engine.mapping.HeaderFingerprint;
import io.muster.engine.mapping.Suggestion;
import io.muster.engine.mapping.Target;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.ImportColumn.Suggested;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.imports.store.ImportStore;
import io.muster.server.imports.store.SavedMappingStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Suggests the columns of a file as they were mapped before: by the saved mapping whose headers
/// are the most alike, or as in the last import of a file with the same headers.
@Component
class EarlierMappings {
    /// Files with fewer headers in common are of another kind.
    private static final double ALIKE = 0.6;

    private final TenantTransactions transactions;
    private final SavedMappingStore saved;
    private final ImportStore imports;
    private final CustomFields fields;
    private final Clock clock;

    EarlierMappings(
            TenantTransactions transactions,
            SavedMappingStore saved,
            ImportStore imports,
            CustomFields fields,
            Clock clock) {
        this.transactions = transactions;
        this.saved = saved;
        this.imports = imports;
        this.fields = fields;
        this.clock = clock;
    }

    /// Columns with what is suggested for them now, and where that comes from.
    record Suggestions(List<ImportColumn> columns, @Nullable EarlierMapping earlier) {}

    /// @param columns as suggested by headers and values alone
    Suggestions apply(TenantId tenant, List<ImportColumn> columns) {
        return transactions.call(
                tenant,
                () ->
                        candidates(tenant, columns)
                                .map(candidate -> new Match(candidate, columns))
                                .filter(match -> match.comparison.likeness() >= ALIKE)
                                .max(Comparator.naturalOrder())
                                .map(match -> suggestions(tenant, match, columns))
                                .orElseGet(() -> new Suggestions(columns, null)));
    }

    /// What a saved mapping knows of a file's columns, however little that is.
    static EarlierMapping compare(SavedMapping mapping, List<ImportColumn> columns) {
        return origin(new Match(candidate(mapping), columns), columns);
    }

    /// A mapping that may fit.
    private record Candidate(List<ColumnSettings> columns, EarlierMapping origin) {}

    private Stream<Candidate> candidates(TenantId tenant, List<ImportColumn> columns) {
        String fingerprint =
                HeaderFingerprint.of(columns.stream().map(ImportColumn::name).toList());
        return Stream.concat(
                saved.all(tenant).stream().map(EarlierMappings::candidate),
                imports.lastMapped(tenant, fingerprint).stream().map(EarlierMappings::candidate));
    }

    private static Candidate candidate(SavedMapping mapping) {
        return new Candidate(
                mapping.columns(),
                new EarlierMapping(
                        mapping.id(),
                        mapping.name(),
                        null,
                        mapping.touchedAt(),
                        mapping.options(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    /// What the columns of an import were mapped to. Its options were for that one file.
    private static Candidate candidate(Import of) {
        return new Candidate(
                SavedMappings.byHeader(of),
                new EarlierMapping(
                        null,
                        of.file().name(),
                        of.number(),
                        of.startedAt() == null ? of.createdAt() : of.startedAt(),
                        ImportSettings.NONE,
                        List.of(),
                        List.of(),
                        List.of()));
    }

    /// A candidate beside the file. The more alike the better; of equals one that was saved, of
    /// these the one used last.
    private record Match(Candidate candidate, HeaderComparison comparison)
            implements Comparable<Match> {
        private static final Comparator<Match> BETTER =
                Comparator.comparingDouble((Match match) -> match.comparison.likeness())
                        .thenComparing(match -> match.candidate.origin.savedMapping() != null)
                        .thenComparing(match -> match.candidate.origin.usedAt());

        Match(Candidate candidate, List<ImportColumn> columns) {
            this(candidate, compare(candidate.columns, columns));
        }

        @Override
        public int compareTo(Match other) {
            return BETTER.compare(this, other);
        }
    }

    private static HeaderComparison compare(
            List<ColumnSettings> earlier, List<ImportColumn> columns) {
        List<Column> now = columns.stream().map(ImportColumn::column).toList();
        List<Suggestion> suggestions =
                columns.stream()
                        .map(column ->
                                new Suggestion(
                                        target(column.suggestion().target()),
                                        column.suggestion().confidence(),
                                        column.suggestion().reason()))
                        .toList();
        return HeaderComparison.of(
                earlier.stream()
                        .map(column ->
                                new HeaderComparison.Earlier(
                                        Objects.requireNonNullElse(column.header(), ""),
                                        target(column.target())))
                        .toList(),
                now,
                suggestions);
    }

    private static Target target(@Nullable String text) {
        return text == null
                ? Target.SKIP
                : Target.parse(text, FieldSpec.of(FieldType.TEXT)).orElse(Target.SKIP);
    }

    private Suggestions suggestions(TenantId tenant, Match match, List<ImportColumn> columns) {
        HeaderComparison compared = match.comparison;
        List<ColumnSettings> earlier = match.candidate.columns;
        String reason = "used on " + day(match.candidate.origin.usedAt());
        Set<String> known =
                fields.all(tenant).stream().map(CustomField::key).collect(Collectors.toSet());
        Set<String> taken = new HashSet<>();
        List<ImportColumn> suggested = new ArrayList<>();
        for (ImportColumn column : columns) {
            Optional<ColumnSettings> chosen =
                    Optional.ofNullable(compared.found().get(column.index()))
                            .flatMap(i -> usable(earlier.get(i), known));
            chosen.map(ColumnSettings::target).ifPresent(taken::add);
            suggested.add(
                    chosen.map(settings ->
                                    column.with(column.suggestion().earlier(settings, reason)))
                            .orElse(column));
        }
        return new Suggestions(
                suggested.stream().map(column -> withoutTaken(column, taken)).toList(),
                origin(match, columns));
    }

    /// What was suggested for a column that the earlier mapping does not know gives way to it.
    private static ImportColumn withoutTaken(ImportColumn column, Set<String> taken) {
        Suggested suggestion = column.suggestion();
        boolean own = suggestion.settings() == null && !suggestion.target().equals("tags");
        return own && taken.contains(suggestion.target()) ? column.with(suggestion.none()) : column;
    }

    /// A field that was new then is there now; one that is gone since cannot be suggested.
    private static Optional<ColumnSettings> usable(ColumnSettings column, Set<String> known) {
        return switch (target(column.target())) {
            case Target.Custom(String key) when !known.contains(key) -> Optional.empty();
            case Target.NewCustom(String key, FieldSpec _) when known.contains(key) ->
                    Optional.of(column.to("cf:" + key));
            case Target.Custom _, Target.NewCustom _, Target.Standard _, Target.Skip _ ->
                    Optional.of(column);
        };
    }

    private static EarlierMapping origin(Match match, List<ImportColumn> columns) {
        HeaderComparison compared = match.comparison;
        List<ColumnSettings> earlier = match.candidate.columns;
        EarlierMapping origin = match.candidate.origin;
        return new EarlierMapping(
                origin.savedMapping(),
                origin.name(),
                origin.importNumber(),
                origin.usedAt(),
                origin.options(),
                compared.added().stream().map(i -> columns.get(i).name()).toList(),
                compared.gone().stream().map(i -> header(earlier.get(i))).toList(),
                compared.renamed().stream()
                        .map(i ->
                                new EarlierMapping.Renamed(
                                        header(
                                                earlier.get(
                                                        Objects.requireNonNull(
                                                                compared.found().get(i)))),
                                        columns.get(i).name()))
                        .toList());
    }

    private static String header(ColumnSettings column) {
        return Objects.requireNonNullElse(column.header(), "");
    }

    /// "12 Oct", with the year where it is another.
    private String day(Instant at) {
        boolean thisYear =
                at.atZone(ZoneOffset.UTC).getYear()
                        == clock.instant().atZone(ZoneOffset.UTC).getYear();
        return DateTimeFormatter.ofPattern(thisYear ? "d MMM" : "d MMM uuuu", Locale.ENGLISH)
                .format(at.atZone(ZoneOffset.UTC));
    }
}
