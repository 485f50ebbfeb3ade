#!/usr/bin/env bash
# Sees to it that the validators of the tests are there: installs them where it may (as root, with apt-get), names those
# that are missing where it may not, and fails over a missing one under CI=true.
set -eu

# A validator's command and the Debian package that has it.
validators="qpdf:qpdf pdftotext:poppler-utils pdffonts:poppler-utils epubcheck:epubcheck"

missing() {
  for v in $validators; do
    command -v "${v%%:*}" >/dev/null || echo "$v"
  done
}

absent=$(missing)
if [ -n "$absent" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  packages=$(printf '%s\n' "$absent" | sed 's/.*://' | sort -u)
  echo "installing" $packages
  export DEBIAN_FRONTEND=noninteractive
  log=$(mktemp)
  # What cannot be installed is named below.
  { apt-get update && apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=120 $packages; } >"$log" 2>&1 ||
    tail -n 5 "$log" >&2
  rm -f "$log"
  absent=$(missing)
fi
[ -n "$absent" ] || exit 0

for v in $absent; do
  echo "missing: ${v%%:*} (on Debian: apt-get install ${v##*:}); what needs it is skipped"
done
if [ "${CI:-}" = true ]; then
  echo "under CI=true nothing may be skipped" >&2
  exit 1
fi
