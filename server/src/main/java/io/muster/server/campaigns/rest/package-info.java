/// Campaigns over the API.
@NullMarked
package io.muster.server.campaigns.rest;

import org.jspecify.annotations.NullMarked;
