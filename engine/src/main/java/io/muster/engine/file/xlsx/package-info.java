/// Workbooks as they lie in a file: an archive of XML parts, from which the texts of a sheet's
/// cells are read in one pass.
///
/// Everything in a file is taken for hostile. [Archive] bounds what is unpacked, [XmlPart] what a
/// parser may have in hand at a time, and [SharedStrings] what stays in memory.
@NullMarked
package io.muster.engine.file.xlsx;

import org.jspecify.annotations.NullMarked;
