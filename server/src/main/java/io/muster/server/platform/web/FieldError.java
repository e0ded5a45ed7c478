package io.muster.server.platform.web;

/// What is wrong with one part of a request.
///
/// @param pointer a JSON Pointer into the body (`/columns/3/target`), or the name of a parameter
/// @param code stable, upper case, for programs
/// @param message what is wrong and what to do, for people; never contact data
public record FieldError(String pointer, String code, String message) {}
