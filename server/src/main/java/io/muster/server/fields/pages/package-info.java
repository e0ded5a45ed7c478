/// The pages of custom fields.
@NullMarked
package io.muster.server.fields.pages;

import org.jspecify.annotations.NullMarked;
