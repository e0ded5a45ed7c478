package io.muster.server.imports.store;

import io.muster.engine.file.RowPlace;
import io.muster.server.imports.review.ReviewPart;
import io.muster.server.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// The rows of reviews, part by part.
@Repository
public class ReviewPartStore {
    private static final String ADD =
            """
            insert into review_part (tenant_id, import_id, first_row, last_row, place_line, place_byte, place_char,
                                     facets, outcomes, noted, cells)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String REMOVE_ALL =
            "delete from review_part where tenant_id = :tenant and import_id = :import";

    // A review has some thousand parts, and what is not wanted of them lies elsewhere; so they are
    // passed over in a millisecond or two.
    private static final String FIND =
            """
            select first_row, last_row, place_line, place_byte, place_char, facets, outcomes, noted, cells
              from review_part
             where tenant_id = :tenant and import_id = :import and %s
             order by first_row %s
             limit :limit
            """;

    private static final String REMOVE = REMOVE_ALL + " and first_row = :first";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    ReviewPartStore(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    public void add(TenantId tenant, UUID importId, List<ReviewPart> parts) {
        template.batchUpdate(
                ADD, parts.stream().map(part -> values(tenant, importId, part)).toList());
    }

    public void removeAll(TenantId tenant, UUID importId) {
        jdbc.sql(REMOVE_ALL).param("tenant", tenant.value()).param("import", importId).update();
    }

    /// Puts a part in the place of the one with the same rows.
    public void replace(TenantId tenant, UUID importId, ReviewPart part) {
        jdbc.sql(REMOVE)
                .param("tenant", tenant.value())
                .param("import", importId)
                .param("first", part.firstRow())
                .update();
        add(tenant, importId, List.of(part));
    }

    /// Parts with a row of this number or a higher one, in file order.
    ///
    /// @param facets of each set a part must have one
    public List<ReviewPart> from(
            TenantId tenant, UUID importId, long row, List<Set<String>> facets, int limit) {
        return find(tenant, importId, "last_row >= :row", "", row, facets, limit);
    }

    /// Parts with a row of a lower number, the last first.
    ///
    /// @param facets of each set a part must have one
    public List<ReviewPart> before(
            TenantId tenant, UUID importId, long row, List<Set<String>> facets, int limit) {
        return find(tenant, importId, "first_row < :row", "desc", row, facets, limit);
    }

    private List<ReviewPart> find(
            TenantId tenant,
            UUID importId,
            String place,
            String order,
            long row,
            List<Set<String>> facets,
            int limit) {
        StringBuilder where = new StringBuilder(place);
        for (int i = 0; i < facets.size(); i++) {
            where.append(" and facets && :facets").append(i).append("::text[]");
        }
        StatementSpec statement =
                jdbc.sql(FIND.formatted(where, order))
                        .param("tenant", tenant.value())
                        .param("import", importId)
                        .param("row", row)
                        .param("limit", limit);
        for (int i = 0; i < facets.size(); i++) {
            statement = statement.param("facets" + i, facets.get(i).toArray(String[]::new));
        }
        return statement.query(ReviewPartStore::read).list();
    }

    private static Object[] values(TenantId tenant, UUID importId, ReviewPart part) {
        RowPlace place = part.place();
        return new Object[] {
            tenant.value(),
            importId,
            part.firstRow(),
            part.lastRow(),
            place == null ? null : place.line(),
            place == null ? null : place.byteOffset(),
            place == null ? null : place.chars(),
            part.facets().toArray(String[]::new),
            part.outcomes(),
            part.noted(),
            part.cells()
        };
    }

    private static ReviewPart read(ResultSet row, int index) throws SQLException {
        long first = row.getLong("first_row");
        Long line = row.getObject("place_line", Long.class);
        return new ReviewPart(
                first,
                row.getLong("last_row"),
                line == null
                        ? null
                        : new RowPlace(
                                first, line, row.getLong("place_byte"), row.getInt("place_char")),
                List.of((String[]) row.getArray("facets").getArray()),
                row.getString("outcomes"),
                row.getBytes("noted"),
                row.getBytes("cells"));
    }
}
