package io.muster.engine.file;

/// Where a row begins in a file of text. It holds as long as the file is read in the same format.
///
/// @param row its number
/// @param line its physical line, from 1
/// @param byteOffset of a character somewhere before it
/// @param chars how many characters it lies behind that one
public record RowPlace(long row, long line, long byteOffset, int chars) {}
