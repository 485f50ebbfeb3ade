#!/usr/bin/env bash
# What is worth minutes before a release only: every system is compiled and vetted, a whole release is made, and what it consists of is
# tried. It names the checks that it cannot run here. Debian has what they need: apt-get install wine64
# gcc-mingw-w64-x86-64 lintian nix-bin ruby buildah mandoc unzip
set -euo pipefail
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=${VERSION:-0.0.1}
release=$work/release

step() { printf '\n== %s\n' "$*"; }
has() {
  command -v "$1" >/dev/null || {
    echo "not checked: $1 is not installed"
    return 1
  }
}

for system in windows darwin linux; do
  step "go vet for $system"
  GOOS=$system GOARCH=arm64 CGO_ENABLED=0 go vet ./...
done

step "a release"
go run ./cmd/octavo/release -o "$release" -version "$version" -url https://git.example/octavo/octavo
(cd "$release" && sha256sum --check --strict SHA256SUMS)

step "the Linux archive makes the book"
mkdir -p "$work/book"
cp -r book.toml manuscript "$work/book"
tar -xzf "$release/octavo_${version}_linux_amd64.tar.gz" -C "$work"
env -i PATH=/nonexistent HOME="$work" "$work/octavo_${version}_linux_amd64/octavo" build -C "$work/book"

step "the manual"
if has mandoc; then mandoc -T lint -W warning "$work/octavo_${version}_linux_amd64"/man/man1/*.1; fi

step "the Debian package"
deb=$release/octavo_${version}_amd64.deb
if has lintian; then lintian --allow-root --fail-on error,warning "$deb"; fi
if has dpkg-deb; then
  dpkg-deb -x "$deb" "$work/root"
  env -i PATH=/nonexistent HOME="$work" "$work/root/usr/bin/octavo" --version
  test -s "$work/root/usr/share/man/man1/octavo.1.gz"
fi
if has dpkg && [ "$(id -u)" = 0 ] && ! dpkg -s octavo >/dev/null 2>&1; then
  dpkg -i "$deb"
  octavo --version
  dpkg -r octavo
fi

step "the files to publish"
publish=$release/publish
if has ruby; then ruby -c "$publish/homebrew/octavo.rb"; fi
if has nix-instantiate; then nix-instantiate --parse "$publish/nix/flake.nix" >/dev/null; fi
if has buildah; then
  image=$(buildah --storage-driver vfs --root "$work/images" --runroot "$work/run" bud --isolation chroot --quiet -f "$publish/docker/Dockerfile" "$release") &&
    echo "image $image"
fi

# Wine 8, which Debian 12 has, lacks two things that Go needs of Windows: ProcessPrng, for random numbers, and the way in which Go removes
# files since 1.25; Go has another way for older systems. Where the program of the release does not start, these are made up for.
makeUpForWine() {
  has x86_64-w64-mingw32-gcc || return 1
  cat >"$work/prng.c" <<'C'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T n) { return SystemFunction036(to, (ULONG)n); }
C
  x86_64-w64-mingw32-gcc -shared -O -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" "$work/prng.c" -ladvapi32
  WINEDLLOVERRIDES="$WINEDLLOVERRIDES;bcryptprimitives=n"
  file=$(go env GOROOT)/src/internal/syscall/windows/at_windows.go
  sed 's/^var TestDeleteatFallback bool/var TestDeleteatFallback = true/' "$file" >"$work/at_windows.go"
  printf '{"Replace": {"%s": "%s"}}' "$file" "$work/at_windows.go" >"$work/overlay.json"
  overlay=(-overlay "$work/overlay.json")
}

step "the Windows program, under Wine"
if has wine; then
  export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree=;mshtml='
  export GOOS=windows GOARCH=amd64 CGO_ENABLED=0
  unzip -q "$release/octavo_${version}_windows_amd64.zip" -d "$work"
  program=$work/octavo_${version}_windows_amd64/octavo.exe overlay=()
  if ! wine "$program" --version; then
    makeUpForWine || exit 0
    go build -trimpath "${overlay[@]}" -o "$program" ./cmd/octavo
  fi
  cp -r "$work/book" "$work/windows"
  rm -r "$work/windows/build"
  wine "$program" build -C "$work/windows"
  # The same book is the same bytes on every system; what the manifest says of messages and of the program is not.
  for name in write-this-down.pdf write-this-down.epub write-this-down-cards.pdf write-this-down.pagemap.json; do
    cmp "$work/book/build/$name" "$work/windows/build/$name"
  done
  go test -c -trimpath -vet=off "${overlay[@]}" -o "$work/octavo.test.exe" ./cmd/octavo
  (cd cmd/octavo && wine "$work/octavo.test.exe" -test.run "^TestScripts$/^(${SCRIPTS:-explain|usage|kinds|only|schema|import|stats|show|share|profile|lsp|formats})$")
fi
