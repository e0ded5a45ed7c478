package io.muster.server.platform.postgres;

import com.sun.security.auth.module.UnixSystem;
import io.muster.server.platform.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The system user that PostgreSQL runs as. PostgreSQL refuses to be root, so a root Muster hands
/// it to somebody less.
sealed interface PostgresAccount {

    /// The same program under this account.
    List<String> command(List<String> program);

    /// Makes the folder and all in it the account's own.
    default void own(Path folder) throws IOException {}

    /// An ordinary user runs its own PostgreSQL.
    record SameUser() implements PostgresAccount {
        @Override
        public List<String> command(List<String> program) {
            return program;
        }
    }

    /// Root in a user namespace that maps nobody: files stay root's, yet the program is not root
    /// there.
    record UserNamespace() implements PostgresAccount {
        @Override
        public List<String> command(List<String> program) {
            return prepend(List.of("unshare", "--user", "--"), program);
        }
    }

    /// Another user, where user namespaces are forbidden, as in most containers.
    record OtherUser(String name, int group) implements PostgresAccount {
        @Override
        public List<String> command(List<String> program) {
            return prepend(
                    List.of(
                            "setpriv",
                            "--reuid=" + name,
                            "--regid=" + group,
                            "--clear-groups",
                            "--"),
                    program);
        }

        @Override
        public void own(Path folder) throws IOException {
            var user =
                    folder.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(name);
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : (Iterable<Path>) all::iterator) {
                    if (!Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(user)) {
                        Files.getFileAttributeView(
                                        path,
                                        java.nio.file.attribute.FileOwnerAttributeView.class,
                                        LinkOption.NOFOLLOW_LINKS)
                                .setOwner(user);
                    }
                }
            }
        }
    }

    /// Chooses for a folder: its owner if that is not root, else a user namespace, else `nobody`.
    static PostgresAccount of(Path folder) throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return new SameUser();
        }
        String owner = Files.getOwner(folder).getName();
        if (!owner.equals("root")) {
            return otherUser(owner, folder);
        }
        var namespace = new UserNamespace();
        return Command.run(folder, namespace.command(List.of("true"))).succeeded()
                ? namespace
                : otherUser("nobody", folder);
    }

    private static PostgresAccount otherUser(String name, Path folder) throws IOException {
        var group = Command.run(folder, List.of("id", "-g", name));
        if (!group.succeeded()) {
            throw refused("there is no system user " + name + " to run it as", folder);
        }
        var account = new OtherUser(name, Integer.parseInt(group.output()));
        if (!Command.run(folder, account.command(List.of("true"))).succeeded()) {
            throw refused("neither unshare --user nor setpriv works here", folder);
        }
        account.own(folder);
        if (!Command.run(Path.of("/"), account.command(List.of("ls", folder.toString())))
                .succeeded()) {
            throw refused("the user " + name + " may not enter " + folder, folder);
        }
        return account;
    }

    private static StartRefusedException refused(String reason, Path folder) {
        return new StartRefusedException(
                "PostgreSQL does not run as root, and " + reason + ".",
                "Run Muster as an ordinary user that owns "
                        + folder
                        + ", or set MUSTER_DATA_DIR to a"
                        + " folder that every user may enter, or install util-linux (for unshare and"
                        + " setpriv), or set MUSTER_DATABASE_URL to a PostgreSQL of your own.");
    }

    private static List<String> prepend(List<String> prefix, List<String> program) {
        return Stream.concat(prefix.stream(), program.stream()).toList();
    }
}
