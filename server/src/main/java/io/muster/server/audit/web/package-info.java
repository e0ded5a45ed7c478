/// Sees each request that changes something or takes something away.
@NullMarked
package io.muster.server.audit.web;

import org.jspecify.annotations.NullMarked;
