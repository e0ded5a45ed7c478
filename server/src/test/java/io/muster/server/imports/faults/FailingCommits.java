package io.muster.server.imports.faults;

import io.muster.server.platform.WorkerThread;
import io.muster.server.tenants.TenantId;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Puts itself between the server and its connections, and loses a chosen commit of a tenant's work
/// or requests the way a broken connection does.
final class FailingCommits
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Map<Target, Plan> PLANS = new ConcurrentHashMap<>();

    /// What becomes of the commit.
    enum Moment {
        /// The connection breaks before the database has committed.
        BEFORE,
        /// The connection breaks after it has.
        AFTER,
        /// Nobody notices: the database crashes afterwards, and had not waited for the disk.
        FORGOTTEN
    }

    /// On whose threads.
    enum Whose {
        WORKERS,
        REQUESTS;

        static Whose current() {
            return Thread.currentThread() instanceof WorkerThread ? WORKERS : REQUESTS;
        }
    }

    private record Target(String tenant, Whose whose) {}

    private record Plan(Moment moment, AtomicInteger left) {}

    /// Loses the n-th commit from now on.
    static void arm(TenantId tenant, Whose whose, int nth, Moment moment) {
        PLANS.put(new Target(tenant.toString(), whose), new Plan(moment, new AtomicInteger(nth)));
    }

    /// Loses no commit of the tenant any more.
    static void disarm(TenantId tenant) {
        PLANS.keySet().removeIf(target -> target.tenant().equals(tenant.toString()));
    }

    /// Whether the commit has come that was to be lost.
    static boolean hasFailed(TenantId tenant, Whose whose) {
        Plan plan = PLANS.get(new Target(tenant.toString(), whose));
        return plan != null && plan.left().get() <= 0;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory()
                .addBeanPostProcessor(
                        new BeanPostProcessor() {
                            @Override
                            public Object postProcessAfterInitialization(Object bean, String name) {
                                return name.equals("dataSource")
                                        ? wrapped((DataSource) bean)
                                        : bean;
                            }
                        });
    }

    private static DataSource wrapped(DataSource real) {
        return new DelegatingDataSource(real) {
            @Override
            public Connection getConnection() throws SQLException {
                return wrapped(super.getConnection());
            }
        };
    }

    private static Connection wrapped(Connection real) {
        InvocationHandler handler =
                (proxy, method, arguments) -> {
                    try {
                        if (method.getName().equals("commit")) {
                            commit(real);
                            return null;
                        }
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                };
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        handler);
    }

    private static void commit(Connection real) throws SQLException {
        Plan plan = PLANS.get(new Target(tenant(real), Whose.current()));
        if (plan == null || plan.left().decrementAndGet() != 0) {
            real.commit();
            return;
        }
        switch (plan.moment()) {
            case BEFORE -> real.rollback();
            case AFTER -> real.commit();
            case FORGOTTEN -> {
                if (setting(real, "synchronous_commit").equals("off")) {
                    real.rollback();
                } else {
                    real.commit();
                }
                return;
            }
        }
        throw new SQLException("The connection broke in a commit", "08006");
    }

    private static String tenant(Connection real) throws SQLException {
        return setting(real, "muster.tenant");
    }

    private static String setting(Connection real, String name) throws SQLException {
        try (var statement =
                real.prepareStatement("select coalesce(current_setting(?, true), '')")) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
