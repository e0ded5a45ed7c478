@NullMarked
package io.muster.server.platform.web;

import org.jspecify.annotations.NullMarked;
