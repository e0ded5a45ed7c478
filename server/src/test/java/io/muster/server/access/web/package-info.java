@NullMarked
package io.muster.server.access.web;

import org.jspecify.annotations.NullMarked;
