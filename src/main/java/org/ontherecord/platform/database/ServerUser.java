package org.ontherecord.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run. They refuse to be root, so root either shows them a user namespace in which it is
 * nobody, or becomes another user: the one who owns the cluster already, else nobody.
 *
 * @param command what to put in front of a program's own command line
 * @param uid who must own the files, or -1 when they are ours already
 */
record ServerUser(List<String> command, int uid, int gid) {

    private static final int NOBODY = 65534;
    private static final ServerUser OURSELVES = new ServerUser(List.of(), -1, -1);
    private static final ServerUser NAMESPACED = new ServerUser(List.of("unshare", "-U"), -1, -1);

    static ServerUser of(Path cluster) throws IOException {
        if (!isRoot()) {
            return OURSELVES;
        }
        int owner = Files.exists(cluster) ? (int) Files.getAttribute(cluster, "unix:uid") : 0;
        if (owner == 0 && works(List.of("unshare", "-U", "true"))) {
            return NAMESPACED;
        }
        ServerUser other =
                owner == 0 ? becoming(NOBODY, NOBODY) : becoming(owner, (int) Files.getAttribute(cluster, "unix:gid"));
        if (!works(Stream.concat(other.command.stream(), Stream.of("true")).toList())) {
            throw new DatabaseUnavailable(
                    "PostgreSQL refuses to run as root, and neither 'unshare' nor 'setpriv' works "
                            + "here. Run On the Record as an ordinary user. " + DatabaseUnavailable.WAY_OUT);
        }
        return other;
    }

    /** For a cluster that root made where 'unshare' worked, and that is opened where it does not. */
    void takeOver(Path folder) throws IOException {
        if (uid >= 0 && (int) Files.getAttribute(folder, "unix:uid") != uid) {
            own(folder);
        }
    }

    /** Gives the folder and all in it to the server, and checks that the server can get there. */
    void own(Path folder) throws IOException {
        if (uid < 0) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.toList()) {
                Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            }
        }
        if (!works(Stream.concat(command.stream(), Stream.of("test", "-x", folder.toString()))
                .toList())) {
            throw new DatabaseUnavailable("PostgreSQL refuses to run as root, and the user it runs as instead (number "
                    + uid + ") may not enter " + folder + ". Choose a folder that everyone may enter with "
                    + "ONTHERECORD_DATA_DIR, or run On the Record as an ordinary user.");
        }
    }

    private static ServerUser becoming(int uid, int gid) {
        return new ServerUser(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"), uid, gid);
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self)
                ? (int) Files.getAttribute(self, "unix:uid") == 0
                : "root".equals(System.getProperty("user.name"));
    }

    private static boolean works(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while looking for a way to run PostgreSQL", e);
        }
    }
}
