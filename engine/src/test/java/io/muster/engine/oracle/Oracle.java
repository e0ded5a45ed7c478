package io.muster.engine.oracle;

import static io.muster.engine.oracle.People.KEYS;

import io.muster.engine.field.Cell;
import io.muster.engine.field.CellRule;
import io.muster.engine.field.Separator;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.InvalidPolicy;
import io.muster.engine.matching.ConflictPolicy;
import io.muster.engine.matching.DuplicatePolicy;
import io.muster.engine.matching.ExistingPolicy;
import io.muster.engine.matching.MissingPolicy;
import io.muster.engine.matching.SuppressedPolicy;
import io.muster.engine.plan.ImportOptions;
import io.muster.engine.plan.TimezoneSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an import must do, written as plainly as can be: one row after another over a list of
/// contacts.
///
/// It shares the rules of the fields with the engine (they are proved by cases of their own) and
/// nothing else.
public final class Oracle {

    /// What became of a row: codes as `CODE` or `CODE:field`, the contact by its name.
    public record Verdict(
            String action,
            @Nullable String matchedOn,
            @Nullable Integer contact,
            List<String> codes) {}

    final People people = new People();

    /// What the last row has replaced: each changed field with its former value, null for none.
    final Map<String, @Nullable Object> replaced = new TreeMap<>();

    private final ImportOptions options;
    private final Function<ColumnMapping, CellRule> rules;

    public Oracle(ImportOptions options, Function<ColumnMapping, CellRule> rules) {
        this.options = options;
        Map<ColumnMapping, CellRule> made = new IdentityHashMap<>();
        this.rules = column -> made.computeIfAbsent(column, rules);
    }

    public Verdict take(int rowNumber, List<String> row) {
        replaced.clear();
        List<String> cells = new ArrayList<>(row);
        while (cells.size() < options.columns().size()) {
            cells.add("");
        }
        if (cells.stream().allMatch(String::isEmpty)) {
            return verdict("skipped", "BLANK_ROW");
        }
        options.columns().forEach(column -> cells.set(column.index(), mapped(column, cells)));
        Map<String, Object> values = new TreeMap<>();
        List<String> invalid = new ArrayList<>();
        Verdict blank =
                lacking(
                        List.of(),
                        required ->
                                columnsOf(required).stream()
                                        .anyMatch(column -> !cells.get(column.index()).isEmpty()),
                        columnsInOrder().stream()
                                .anyMatch(column ->
                                        !column.target().text().equals("phone_region")
                                                && !cells.get(column.index()).isEmpty()));
        if (blank != null) {
            return blank;
        }
        String region = region(cells, invalid);
        for (ColumnMapping column : columnsInOrder()) {
            String text = cells.get(column.index());
            String field = Person.field(column.target());
            if (!text.isEmpty() && !field.equals("phone_region")) {
                CellRule rule = rules.apply(column);
                switch (region == null ? rule.read(text) : rule.in(region).read(text)) {
                    case Cell.Valid valid -> values.put(field, valid.value());
                    case Cell.Invalid bad -> invalid.add(bad.code() + ":" + field);
                    case Cell.Nothing() -> throw new AssertionError("No column says nothing");
                }
            }
        }
        if (!invalid.isEmpty() && options.onInvalid() == InvalidPolicy.REJECT_ROW) {
            return new Verdict("none", null, null, invalid);
        }
        List<String> codes = new ArrayList<>();
        if (row.size() < options.columns().size()) {
            codes.add("SHORT_ROW");
        }
        codes.addAll(invalid);
        Verdict lost = lacking(codes, values::containsKey, !values.isEmpty());
        return lost != null ? lost : place(rowNumber, cells, values, codes);
    }

    /// What a cell stands for: where it may hold several values, each by itself.
    private static String mapped(ColumnMapping column, List<String> cells) {
        String cell = cells.get(column.index());
        Map<String, String> texts = column.values().texts();
        if (texts.containsKey(cell)) {
            return Objects.requireNonNull(texts.get(cell));
        }
        Separator separator = column.reading().separator();
        boolean several = Set.of("tags", "cf:topics").contains(column.target().text());
        if (!several || separator.split(cell).stream().noneMatch(texts::containsKey)) {
            return cell;
        }
        return separator.split(cell).stream()
                .map(value -> texts.getOrDefault(value, value))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(separator == Separator.AUTO ? ";" : separator.text()));
    }

    /// What becomes of a row that holds not all that it must; null if it does.
    ///
    /// @param anything whether it holds any value at all
    private @Nullable Verdict lacking(
            List<String> before, Predicate<String> holds, boolean anything) {
        List<String> codes = new ArrayList<>(before);
        if (options.required().isEmpty() || options.required().contains("any")) {
            if (!anything) {
                codes.add("MISSING_FIELD");
                return new Verdict("skipped", null, null, codes);
            }
            return null;
        }
        for (String required : options.required()) {
            if (required.equals("any_key")
                    ? KEYS.stream().noneMatch(holds)
                    : !holds.test(required)) {
                codes.add(missing(required));
            }
        }
        if (codes.size() == before.size()) {
            return null;
        }
        return new Verdict(codes.contains("NO_IDENTITY") ? "none" : "skipped", null, null, codes);
    }

    /// The region by which the phones of the row are read: null for the import's, a place without
    /// phones when the row names one that nobody knows.
    private @Nullable String region(List<String> cells, List<String> invalid) {
        for (ColumnMapping column : columnsOf("phone_region")) {
            String text = cells.get(column.index());
            if (!text.isEmpty()) {
                if (rules.apply(column).read(text) instanceof Cell.Valid(Object code)) {
                    return code.toString();
                }
                invalid.add("INVALID_COUNTRY:phone_region");
                return "ZZ";
            }
        }
        return null;
    }

    private Verdict place(
            int rowNumber, List<String> cells, Map<String, Object> values, List<String> codes) {
        if (people.areErased(values)) {
            return verdict("skipped", "ERASED");
        }
        boolean skipsSuppressed = options.match().suppressed() == SuppressedPolicy.SKIP;
        String listed = people.suppressedKey(values);
        if (listed != null && skipsSuppressed) {
            return verdict("skipped", "SUPPRESSED:" + listed);
        }
        List<String> matchOn =
                options.match().matchOn().stream().map(key -> key.field().key()).toList();
        String on =
                matchOn.stream()
                        .filter(key -> people.owner(key, values) != null)
                        .findFirst()
                        .orElse(null);
        Person found = on == null ? null : people.owner(on, values);
        List<String> refused = refused(matchOn, values, found);
        if (!refused.isEmpty() && options.match().onConflict() == ConflictPolicy.REJECT_ROW) {
            return new Verdict("none", null, null, refused);
        }
        Set<String> left = new TreeSet<>();
        for (String key : KEYS) {
            Person owner = people.owner(key, values);
            if (owner != null && owner != found) {
                codes.add("KEY_BELONGS_TO_OTHER:" + key);
                left.add(key);
            } else if (owner != null
                    && owner.values.get(key) != null
                    && !owner.values.get(key).equals(values.get(key))) {
                codes.add("MERGED_KEY:" + key);
                left.add(key);
            }
        }
        return found == null
                ? create(rowNumber, cells, values, left, listed, codes)
                : change(rowNumber, cells, values, left, listed, codes, found, on);
    }

    /// Why a strict import cannot place the row; empty if it can.
    private List<String> refused(
            List<String> matchOn, Map<String, Object> values, @Nullable Person found) {
        List<String> owned =
                KEYS.stream().filter(key -> people.owner(key, values) != null).toList();
        List<String> selecting = owned.stream().filter(matchOn::contains).toList();
        return selecting.stream().anyMatch(key -> people.owner(key, values) != found)
                ? selecting.stream().map(key -> "MATCH_CONFLICT:" + key).toList()
                : owned.stream()
                        .filter(key -> people.owner(key, values) != found)
                        .map(key -> "KEY_TAKEN:" + key)
                        .toList();
    }

    private Verdict create(
            int rowNumber,
            List<String> cells,
            Map<String, Object> values,
            Set<String> left,
            @Nullable String listed,
            List<String> codes) {
        if (options.match().missing() == MissingPolicy.SKIP) {
            return verdict("skipped", "NO_MATCH_SKIPPED");
        }
        if (!left.isEmpty()
                && KEYS.stream().noneMatch(key -> values.containsKey(key) && !left.contains(key))) {
            List<String> why = new ArrayList<>();
            KEYS.stream()
                    .filter(left::contains)
                    .forEach(key -> why.add("KEY_BELONGS_TO_OTHER:" + key));
            why.add("NO_IDENTITY");
            return new Verdict("none", null, null, why);
        }
        Person created = people.add();
        created.firstRow = rowNumber;
        write(created, cells, values, left, codes);
        if (listed != null) {
            codes.add("SUPPRESSED:" + listed);
            created.values.put("do_not_contact", true);
        }
        return new Verdict("created", null, created.name, codes);
    }

    private Verdict change(
            int rowNumber,
            List<String> cells,
            Map<String, Object> values,
            Set<String> left,
            @Nullable String listed,
            List<String> codes,
            Person found,
            @Nullable String on) {
        String suppressed = listed != null ? listed : suppressed(found);
        if (suppressed != null && options.match().suppressed() == SuppressedPolicy.SKIP) {
            return verdict("skipped", "SUPPRESSED:" + suppressed);
        }
        boolean again = false;
        if (found.firstRow > 0) {
            if (options.match().duplicatesInFile() == DuplicatePolicy.SKIP) {
                return verdict("skipped", "DUPLICATE_IN_FILE:duplicate_of_row");
            }
            if (options.match().duplicatesInFile() == DuplicatePolicy.FAIL) {
                return verdict("none", "DUPLICATE_IN_FILE:duplicate_of_row");
            }
            again = true;
        } else if (options.match().existing() == ExistingPolicy.SKIP) {
            return verdict("skipped", "EXISTING_SKIPPED");
        } else if (options.match().existing() == ExistingPolicy.FAIL) {
            return verdict("none", "ALREADY_EXISTS");
        }
        Map<String, Object> before = new TreeMap<>(found.values);
        write(found, cells, values, left, codes);
        if (suppressed != null) {
            found.values.put("do_not_contact", true);
            codes.add("SUPPRESSED:" + suppressed);
        }
        noteReplaced(before, found.values);
        if (again) {
            codes.add("DUPLICATE_IN_FILE:duplicate_of_row");
        } else {
            found.firstRow = rowNumber;
        }
        return new Verdict(
                before.equals(found.values) ? "unchanged" : "updated", on, found.name, codes);
    }

    /// What says at the person that it must not be contacted; null for nothing.
    private @Nullable String suppressed(Person found) {
        return Boolean.TRUE.equals(found.values.get("do_not_contact"))
                ? "do_not_contact"
                : people.suppressedKey(found.values);
    }

    private void noteReplaced(Map<String, Object> before, Map<String, Object> after) {
        Set<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        for (String field : fields) {
            if (!Objects.equals(before.get(field), after.get(field))) {
                replaced.put(field, before.get(field));
            }
        }
    }

    private void write(
            Person person,
            List<String> cells,
            Map<String, Object> values,
            Set<String> left,
            List<String> codes) {
        var writing = new PersonWriting(person, codes);
        for (ColumnMapping column : columnsInOrder()) {
            String field = Person.field(column.target());
            boolean refused = !cells.get(column.index()).isEmpty() && !values.containsKey(field);
            if (!refused && !left.contains(field) && !field.equals("phone_region")) {
                writing.write(column, values.get(field));
            }
        }
        if (options.timezone() == TimezoneSource.PHONE
                && values.get("phone") != null
                && person.values.get("timezone") == null) {
            boolean german = values.get("phone").toString().startsWith("+49");
            person.values.put("timezone", german ? "Europe/Berlin" : "America/Los_Angeles");
        }
        options.match().tags().forEach(writing::addTag);
    }

    /// As they are read and written: a whole name before its parts, which have the last word.
    private List<ColumnMapping> columnsInOrder() {
        List<ColumnMapping> columns = new ArrayList<>(columnsOf("full_name"));
        options.columns().stream()
                .filter(column -> !columns.contains(column))
                .filter(column -> !column.target().text().equals("skip"))
                .forEach(columns::add);
        return columns;
    }

    private List<ColumnMapping> columnsOf(String field) {
        return options.columns().stream()
                .filter(column -> Person.field(column.target()).equals(field))
                .toList();
    }

    private static String missing(String field) {
        return switch (field) {
            case "phone" -> "MISSING_PHONE:phone";
            case "email" -> "MISSING_EMAIL:email";
            case "external_id" -> "MISSING_EXTERNAL_ID:external_id";
            case "any_key" -> "NO_IDENTITY";
            default -> "MISSING_FIELD:" + field;
        };
    }

    private static Verdict verdict(String action, String code) {
        return new Verdict(action, null, null, List.of(code));
    }

    /// Every stored value, for comparison: one line for each contact, in no particular order.
    public TreeSet<String> state() {
        return people.state();
    }
}
