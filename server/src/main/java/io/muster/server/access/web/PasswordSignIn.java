package io.muster.server.access.web;

import io.muster.server.access.Members;
import io.muster.server.access.SignInThrottle;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Checks email and password, and slows down whoever guesses.
final class PasswordSignIn implements AuthenticationProvider {
    private final Members members;
    private final SignInThrottle throttle;

    PasswordSignIn(Members members, SignInThrottle throttle) {
        this.members = members;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String email = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details
                        ? details.getRemoteAddress()
                        : "";
        if (!throttle.mayTry(email, address)) {
            throw new LockedException("Too many attempts");
        }
        return members.authenticate(email, password)
                .map(member -> {
                    throttle.succeeded(email, address);
                    return CallerAuthentication.of(member);
                })
                .orElseThrow(() -> new BadCredentialsException("Wrong email or password"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
