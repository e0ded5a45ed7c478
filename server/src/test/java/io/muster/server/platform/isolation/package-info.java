/// Proves the walls between tenants in the database itself.
@NullMarked
package io.muster.server.platform.isolation;

import org.jspecify.annotations.NullMarked;
