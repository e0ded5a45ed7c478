package io.muster.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Lets an address try a few wrong passwords for an account, and some more for all accounts
/// together, before it has to wait.
///
/// Each node counts for itself. Nobody is locked out by guesses from elsewhere: only the guessing
/// address waits, and with it whoever shares it.
@Component
public final class SignInThrottle {
    private static final int TRIES_PER_ACCOUNT = 10;
    private static final int TRIES_PER_ADDRESS = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 10_000;

    private final InstantSource clock;
    private final Map<String, Tries> tries = new Recent();

    SignInThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /// Counts an attempt before its password is looked at, so that parallel guesses all count.
    public synchronized boolean mayTry(String email, String address) {
        return count(pair(email, address), TRIES_PER_ACCOUNT) && count(address, TRIES_PER_ADDRESS);
    }

    /// Takes back the count of an attempt that was no guess.
    public synchronized void succeeded(String email, String address) {
        tries.remove(pair(email, address));
        // This try alone, or whoever has an account could wipe out the guesses before it.
        tries.computeIfPresent(address, (who, made) -> new Tries(made.count() - 1, made.since()));
    }

    private boolean count(String who, int most) {
        Instant now = clock.instant();
        Tries before = tries.get(who);
        Tries after =
                before == null || before.since().plus(WINDOW).isBefore(now)
                        ? new Tries(1, now)
                        : new Tries(before.count() + 1, before.since());
        tries.put(who, after);
        return after.count() <= most;
    }

    private static String pair(String email, String address) {
        return address + " " + email.strip().toLowerCase(Locale.ROOT);
    }

    /// Attempts since a moment.
    private record Tries(int count, Instant since) {}

    /// Forgets who was longest without a try.
    private static final class Recent extends LinkedHashMap<String, Tries> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }
}
