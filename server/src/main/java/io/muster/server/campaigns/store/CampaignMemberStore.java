package io.muster.server.campaigns.store;

import io.muster.server.campaigns.MemberFilter;
import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// The table `campaign_member`; call it in a transaction of the tenant.
///
/// A member who was merged into another contact has become that one, and whoever was deleted is no
/// member as long as they are.
@Repository
public class CampaignMemberStore {
    // A campaign that was deleted meanwhile gets no members any more.
    private static final String INSERT =
            """
            insert into campaign_member (tenant_id, campaign_id, contact_id, import_id)
            select :tenant, :campaign, contact, :import
              from (select distinct unnest(:contacts) as contact) placed
             where exists (select from campaign where tenant_id = :tenant and id = :campaign)
            on conflict do nothing
            """;

    private static final String LIVING =
            """
            from contact c
             where c.tenant_id = :tenant and c.deleted_at is null
               and c.id in (
                   select m.contact_id
                     from campaign_member m
                    where m.tenant_id = :tenant and m.campaign_id = :campaign
                   union
                   select a.contact_id
                     from contact_alias a
                     join campaign_member m on m.tenant_id = a.tenant_id and m.contact_id = a.value::uuid
                    where a.tenant_id = :tenant and a.kind = 'id' and m.campaign_id = :campaign)
            """;

    private static final String COUNT = "select count(*) " + LIVING;

    private static final String LIST =
            "select c.id "
                    + LIVING
                    + """
                      and (:before::uuid is null or c.id < :before) %s
                    order by c.id desc limit :limit
                    """;

    // From member to member, so that a campaign of a million is gone through in parts.
    private static final String SOME =
            """
            select m.contact_id, c.id, c.phone, c.email
              from (select distinct contact_id from campaign_member
                     where tenant_id = :tenant and campaign_id = :campaign
                       and (:after::uuid is null or contact_id > :after)
                     order by contact_id
                     limit :limit) m
              left join contact c on c.tenant_id = :tenant and c.id = survivor(:tenant, m.contact_id)
                                 and c.deleted_at is null and not c.do_not_contact
             order by m.contact_id
            """;

    private static final String DELETE_OF_IMPORT =
            """
            delete from campaign_member
             where tenant_id = :tenant and campaign_id = :campaign and import_id = :import
            """;

    // Those who have become one of them go too.
    private static final String DELETE_MEMBERS =
            """
            delete from campaign_member
             where tenant_id = :tenant and campaign_id = :campaign
               and (contact_id = any (:contacts)
                    or contact_id in (select value::uuid from contact_alias
                                       where tenant_id = :tenant and kind = 'id' and contact_id = any (:contacts)))
            """;

    private static final String DELETE_ALL =
            "delete from campaign_member where tenant_id = :tenant and campaign_id = :campaign";

    private static final String DELETE_CONTACTS =
            "delete from campaign_member where tenant_id = :tenant and contact_id = any (:contacts)";

    private final JdbcClient jdbc;

    CampaignMemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a member is reached by.
    ///
    /// @param joined the contact that became a member
    /// @param id the contact that it is now; null for one that is gone, or flagged
    public record Member(
            UUID joined, @Nullable UUID id, @Nullable String phone, @Nullable String email) {}

    /// @param contacts some of them several times; members already stay so
    public void insert(
            TenantId tenant, UUID campaign, UUID importId, Collection<UUID> contacts) {
        if (!contacts.isEmpty()) {
            of(INSERT, tenant, campaign)
                    .param("import", importId)
                    .param("contacts", contacts.toArray(UUID[]::new))
                    .update();
        }
    }

    public long count(TenantId tenant, UUID campaign, MemberFilter filter) {
        return of(COUNT + condition(filter), tenant, campaign).query(Long.class).single();
    }

    /// The ids of members, newest first.
    ///
    /// @param before only older contacts than this; null from the newest
    public List<UUID> list(
            TenantId tenant, UUID campaign, MemberFilter filter, @Nullable UUID before, int limit) {
        return of(LIST.formatted(condition(filter)), tenant, campaign)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /// Some members, in the order of those who joined.
    ///
    /// @param after only those who come behind it; null from the first
    public List<Member> some(TenantId tenant, UUID campaign, @Nullable UUID after, int limit) {
        return of(SOME, tenant, campaign)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) ->
                        new Member(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4)))
                .list();
    }

    /// What one import has brought; who also came by another stays.
    public void deleteOfImport(TenantId tenant, UUID campaign, UUID importId) {
        of(DELETE_OF_IMPORT, tenant, campaign).param("import", importId).update();
    }

    public void deleteMembers(TenantId tenant, UUID campaign, Collection<UUID> contacts) {
        if (!contacts.isEmpty()) {
            of(DELETE_MEMBERS, tenant, campaign)
                    .param("contacts", contacts.toArray(UUID[]::new))
                    .update();
        }
    }

    public void deleteAll(TenantId tenant, UUID campaign) {
        of(DELETE_ALL, tenant, campaign).update();
    }

    public void deleteContacts(TenantId tenant, Collection<UUID> contacts) {
        jdbc.sql(DELETE_CONTACTS)
                .param("tenant", tenant.value())
                .param("contacts", contacts.toArray(UUID[]::new))
                .update();
    }

    private StatementSpec of(String sql, TenantId tenant, UUID campaign) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("campaign", campaign);
    }

    private static String condition(MemberFilter filter) {
        return switch (filter) {
            case ALL -> "";
            case WITHOUT_TIMEZONE -> " and c.timezone is null";
        };
    }
}
