#!/bin/sh
# Installs a release of clearml-tenants, after its SHA-256 sum was checked.
#   install.sh FROM [PREFIX]
# FROM is the folder, or the http(s) address of the folder, that holds the archive and SHA256SUMS.
# PREFIX is where to: /usr/local as root, else ~/.local.
set -eu

fail() {
  echo "install.sh: $*" >&2
  exit 1
}

[ $# -ge 1 ] || fail "usage: install.sh FROM [PREFIX]"
from=$1
if [ "$(id -u)" = 0 ]; then prefix=${2:-/usr/local}; else prefix=${2:-$HOME/.local}; fi
[ "$(uname -s)" = Linux ] || fail "this release is for Linux, not for $(uname -s)"
case $(uname -m) in
  x86_64 | amd64) platform=linux-amd64 ;;
  aarch64 | arm64) platform=linux-arm64 ;;
  *) fail "there is no release for $(uname -m)" ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fetch() {
  case $from in
    http://* | https://*) curl -fsSL "$from/$1" -o "$work/$1" || fail "cannot fetch $from/$1" ;;
    *) cp "$from/$1" "$work/$1" || fail "cannot read $from/$1" ;;
  esac
}

fetch SHA256SUMS
archive=$(awk -v end="-$platform.tar.gz" 'substr($2, length($2) - length(end) + 1) == end { print $2; exit }' "$work/SHA256SUMS")
case $archive in
  '' | */*) fail "SHA256SUMS names no archive for $platform" ;;
esac
fetch "$archive"
(cd "$work" && grep "  $archive\$" SHA256SUMS | sha256sum -c - >/dev/null 2>&1) || fail "$archive is not what SHA256SUMS says: nothing was installed"

tar -xzf "$work/$archive" -C "$work"
release=$work/${archive%"-$platform.tar.gz"}
install -D -m 0755 "$release/clearml-tenants" "$prefix/bin/clearml-tenants"
install -D -m 0644 "$release/completion/clearml-tenants.bash" "$prefix/share/bash-completion/completions/clearml-tenants"
install -D -m 0644 "$release/completion/clearml-tenants.fish" "$prefix/share/fish/vendor_completions.d/clearml-tenants.fish"
for page in "$release"/man/man1/*.1; do
  install -D -m 0644 "$page" "$prefix/share/man/man1/$(basename "$page")"
done
echo "Installed $("$prefix/bin/clearml-tenants" --version | head -n 1) as $prefix/bin/clearml-tenants"
