#!/bin/sh
# presspictures.sh OCTAVO FOLDER: the pictures of README.md that show what a press book is made of: the style aldine, the
# classic with other ornaments, and notes. It sets the book in copies of it, and leaves the book alone.
set -eu

octavo=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
out=$(mkdir -p "$2" && cd "$2" && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cp -R book.toml manuscript "$dir"
printf '\n[print]\nstyle = "press"\n' >>"$dir/book.toml"
mkdir "$dir/styles"

# draw PAGE NAME: a page of the book as it is set now.
draw() {
  "$octavo" show -C "$dir" --pages "$1" --dpi 60 -o "$dir/shown" >/dev/null
  mv "$dir/shown/pdf-$(echo "$1" | tr -d '#').png" "$out/$2.png"
  echo "$out/$2.png"
}

cp styles/aldine.toml "$dir/styles/press.toml"
draw iii aldine-title
draw 3 aldine-chapter
draw 12 aldine-end
draw 18 aldine-maxim

# What a style does not set it has from the classic.
cat >"$dir/styles/press.toml" <<'TOML'
[chapter]
initial_face = "swash"
lines = 4
[ink]
color = "#1f4e79"
on = ["initial", "number", "ornament"]
[ornament]
signs = "❧☙"
head = "signs"
tail = "sign"
TOML
draw 13 press-flowers

cat >"$dir/styles/press.toml" <<'TOML'
[chapter]
face = "swash"
initial = "raised"
[ornament]
head = "rule"
[title]
device = "sign"
TOML
draw 13 press-rules
draw iii press-device

cat >"$dir/styles/press.toml" <<'TOML'
[chapter]
opens = "any"
TOML
draw 12 press-opening

# Notes, as book.toml asks for them.
cat >"$dir/styles/press.toml" </dev/null
printf '[notes]\nmarks = "symbols"\n' >>"$dir/book.toml"
draw 42 notes-symbols
sed -i.old 's/^marks = "symbols"/place = "book"/' "$dir/book.toml"
draw 95 notes-end
