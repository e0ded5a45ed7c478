package io.muster.server.access;

import io.muster.engine.field.Directory;
import io.muster.server.access.store.AccountStore;
import io.muster.server.access.store.MemberStore;
import io.muster.server.platform.Ids;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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

    /// What the password hash takes in; more would be cut off unseen.
    private static final int MAX_PASSWORD_BYTES = 72;

    private static final int MIN_PASSWORD_CHARS = 8;

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

    /// Makes an account and, in the same step, a member of a tenant.
    ///
    /// @param password 8 characters at least, 72 bytes at most
    /// @throws ApiProblem 422 if the password is out of bounds
    public MemberCaller add(
            TenantId tenant, String email, String name, String password, Role role) {
        requireUsable(password);
        return insert(tenant, email, name, password, role);
    }

    /// Makes the first admin with the password that the operator has set, be it ever so short.
    MemberCaller addFirstAdmin(TenantId tenant, String email, String password) {
        if (password.length() < MIN_PASSWORD_CHARS) {
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
                    accounts.insert(account, folded, name, hash);
                    members.insert(tenant, account, role);
                });
        return new MemberCaller(tenant, account, folded, name, role);
    }

    /// The person with this email and password, in the first of their tenants.
    ///
    /// Takes as long for an unknown email as for a wrong password.
    public Optional<MemberCaller> authenticate(String email, String password) {
        var credentials = accounts.find(fold(email));
        String hash = credentials.map(AccountStore.Credentials::passwordHash).orElse(nobodysHash);
        boolean matches = passwords.matches(password, hash);
        return credentials
                .filter(found -> matches)
                .flatMap(found -> firstMembership(found.account()));
    }

    /// Gives an account a new password; empty when nobody has this email. The answer is the person
    /// in the first of their tenants.
    ///
    /// @param password 8 characters at least, 72 bytes at most
    /// @throws ApiProblem 422 if the password is out of bounds
    public Optional<MemberCaller> resetPassword(String email, String password) {
        requireUsable(password);
        return accounts.find(fold(email))
                .flatMap(found -> {
                    accounts.setPassword(found.account(), passwords.encode(password));
                    return firstMembership(found.account());
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

    private Optional<MemberCaller> firstMembership(UUID account) {
        List<TenantId> found = beforeTenant.execute(status -> members.tenantsOf(account));
        return found.stream().findFirst().flatMap(tenant -> find(tenant, account));
    }

    private static String fold(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static void requireUsable(String password) {
        if (password.length() < MIN_PASSWORD_CHARS
                || password.getBytes(StandardCharsets.UTF_8).length > MAX_PASSWORD_BYTES) {
            String message =
                    "A password needs at least "
                            + MIN_PASSWORD_CHARS
                            + " characters and at most "
                            + MAX_PASSWORD_BYTES
                            + " bytes.";
            throw ApiProblem.unprocessable(
                    message, List.of(new FieldError("/password", "INVALID_PASSWORD", message)));
        }
    }
}
