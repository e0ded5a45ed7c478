/// Teams over the API.
@NullMarked
package io.muster.server.teams.rest;

import org.jspecify.annotations.NullMarked;
