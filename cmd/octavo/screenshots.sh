#!/bin/sh
# screenshots.sh BOOK.epub FOLDER: pictures of an EPUB as a phone and a tablet show it, for README.md and for the eye.
# It needs Chromium and unzip; without them it says so and does nothing. SCHEME=dark takes them in the dark.
set -eu

book=$1
out=$(mkdir -p "$2" && cd "$2" && pwd)
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$chromium" ] || ! command -v unzip >/dev/null; then
  echo "screenshots.sh: no Chromium or no unzip here, so no pictures of the EPUB" >&2
  exit 0
fi

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
unzip -q "$book" -d "$dir"

scheme=1
suffix=
if [ "${SCHEME:-light}" = dark ]; then
  scheme=0
  suffix=-dark
fi

# shot NAME PAGE WIDTH HEIGHT MARGIN: reading systems put margins around a page; so does the frame here.
shot() {
  cat >"$dir/frame.html" <<HTML
<!DOCTYPE html>
<meta charset="utf-8">
<style>
  :root { color-scheme: light dark; }
  body { margin: 0; overflow: hidden; }
  iframe { position: absolute; border: 0; left: $5px; top: 0; width: calc(100% - 2 * $5px); height: 100%; }
</style>
<iframe src="EPUB/$2"></iframe>
HTML
  "$chromium" --headless --no-sandbox --disable-gpu --hide-scrollbars --allow-file-access-from-files \
    --blink-settings=preferredColorScheme=$scheme --force-device-scale-factor=1 --window-size="$3,$4" \
    --virtual-time-budget=5000 --screenshot="$out/$1$suffix.png" "file://$dir/frame.html" >/dev/null 2>&1
  echo "$out/$1$suffix.png"
}

shot epub-phone xhtml/chapter-01.xhtml 390 844 8
shot epub-tablet xhtml/chapter-05.xhtml 820 1180 90
if [ "${ALL:-}" ]; then
  shot epub-title xhtml/title-page.xhtml 390 844 8
  shot epub-contents nav.xhtml 390 844 8
  shot epub-part xhtml/part-01.xhtml 390 844 8
  for page in index first-words subjects; do
    shot "epub-$page" "xhtml/$page.xhtml" 820 1180 40
  done
fi
