#!/bin/sh
# Records what HarfBuzz's own hb-shape (Debian: libharfbuzz-bin) makes of words.txt, for TestShapeAgainstHarfBuzz.
# Each line of the output: font, features, text, glyphs as id@cluster+advance.
cd "$(dirname "$0")" || exit 1
fonts=../../../../../styles/fonts
for font in EBGaramond-Regular EBGaramond-Italic EBGaramond-SemiBold; do
	for features in "" smcp,c2sc onum sups liga=0,clig=0,dlig=0; do
		while IFS= read -r text; do
			glyphs=$(printf '%s' "$text" | hb-shape --no-glyph-names --language=en --script=latn --direction=ltr \
				--utf8-clusters ${features:+--features="$features"} "$fonts/$font.ttf")
			printf '%s\t%s\t%s\t%s\n' "$font" "$features" "$text" "$glyphs"
		done <words.txt
	done
done >harfbuzz.tsv
