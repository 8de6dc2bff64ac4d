package io.clearmltenants.kubernetes;

/**
 * The two forms of one small program: it waits for a line, since what is said before somebody
 * listens is lost; finds a folder where files can be executed; says "send"; takes so many bytes;
 * removes the file, which stays open; says "start" and becomes it. Parameters: the size, the
 * folders, "--", and the arguments.
 */
final class CarrierScripts {
    static final String SHELL =
            """
            umask 077
            read -r go
            size=$1
            shift
            found=
            while [ "$1" != -- ]; do
              d="$1/clearml-tenants-$$"
              shift
              [ -z "$found" ] && mkdir "$d" 2>/dev/null || continue
              if (printf '#!/bin/sh\\nexit 0\\n' > "$d/program" && chmod 700 "$d/program" && "$d/program") 2>/dev/null
              then found=$d
              else rm -rf "$d"
              fi
            done
            shift
            if [ -z "$found" ]; then
              echo 'clearml-tenants: no folder where programs can be put'
              exit 1
            fi
            trap 'rm -rf "$found"' EXIT
            trap 'exit 1' HUP INT TERM
            echo 'clearml-tenants: send'
            head -c "$size" > "$found/program"
            [ "$(wc -c < "$found/program")" -eq "$size" ] || exit 1
            exec 3< "$found/program"
            rm -rf "$found"
            trap - EXIT
            echo 'clearml-tenants: start'
            exec /proc/self/fd/3 "$@"
            """;

    /**
     * Where no folder will do, memory does, but for the oldest Pythons. Modules in the folder that
     * it is started in are nobody's business: files there may be a tenant's.
     */
    static final String PYTHON =
            """
            import sys
            sys.path = [folder for folder in sys.path if folder]
            import os, signal, tempfile
            os.umask(0o077)
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
                signal.signal(number, lambda *_: sys.exit(1))
            while os.read(0, 1) not in (b"\\n", b""):
                pass
            size = int(sys.argv[1])
            cut = sys.argv.index("--")
            def say(what):
                os.write(1, ("clearml-tenants: " + what + "\\n").encode())
            def receive(out):
                left = size
                while left:
                    data = os.read(0, min(left, 1 << 20))
                    if not data:
                        sys.exit(1)
                    left -= len(data)
                    while data:
                        data = data[os.write(out, data):]
            def made(folder):
                try:
                    if os.statvfs(folder).f_flag & os.ST_NOEXEC:
                        return None
                    return tempfile.mkdtemp(prefix="clearml-tenants-", dir=folder)
                except OSError:
                    return None
            def memory():
                try:
                    return os.memfd_create("clearml-tenants")
                except (AttributeError, OSError):
                    return None
            folder = next((d for d in map(made, sys.argv[2:cut]) if d), None)
            out = None if folder else memory()
            if folder:
                path = os.path.join(folder, "program")
                try:
                    out = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o700)
                    say("send")
                    receive(out)
                    os.close(out)
                    program = os.open(path, os.O_RDONLY)
                finally:
                    if os.path.exists(path):
                        os.unlink(path)
                    os.rmdir(folder)
            elif out is not None:
                say("send")
                receive(out)
                program = os.open("/proc/self/fd/%d" % out, os.O_RDONLY)
                os.close(out)
            else:
                say("no folder where programs can be put")
                sys.exit(1)
            os.set_inheritable(program, True)
            say("start")
            os.execve(program, ["clearml-tenants"] + sys.argv[cut + 1:], os.environ)
            """;

    private CarrierScripts() {}
}
