package io.muster.server.imports.repair;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A fix of many rows as it is sent and stored: which rows, what to do, and what that takes.
///
/// @param code of the remark that the rows have; without one, every row
/// @param field that the remark is about, and whose cells are fixed
/// @param kind `set_value`, `map_values`, `replace`, `region`, `date_format`, `suggestion` or
///   `drop`
/// @param value what `set_value` writes; blank to empty the cells
/// @param values what `map_values` writes, by what it is written for
/// @param find what `replace` looks for, in any case
/// @param with what `replace` writes instead
/// @param region ISO 3166 alpha-2: whose phone numbers `region` takes those without a country code
///   for
/// @param dateFormat how `date_format` reads dates: `dmy`, `mdy`, `ymd` or a pattern
public record BulkFix(
        @Nullable String code,
        @Nullable String field,
        @Nullable String kind,
        @Nullable String value,
        @Nullable Map<String, String> values,
        @Nullable String find,
        @Nullable String with,
        @Nullable String region,
        @Nullable String dateFormat) {}
