/// Scheduled pulls for programs.
@NullMarked
package io.muster.server.sources.pull.rest;

import org.jspecify.annotations.NullMarked;
