package io.muster.server.access.web;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/// Keeps sessions in the database: every node knows them, and a restart signs nobody out.
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
        maxInactiveIntervalInSeconds = SessionStore.IDLE_SECONDS,
        tableName = "spring_session")
class SessionStore {
    static final String COOKIE = "muster-session";

    /// A working day.
    static final int IDLE_SECONDS = 8 * 60 * 60;

    @Bean
    CookieSerializer sessionCookie(Cookies cookies) {
        var serializer = new DefaultCookieSerializer();
        serializer.setCookieName(cookies.name(COOKIE));
        serializer.setCookiePath("/");
        serializer.setUseHttpOnlyCookie(true);
        serializer.setUseSecureCookie(cookies.secure());
        serializer.setSameSite("Lax");
        return serializer;
    }

    /// Error pages are dispatched anew by the container; they too should know who has signed in.
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionsOnErrors(
            SessionRepositoryFilter<?> sessions) {
        var registration = new FilterRegistrationBean<SessionRepositoryFilter<?>>(sessions);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        registration.setDispatcherTypes(
                DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return registration;
    }
}
