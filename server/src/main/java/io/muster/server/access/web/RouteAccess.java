package io.muster.server.access.web;

import io.muster.server.access.Scope;

/// What a route asks of whoever comes.
sealed interface RouteAccess {

    /// Nothing.
    record Open() implements RouteAccess {}

    /// To be somebody of a tenant.
    record Known() implements RouteAccess {}

    /// To be allowed something.
    record Allowed(Scope scope) implements RouteAccess {}

    /// To be allowed something, and to see people's values in full.
    record Seeing(Scope scope) implements RouteAccess {}

    /// To run the installation.
    record OperatorOnly() implements RouteAccess {}
}
