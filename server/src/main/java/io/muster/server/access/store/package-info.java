/// Where accounts, members, API keys and remembered answers are kept.
@NullMarked
package io.muster.server.access.store;

import org.jspecify.annotations.NullMarked;
