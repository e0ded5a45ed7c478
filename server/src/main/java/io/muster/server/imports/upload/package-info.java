/// Files on their way in.
@NullMarked
package io.muster.server.imports.upload;

import org.jspecify.annotations.NullMarked;
