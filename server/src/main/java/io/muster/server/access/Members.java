package io.muster.server.access;

import io.muster.engine.field.Directory;
import io.muster.server.access.Account.Proof;
import io.muster.server.access.store.AccountStore;
import io.muster.server.access.store.MemberStore;
import io.muster.server.platform.Ids;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// People: their accounts, and what they are to a tenant.
@Service
public class Members {
    private static final Logger LOG = LoggerFactory.getLogger(Members.class);

    private final AccountStore accounts;
    private final MemberStore members;
    private final TenantTransactions tenants;
    private final TransactionTemplate beforeTenant;
    private final PasswordEncoder passwords;
    private final String nobodysHash;

    Members(
            AccountStore accounts,
            MemberStore members,
            TenantTransactions tenants,
            PlatformTransactionManager manager,
            PasswordEncoder passwords) {
        this.accounts = accounts;
        this.members = members;
        this.tenants = tenants;
        this.beforeTenant = new TransactionTemplate(manager);
        this.passwords = passwords;
        this.nobodysHash = passwords.encode("nobody");
    }

    /// Makes an account for the operator and, in the same step, a member of a tenant.
    ///
    /// @throws ApiProblem 422 if the password will not do
    public MemberCaller add(
            TenantId tenant, String email, String name, String password, Role role) {
        PasswordRule.check(password, email);
        return insert(tenant, email, name, password, role);
    }

    /// Makes the first admin with the password that the operator has set, be it ever so short.
    MemberCaller addFirstAdmin(TenantId tenant, String email, String password) {
        if (password.length() < PasswordRule.LEAST_CHARS) {
            LOG.warn(
                    "The first admin's password is short; change it before others can reach this server.");
        }
        return insert(tenant, email, "Admin", password, Role.ADMIN);
    }

    private MemberCaller insert(
            TenantId tenant, String email, String name, String password, Role role) {
        var account = Ids.next();
        String folded = fold(email);
        String hash = passwords.encode(password);
        tenants.run(
                tenant,
                () -> {
                    // The operator vouches for the email.
                    var made = new Account(account, folded, name, hash, Proof.PROVED, null, null);
                    if (!accounts.insert(made)) {
                        throw ApiProblem.conflict("There is an account with this email already.");
                    }
                    members.insert(tenant, account, role);
                });
        return new MemberCaller(tenant, account, folded, name, role);
    }

    /// The person with this email and password, in the first of their tenants.
    ///
    /// Takes as long for an unknown email as for a wrong password.
    public Optional<MemberCaller> authenticate(String email, String password) {
        Optional<Account> account = accounts.find(fold(email));
        return isPassword(account, password)
                ? account.flatMap(found -> first(found.id()))
                : Optional.empty();
    }

    /// Whether somebody knows an account's password; takes as long if there is none.
    boolean isPassword(Optional<Account> account, String password) {
        Optional<String> hash = account.flatMap(found -> Optional.ofNullable(found.passwordHash()));
        boolean matches = passwords.matches(password, hash.orElse(nobodysHash));
        return matches && hash.isPresent();
    }

    /// Gives an account a new password; empty when nobody has this email. The answer is the person
    /// in the first of their tenants.
    ///
    /// @throws ApiProblem 422 if the password will not do
    public Optional<MemberCaller> resetPassword(String email, String password) {
        PasswordRule.check(password, email);
        return accounts.find(fold(email))
                .flatMap(found -> {
                    accounts.setPassword(found.id(), passwords.encode(password));
                    return first(found.id());
                });
    }

    /// What an account is to a tenant at this moment, if anything.
    public Optional<MemberCaller> find(TenantId tenant, UUID account) {
        return tenants.call(tenant, () -> members.find(tenant, account));
    }

    /// The members of a tenant, to find the owner whom a cell names.
    public Directory directory(TenantId tenant) {
        return MemberDirectory.of(tenants.call(tenant, () -> members.list(tenant)));
    }

    /// The members of a tenant, by name.
    public List<MemberCaller> all(TenantId tenant) {
        return tenants.call(tenant, () -> members.list(tenant)).stream()
                .sorted(Comparator.comparing(MemberCaller::displayName))
                .toList();
    }

    /// A page of the members of a tenant.
    ///
    /// @param after the last account already seen, null to begin
    public List<Membership> page(TenantId tenant, @Nullable UUID after, int limit) {
        return tenants.call(tenant, () -> members.page(tenant, after, limit));
    }

    /// @throws ApiProblem 404 if there is no such member
    public Membership membership(TenantId tenant, UUID account) {
        return tenants.call(tenant, () -> members.membership(tenant, account))
                .orElseThrow(() -> ApiProblem.notFound("member"));
    }

    /// What somebody is to each of their tenants, the oldest membership first.
    public List<MemberCaller> memberships(MemberCaller proved) {
        List<TenantId> found =
                beforeTenant.execute(status -> members.tenantsOf(proved.accountId()));
        return found.stream().flatMap(one -> find(one, proved.accountId()).stream()).toList();
    }

    /// The person in the first of their tenants, once they have proved who they are.
    Optional<MemberCaller> first(UUID account) {
        List<TenantId> found = beforeTenant.execute(status -> members.tenantsOf(account));
        return found.stream().findFirst().flatMap(tenant -> find(tenant, account));
    }

    static String fold(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
