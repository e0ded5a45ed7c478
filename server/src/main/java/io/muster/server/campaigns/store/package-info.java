/// The tables of campaigns and their members.
@NullMarked
package io.muster.server.campaigns.store;

import org.jspecify.annotations.NullMarked;
