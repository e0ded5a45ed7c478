/// Outcomes become files: error reports and templates.
@NullMarked
package io.muster.engine.report;

import org.jspecify.annotations.NullMarked;
