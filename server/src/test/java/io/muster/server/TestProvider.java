package io.muster.server;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.filter.OncePerRequestFilter;

/// An OpenID Connect provider, with tokens signed by a key of its own. People are who they say.
public final class TestProvider implements AutoCloseable {
    public static final int PORT = freePort();
    public static final String ISSUER = "http://localhost:" + PORT;
    public static final String CLIENT = "muster";
    public static final String SECRET = "a secret between the two";

    /// Where the provider sends people back to.
    public static final String BACK = "http://localhost:8080/sign-in/oidc";

    private static final String WHO = "X-Who";

    private final Tomcat tomcat = new Tomcat();

    /// Somebody with an account there.
    ///
    /// @param subject that they are known by there for good
    /// @param verified whether the provider has checked the email
    public record Person(String subject, String email, String name, boolean verified) {

        /// Somebody who has never had another email.
        public Person(String email, String name, boolean verified) {
            this("of " + email.toLowerCase(Locale.ROOT), email, name, verified);
        }

        private static Person parse(String text) {
            String[] parts = text.split("\\|", -1);
            return new Person(parts[0], parts[1], parts[2], Boolean.parseBoolean(parts[3]));
        }

        private String text() {
            return subject + "|" + email + "|" + name + "|" + verified;
        }
    }

    public static TestProvider start() {
        var provider = new TestProvider();
        try {
            provider.tomcat.setBaseDir(TestDatabase.freshFolder().toString());
            provider.tomcat.setPort(PORT);
            provider.tomcat.getConnector();
            Context context = provider.tomcat.addContext("", null);
            var spring = new AnnotationConfigWebApplicationContext();
            spring.register(Setup.class);
            spring.setServletContext(context.getServletContext());
            spring.refresh();
            var filter = new FilterDef();
            filter.setFilterName("security");
            filter.setFilter(new DelegatingFilterProxy("springSecurityFilterChain", spring));
            context.addFilterDef(filter);
            var everything = new FilterMap();
            everything.setFilterName("security");
            everything.addURLPattern("/*");
            context.addFilterMap(everything);
            Tomcat.addServlet(context, "nothing", new Nothing());
            context.addServletMappingDecoded("/", "nothing");
            provider.tomcat.start();
            return provider;
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Lets a person sign in there.
    ///
    /// @param request where Muster has sent them
    /// @return where they are sent back to
    public URI signIn(URI request, Person person) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(request).header(WHO, person.text()).build(),
                            BodyHandlers.ofString());
            return URI.create(
                    answer.headers()
                            .firstValue("Location")
                            .orElseThrow(
                                    () -> new AssertionError(answer.statusCode() + answer.body())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Behind the filters there is nothing.
    private static final class Nothing extends HttpServlet {
        private static final long serialVersionUID = 1;
    }

    /// Takes people at their word.
    private static final class AtTheirWord extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String who = request.getHeader(WHO);
            if (who != null) {
                SecurityContextHolder.getContext()
                        .setAuthentication(
                                UsernamePasswordAuthenticationToken.authenticated(
                                        who,
                                        null,
                                        // Tells when they have signed in there.
                                        List.of(
                                                FactorGrantedAuthority.fromAuthority(
                                                        FactorGrantedAuthority
                                                                .PASSWORD_AUTHORITY))));
            }
            chain.doFilter(request, response);
        }
    }

    /// The provider's own application. No `@Configuration`, or the server's own scan would find it.
    @EnableWebSecurity
    static class Setup {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .csrf(csrf -> csrf.disable())
                    .addFilterAfter(new AtTheirWord(), SecurityContextHolderFilter.class)
                    .build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId(UUID.randomUUID().toString())
                            .clientId(CLIENT)
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(
                                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(BACK)
                            .scope(OidcScopes.OPENID)
                            .scope(OidcScopes.EMAIL)
                            .scope(OidcScopes.PROFILE)
                            .clientSettings(
                                    ClientSettings.builder()
                                            .requireProofKey(true)
                                            .requireAuthorizationConsent(false)
                                            .build())
                            .build());
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(
                    new JWKSet(
                            new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                                    .privateKey((RSAPrivateKey) pair.getPrivate())
                                    .keyID("only")
                                    .build()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().issuer(ISSUER).build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return context -> {
                if (context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    Person person =
                            Person.parse(
                                    requireNonNull(context.<Authentication>getPrincipal())
                                            .getName());
                    context.getClaims()
                            .claim("sub", person.subject())
                            .claim("email", person.email())
                            .claim("email_verified", person.verified())
                            .claim("name", person.name());
                }
            };
        }
    }
}
