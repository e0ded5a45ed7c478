package io.muster.server.platform.isolation;

import static io.muster.server.platform.isolation.TwoTenants.ONE;
import static io.muster.server.platform.isolation.TwoTenants.OTHER;

import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;

/// Looks for holes between the two tenants, as the role that serves requests.
///
/// @param status the open transaction, which a refused write must not spoil
record Walls(JdbcClient jdbc, TransactionStatus status) {

    /// What is wrong with the walls of these tables; empty if they hold.
    List<String> holes(List<String> tables) {
        var holes = new ArrayList<String>();
        tables.forEach(table -> inspect(table, holes));
        inspectOpenings(holes);
        return holes;
    }

    private void inspect(String table, List<String> holes) {
        nobody();
        expect(0, count(table, "true"), table + " shows rows to nobody", holes);
        set("muster.tenant", ONE.toString());
        expect(
                1,
                Math.min(1, count(table, "tenant_id = '" + ONE + "'")),
                table + " hides own rows",
                holes);
        expect(0, count(table, "tenant_id = '" + OTHER + "'"), table + " shows the other", holes);
        expect(
                0,
                update(
                        "update "
                                + table
                                + " set tenant_id = tenant_id where tenant_id = '"
                                + OTHER
                                + "'"),
                table + " lets the other's rows be changed",
                holes);
        expect(
                -1,
                update("update " + table + " set tenant_id = '" + OTHER + "'"),
                table + " lets rows be given away",
                holes);
    }

    /// Before a tenant is known, an account sees its memberships, a key itself, and housekeeping
    /// which tenants there are, nothing more.
    private void inspectOpenings(List<String> holes) {
        nobody();
        set("muster.account", ONE.toString());
        expect(1, count("member", "true"), "an account does not see its memberships", holes);
        expect(0, update("update member set role = 'admin'"), "memberships can be changed", holes);
        nobody();
        set("muster.key_hash", "00");
        expect(2, count("api_key", "true"), "a key does not see itself", holes);
        set("muster.key_hash", "01");
        expect(0, count("api_key", "true"), "a key sees others", holes);
        nobody();
        set("muster.housekeeping", "on");
        expect(2, count("tenant", "true"), "housekeeping does not see the tenants", holes);
        expect(0, update("update tenant set name = ''"), "housekeeping changes tenants", holes);
        expect(0, count("contact", "true"), "housekeeping sees contacts", holes);
    }

    private void nobody() {
        set("muster.tenant", "");
        set("muster.account", "");
        set("muster.key_hash", "");
        set("muster.housekeeping", "");
    }

    private void set(String setting, String value) {
        jdbc.sql("select set_config(:setting, :value, true)")
                .param("setting", setting)
                .param("value", value)
                .query(String.class)
                .single();
    }

    private int count(String table, String condition) {
        return jdbc.sql("select count(*) from " + table + " where " + condition)
                .query(Integer.class)
                .single();
    }

    /// Rows changed, or -1 if the database refuses; undone at once.
    private int update(String sql) {
        Object before = status.createSavepoint();
        try {
            return jdbc.sql(sql).update();
        } catch (DataAccessException refused) {
            return -1;
        } finally {
            status.rollbackToSavepoint(before);
        }
    }

    private static void expect(int expected, int found, String hole, List<String> holes) {
        if (expected != found) {
            holes.add(hole + ": " + found + " instead of " + expected);
        }
    }
}
