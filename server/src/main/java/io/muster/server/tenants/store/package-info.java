/// Where tenants are kept.
@NullMarked
package io.muster.server.tenants.store;

import org.jspecify.annotations.NullMarked;
