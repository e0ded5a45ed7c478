/// The pages of campaigns.
@NullMarked
package io.muster.server.campaigns.pages;

import org.jspecify.annotations.NullMarked;
