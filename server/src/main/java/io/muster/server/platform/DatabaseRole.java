package io.muster.server.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// The rights of the role that Muster signs in with.
final class DatabaseRole {
    private DatabaseRole() {}

    // A connection can act as the role that signed in or as one it was switched to.
    private static final String PRIVILEGED =
            """
            select rolname, rolsuper
            from pg_roles
            where rolname in (current_user, session_user) and (rolsuper or rolbypassrls)
            """;

    /// Refuses a role that row-level security would not hold: tenants would see each other's rows.
    static void requireOrdinary(DatabaseAddress address) {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                var roles = statement.executeQuery(PRIVILEGED)) {
            if (roles.next()) {
                String role = roles.getString("rolname");
                throw new StartRefusedException(
                        "The database role "
                                + role
                                + (roles.getBoolean("rolsuper")
                                        ? " is a superuser"
                                        : " has BYPASSRLS")
                                + ": the walls between tenants would not hold for it.",
                        "Give Muster a role of its own that owns its database: create role muster login"
                                + " nosuperuser nobypassrls password '...'; create database muster"
                                + " owner muster; and set MUSTER_DATABASE_USER.");
            }
        } catch (SQLException e) {
            throw new StartRefusedException(
                    "No connection to the database as " + address + ": " + e.getMessage(),
                    "Check that PostgreSQL runs there, and MUSTER_DATABASE_URL, _USER and _PASSWORD.",
                    e);
        }
    }
}
