package io.muster.server.access.web;

import io.muster.server.access.ApiKeys;
import io.muster.server.access.MemberEvent;
import io.muster.server.access.Members;
import io.muster.server.access.OidcProperties;
import io.muster.server.access.SignInThrottle;
import io.muster.server.access.idempotency.IdempotencyFilter;
import io.muster.server.access.idempotency.Replays;
import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.web.ApiPaths;
import io.muster.server.platform.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The two doors: one for programs with a key, one for people with a session.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(OidcProperties.class)
class SecurityConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    Cookies cookies(MusterProperties properties) {
        return Cookies.of(properties.baseUrl());
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            ApiKeys keys,
            MusterProperties properties,
            ProblemWriter writer,
            Cookies cookies,
            Replays replays) {
        var door = new ApiDoor(writer);
        SecurityHeaders.forApi(http, cookies);
        return http.securityMatcher(ApiPaths::isApi)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(
                        new BearerKeyFilter(keys, properties.operatorKey(), door),
                        AnonymousAuthenticationFilter.class)
                .addFilterAfter(new IdempotencyFilter(replays), AuthorizationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(door).accessDeniedHandler(door))
                .authorizeHttpRequests(routes ->
                        routes.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .access(new RouteGuard()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageChain(
            HttpSecurity http,
            Members members,
            SignInThrottle throttle,
            Cookies cookies,
            OidcSignIn elsewhere,
            ApplicationEventPublisher events) {
        var returnPath = new ReturnPath(cookies);
        var door = new PageDoor(returnPath);
        AuthenticationSuccessHandler signedIn =
                (request, response, who) -> {
                    tell(events, who, MemberEvent.Kind.SIGNED_IN);
                    response.sendRedirect(returnPath.take(request, response));
                };
        SecurityHeaders.forPages(http, cookies);
        elsewhere.configure(http, signedIn);
        return http.securityContext(
                        context -> context.securityContextRepository(new SessionMembers(members)))
                .authenticationProvider(new PasswordSignIn(members, throttle))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens(cookies)))
                .formLogin(form ->
                        form.loginPage(PageDoor.SIGN_IN)
                                .loginProcessingUrl(PageDoor.SIGN_IN)
                                .usernameParameter("email")
                                .passwordParameter("password")
                                .successHandler(signedIn)
                                .failureHandler((request, response, failure) ->
                                        response.sendRedirect(
                                                failure instanceof LockedException
                                                        ? "/sign-in?error=wait"
                                                        : "/sign-in?error")))
                .logout(out ->
                        out.logoutUrl("/sign-out")
                                .addLogoutHandler((request, response, who) ->
                                        tell(events, who, MemberEvent.Kind.SIGNED_OUT))
                                .logoutSuccessUrl("/sign-in?signed_out")
                                .deleteCookies(cookies.name(SessionStore.COOKIE)))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(door).accessDeniedHandler(door))
                .authorizeHttpRequests(routes ->
                        routes.dispatcherTypeMatchers(
                                        DispatcherType.ERROR,
                                        DispatcherType.FORWARD,
                                        DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .access(new RouteGuard()))
                .build();
    }

    private static void tell(
            ApplicationEventPublisher events, @Nullable Authentication who, MemberEvent.Kind kind) {
        SessionMembers.member(who)
                .ifPresent(member -> events.publishEvent(new MemberEvent(member, kind)));
    }

    /// In a cookie of its own instead of the session, so that a look at the sign-in page costs no
    /// row in the database.
    private static CookieCsrfTokenRepository csrfTokens(Cookies cookies) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(cookies.name("muster-csrf"));
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(
                cookie -> cookie.path("/").httpOnly(true).secure(cookies.secure()).sameSite("Lax"));
        return tokens;
    }
}
