/// The trail for programs.
@NullMarked
package io.muster.server.audit.rest;

import org.jspecify.annotations.NullMarked;
