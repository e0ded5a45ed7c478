/// Repair for programs.
@NullMarked
package io.muster.server.imports.repair.rest;

import org.jspecify.annotations.NullMarked;
