/// The two doors, API and pages, and the one table of who may pass where.
@NullMarked
package io.muster.server.access.web;

import org.jspecify.annotations.NullMarked;
