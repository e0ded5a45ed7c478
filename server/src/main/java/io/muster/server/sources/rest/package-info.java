/// Sources for programs.
@NullMarked
package io.muster.server.sources.rest;

import org.jspecify.annotations.NullMarked;
