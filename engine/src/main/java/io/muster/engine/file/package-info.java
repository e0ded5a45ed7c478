/// Bytes become rows: encodings, delimiters, headers and limits.
///
/// [FormatDetector] says how a file is to be read, [RowReaders] opens it, and everything that
/// shows, checks or imports a file reads it through the one [RowReader]. Memory depends on
/// [Limits], never on the file.
@NullMarked
package io.muster.engine.file;

import org.jspecify.annotations.NullMarked;
