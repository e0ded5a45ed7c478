/// A review in detail: what each row would do, kept so that any page of it is found at once.
@NullMarked
package io.muster.server.imports.review;

import org.jspecify.annotations.NullMarked;
