#!/usr/bin/env bash
# Measures whole builds. Always: octavo alone, on synthetic books (BenchmarkBook). Where the peers are installed (PEERS, a
# folder with run.sh and make_inputs.py; WORK, where they keep inputs and npm packages): octavo beside Typst, one after
# the other in each round, so that both see the same weather; then the medians, their ratio and the growth from M to L.
#
#   ROUNDS=9 LARGE=3 PEERS=../shared/peers WORK=/tmp/peers cmd/octavo/bench.sh
set -eu
cd "$(dirname "$0")/../.."
rounds=${ROUNDS:-9} large=${LARGE:-3}
peers=${PEERS:-../shared/peers} work=${WORK:-/tmp/peers}
npm=${NPM_DIR:-$work/npm}
go=${GO:-go}

$go build -o build/octavo ./cmd/octavo
octavo=$PWD/build/octavo

lacking() {
  [ -x "$peers/run.sh" ] || echo "$peers/run.sh"
  [ -x /usr/bin/python3 ] || echo /usr/bin/python3
  command -v node >/dev/null || echo node
  [ -d "$npm/node_modules/@myriaddreamin/typst-ts-node-compiler" ] || echo "Typst in $npm"
  [ -d "$work/in/M" ] || [ -d /usr/share/games/fortunes ] || echo "$work/in or the fortunes to make it of"
}
lack=$(lacking)
if [ -n "$lack" ]; then
  echo "octavo alone, for beside Typst there is no" $lack
  exec $go test -run '^$' -bench 'Book|Command' -benchtime "${rounds}x" -timeout 30m ./cmd/octavo
fi

[ -d "$work/in/M" ] || /usr/bin/python3 "$peers/make_inputs.py" "$work/in"
[ -f "$work/in/cards/cards.typ" ] || /usr/bin/python3 "$peers/make_cards.py" "$work/in/cards"
[ -d "$work/books/M" ] || /usr/bin/python3 "$peers/make_books.py" "$work/in" "$work/books"

# A folder of its own keeps these figures apart from other runs.
bench=$(mktemp -d)
trap 'rm -rf "$bench"' EXIT
ln -s "$work/in" "$bench/in"
cp -r "$work/books" "$bench/books"
rm -rf "$bench"/books/*/build
measure() { # rounds, inputs
  local r=$1 n b; shift
  for n in "$@"; do
    b=$bench/books/$n
    WORK=$bench NPM_DIR=$npm "$peers/run.sh" -r "$r" -p typst014 \
      -x "octavo-pdf=$octavo build --force --quiet --only pdf -C $b && cp $b/build/bench-${n,,}.pdf {out}" \
      -x "octavo-all=$octavo build --force --quiet -C $b && cp $b/build/bench-${n,,}.pdf {out}" pdf "$n" >&2
  done
}
measure "$rounds" S M
measure "$large" L

# A deck of 1,000 cards, both sides on sheets, beside Typst's 500 fronts: after a build of the book, whose page numbers the
# backs bear, and without one, when the pages are set before the cards. And 100 cards as pictures for a print service.
b=$bench/books/cards
"$octavo" build --force --quiet --only pdf -C "$b" 2>/dev/null
hundred=$(seq -s, -f 'c%g' 1 100)
WORK=$bench NPM_DIR=$npm "$peers/run.sh" -r "$rounds" -p typst014 \
  -x "octavo-cards=$octavo cards -C $b -o {out}" \
  -x "octavo-cards-cold=mkdir -p {out}.cold && cp -r $b/book.toml $b/manuscript {out}.cold/ && $octavo cards -C {out}.cold -o {out}" \
  -x "octavo-png=$octavo cards export -C $b --for makeplayingcards --id $hundred -o {out}.png && touch {out}" cards >&2

# How each sets M, in the peers' face, size and measure: the peers that are installed, and octavo with a style that brings
# the font along. METRICS='typst014 xelatex lualatex' picks the peers.
faces=${FONTS:-/usr/share/fonts/truetype/liberation2}
metrics() {
  local b=$bench/books/face peer
  cp -r "$bench/books/M" "$b"
  mkdir -p "$b/styles/fonts"
  cp cmd/octavo/testdata/metrics/peers.toml "$b/styles/"
  cp "$faces"/LiberationSerif-*.ttf "$faces"/LiberationMono-Regular.ttf "$b/styles/fonts/"
  printf '\n[print]\nstyle = "peers"\n' >>"$b/book.toml"
  for peer in ${METRICS-lualatex xelatex}; do
    command -v "$peer" >/dev/null && command -v pandoc >/dev/null || continue
    WORK=$bench NPM_DIR=$npm "$peers/run.sh" -r 1 -p "$peer" pdf M >&2
  done
  "$octavo" build --force --quiet --only pdf -C "$b" >&2 && cp "$b/build/bench-m.pdf" "$bench/out/pdf/M/octavo-face.pdf"
  echo
  echo "how M is set: word space in ems, hyphens in a hundred lines, faults (testdata/metrics/typometrics.py)"
  /usr/bin/python3 cmd/octavo/testdata/metrics/typometrics.py "$bench"/out/pdf/M/{lualatex,typst014,xelatex,octavo-face}.pdf 2>/dev/null
}
if [ -d "$faces" ] && command -v pdftotext >/dev/null; then metrics; fi

echo
awk -F '\t' '
  function median(list,   v, n, i, j, t) {
    n = split(list, v, " ")
    for (i = 2; i <= n; i++) for (j = i; j > 1 && v[j-1] + 0 > v[j] + 0; j--) { t = v[j]; v[j] = v[j-1]; v[j-1] = t }
    return n % 2 ? v[(n+1)/2] : (v[n/2] + v[n/2+1]) / 2
  }
  $3 == 0 { sub("pdf/", "", $1); k = $2 SUBSEP $1; wall[k] = wall[k] " " $4; cpu[k] = cpu[k] " " $5; peak[k] = peak[k] " " $7; runs[k]++ }
  $3 != 0 { print "failed: " $1 " on " $2 " with exit code " $3 }
  END {
    split("S M L", input, " "); split("typst014 octavo-pdf octavo-all", what, " ")
    print "medians of the runs; octavo-pdf makes the PDF, octavo-all PDF, EPUB and cards"
    printf "%-6s %-11s %8s %8s %9s %9s %5s\n", "input", "", "wall s", "CPU s", "peak MiB", "of Typst", "runs"
    for (i = 1; i <= 3; i++) for (j = 1; j <= 3; j++) {
      k = input[i] SUBSEP what[j]
      if (!(k in wall)) continue
      m[k] = median(wall[k]); t = m[input[i] SUBSEP "typst014"]
      printf "%-6s %-11s %8.2f %8.2f %9.0f %8s%% %5d\n", input[i], what[j], m[k], median(cpu[k]), median(peak[k]), t ? sprintf("%.0f", 100 * m[k] / t) : "-", runs[k]
    }
    print "growth from M to L, which has ten times the words"
    for (j = 1; j <= 3; j++) if (m["M" SUBSEP what[j]] && m["L" SUBSEP what[j]])
      printf "%-6s %-11s %7.1fx\n", "", what[j], m["L" SUBSEP what[j]] / m["M" SUBSEP what[j]]
  }' "$bench/times.tsv"
echo
awk -F '\t' '
  function median(list,   v, n, i, j, t) {
    n = split(list, v, " ")
    for (i = 2; i <= n; i++) for (j = i; j > 1 && v[j-1] + 0 > v[j] + 0; j--) { t = v[j]; v[j] = v[j-1]; v[j-1] = t }
    return n % 2 ? v[(n+1)/2] : (v[n/2] + v[n/2+1]) / 2
  }
  $3 == 0 && sub("cards/", "", $1) { wall[$1] = wall[$1] " " $4; cpu[$1] = cpu[$1] " " $5; peak[$1] = peak[$1] " " $7 }
  END {
    n = split("typst014 octavo-cards octavo-cards-cold octavo-png", what, " ")
    said["typst014"] = "Typst: 500 fronts"; said["octavo-cards"] = "1,000 cards, fronts and backs"
    said["octavo-cards-cold"] = "the same, and the book for its page numbers"; said["octavo-png"] = "100 cards as PNG at 300 dpi"
    print "the deck"
    for (i = 1; i <= n; i++) if (what[i] in wall)
      printf "%-44s %8.2f s %8.2f s CPU %6.0f MiB\n", said[what[i]], median(wall[what[i]]), median(cpu[what[i]]), median(peak[what[i]])
  }' "$bench/times.tsv"
echo
echo "a command that does nothing, a check of M, and a build of it that finds nothing changed"
OCTAVO_BOOK=$bench/books/M $go test -run '^$' -bench Command -benchtime 20x ./cmd/octavo | grep ^Benchmark
