/// The log for programs.
@NullMarked
package io.muster.server.importlog.rest;

import org.jspecify.annotations.NullMarked;
