/// The pages of the log.
@NullMarked
package io.muster.server.importlog.pages;

import org.jspecify.annotations.NullMarked;
