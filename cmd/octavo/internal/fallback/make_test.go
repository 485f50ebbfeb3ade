package fallback

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/golden"
	"octavo/cmd/octavo/internal/sfnt"
)

const styles = "../../../../styles/"

// sources are the folders that the fonts are cut from, by the first letter of a recipe's file: that into which npm has put the packages
// @expo-google-fonts/… (n), that of Debian's package fonts-noto-core 20201225 (d), and where its packages fonts-dejavu-core and
// fonts-dejavu-mono 2.37 put theirs (v).
func sources() map[string]string {
	return map[string]string{"n": os.Getenv("NPM_FONTS"), "d": os.Getenv("DEBIAN_FONTS"), "v": "/usr/share/fonts/truetype/dejavu"}
}

// blocks are the Unicode blocks of which books use signs that text faces lack, as DejaVu has them.
var blocks = [][2]rune{{0x2010, 0x205E}, {0x2070, 0x209C}, {0x20A0, 0x20BF}, {0x2100, 0x218B}, {0x2190, 0x23FF}, {0x2422, 0x2423}, {0x2460, 0x27BF},
	{0x27C0, 0x27FF}, {0x2900, 0x297F}, {0x2A00, 0x2BFF}, {0x1D538, 0x1D56B}, {0x1D7D8, 0x1D7E1}, {' ', ' '}, {'x', 'x'}, {'H', 'H'}}

// codeBlocks are those of code, with letters of mathematics.
var codeBlocks = append([][2]rune{{0x370, 0x3FF}, {0x400, 0x45F}, {0x2800, 0x28FF}}, blocks...)

// recipe is how a fallback font is made.
type recipe struct {
	name, from string
	keep       []rune   // nil: all that it has
	features   []string // beside those that text always needs
}

// runes returns the characters of ranges.
func runes(spans ...[2]rune) (out []rune) {
	for _, s := range spans {
		for r := s[0]; r <= s[1]; r++ {
			out = append(out, r)
		}
	}
	return out
}

// alphabets are Latin, Greek and Cyrillic with phonetics and what goes with them.
var alphabets = [][2]rune{{0x20, 0x7E}, {0xA0, 0x52F}, {0x1AB0, 0x1ACE}, {0x1C80, 0x1C8F}, {0x1D00, 0x1FFF}, {0x2000, 0x2071}, {0x2074, 0x209C},
	{0x20A0, 0x20C0}, {0x20D0, 0x20F0}, {0x2100, 0x218B}, {0x2212, 0x2212}, {0x25CC, 0x25CC}, {0x2C60, 0x2C7F}, {0x2DE0, 0x2E5D}, {0xA640, 0xA69F},
	{0xA700, 0xA7FF}, {0xAB30, 0xAB6B}, {0xFB00, 0xFB06}, {0xFE20, 0xFE2F}}

// indic are the features that the scripts of India are shaped with (Microsoft, "Developing OpenType fonts for Devanagari script").
var indic = []string{"nukt", "akhn", "rphf", "rkrf", "pref", "blwf", "abvf", "half", "pstf", "vatu", "cjct", "pres", "abvs", "blws", "psts",
	"haln", "dist", "abvm", "blwm"}

// recipes returns how the fonts are made.
func recipes() []recipe {
	var out []recipe
	text := runes(alphabets...)
	for _, f := range []struct{ to, family, file string }{{"NotoSerif", "noto-serif", "NotoSerif"}, {"NotoSans", "noto-sans", "NotoSans"}} {
		for _, w := range [][2]string{{"Regular", "400Regular"}, {"Italic", "400Regular_Italic"}, {"Bold", "700Bold"}, {"BoldItalic", "700Bold_Italic"}} {
			out = append(out, recipe{f.to + "-" + w[0], "n/" + f.family + "/" + w[1] + "/" + f.file + "_" + w[1] + ".ttf", text, nil})
		}
	}
	out = append(out, recipe{"NotoSansMono-Regular", "n/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf", text, nil})
	for _, f := range []struct{ to, family string }{{"NotoSerifHebrew", "noto-serif-hebrew"}, {"NotoSansHebrew", "noto-sans-hebrew"},
		{"Amiri", "amiri"}, {"NotoSansArabic", "noto-sans-arabic"}} {
		for _, w := range [][2]string{{"Regular", "400Regular"}, {"Bold", "700Bold"}} {
			out = append(out, recipe{f.to + "-" + w[0], "n/" + f.family + "/" + w[1] + "/" + f.to + "_" + w[1] + ".ttf", nil, nil})
		}
	}
	signs := append(runes([2]rune{0x20, 0x20}, [2]rune{'x', 'x'}, [2]rune{'H', 'H'}, [2]rune{0x2000, 0x2E7F}, [2]rune{0x3000, 0x303F}), runes([2]rune{0x1D000, 0x1FBFF})...)
	emoji := append(runes([2]rune{0xA9, 0xAE}, [2]rune{'#', '9'}, [2]rune{0x1F000, 0x1FFFF}, [2]rune{0xE0020, 0xE007F}), signs...)
	out = append(out,
		recipe{"NotoSansMath-Regular", "n/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf", signs, nil},
		recipe{"NotoSansSymbols2-Regular", "n/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf", signs, nil},
		recipe{"NotoSansSymbols-Regular", "n/noto-sans-symbols/400Regular/NotoSansSymbols_400Regular.ttf", signs, nil},
		recipe{"NotoEmoji-Regular", "n/noto-emoji/400Regular/NotoEmoji_400Regular.ttf", emoji, nil},
		recipe{"NotoMusic-Regular", "d/NotoMusic-Regular.ttf", signs, nil},
		recipe{"DejaVuSans-Signs", "v/DejaVuSans.ttf", runes(append(codeBlocks[:1:1], blocks...)...), nil},
		recipe{"DejaVuSansMono-Signs", "v/DejaVuSansMono.ttf", runes(codeBlocks...), nil})
	for _, name := range Scripts {
		out = append(out, recipe{name + "-Regular", "d/" + name + "-Regular.ttf", nil, indic})
	}
	return append(out, ideographRecipes()...)
}

// ideographRecipes returns those of Japanese, Chinese and Korean: what is common by the first levels of their national standards.
func ideographRecipes() (out []recipe) {
	const jp, sc, kr = "n/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf", "n/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
		"n/noto-serif-kr/400Regular/NotoSerifKR_400Regular.ttf"
	kana := runes([2]rune{0x20, 0x20}, [2]rune{'x', 'x'}, [2]rune{'H', 'H'}, [2]rune{0x2E80, 0x33FF}, [2]rune{0xFE10, 0xFE4F}, [2]rune{0xFF00, 0xFFEF})
	out = append(out, recipe{"NotoSerifJP-Kana", jp, kana, []string{"vert"}})
	parts := func(name, from string, all []rune, n int) {
		for i := range n {
			part := all[i*len(all)/n : (i+1)*len(all)/n]
			out = append(out, recipe{fmt.Sprintf("%s-%d", name, i+1), from, append([]rune(" xH"), part...), nil})
		}
	}
	common := rows(japanese.EUCJP, 16, 47)
	parts("NotoSerifJP", jp, common, 2)
	more := append(rows(japanese.EUCJP, 48, 84), big5()...)
	slices.Sort(more)
	more = slices.Compact(slices.DeleteFunc(more, func(r rune) bool { return slices.Contains(common, r) }))
	parts("NotoSerifJP-More", jp, more, 3)
	parts("NotoSerifSC", sc, rows(simplifiedchinese.GBK, 16, 55), 2)
	parts("NotoSerifKR", kr, append(runes([2]rune{0x1100, 0x11FF}, [2]rune{0x3131, 0x318E}), rows(korean.EUCKR, 16, 40)...), 2)
	return out
}

// rows returns the characters of rows of a national standard of 94 rows of 94, in the order of Unicode.
func rows(enc encoding.Encoding, first, last byte) (out []rune) {
	dec := enc.NewDecoder()
	for row := first; row <= last; row++ {
		for cell := byte(1); cell <= 94; cell++ {
			if s, err := dec.String(string([]byte{0xA0 + row, 0xA0 + cell})); err == nil {
				if r := []rune(s); len(r) == 1 && r[0] != unicode.ReplacementChar {
					out = append(out, r[0])
				}
			}
		}
	}
	slices.Sort(out)
	return out
}

// big5 returns the characters of traditional Chinese that Big5 calls frequent.
func big5() (out []rune) {
	dec := traditionalchinese.Big5.NewDecoder()
	for high := byte(0xA4); high <= 0xC6; high++ {
		for low := byte(0x40); low < 0xFF; low++ {
			s, err := dec.String(string([]byte{high, low}))
			if r := []rune(s); err == nil && len(r) == 1 && unicode.Is(unicode.Han, r[0]) {
				out = append(out, r[0])
			}
		}
	}
	return out
}

// TestMake makes the fonts anew with -update, from the folders that the environment names, and their table.
func TestMake(t *testing.T) {
	from := sources()
	if !golden.Updating() || from["n"] == "" || from["d"] == "" {
		t.Skip("needs -update, NPM_FONTS and DEBIAN_FONTS")
	}
	var table bytes.Buffer
	total := 0
	for _, r := range recipes() {
		folder, path, _ := strings.Cut(r.from, "/")
		data, err := os.ReadFile(filepath.Join(from[folder], path))
		if err != nil {
			t.Fatal(err)
		}
		f, err := font.New(r.name, data)
		if err != nil {
			t.Fatal(err)
		}
		keep := r.keep
		if keep == nil {
			keep = runes([2]rune{0x20, 0x2FFFF})
		}
		keep = slices.DeleteFunc(slices.Clone(keep), func(c rune) bool { return !f.Has(c) })
		if data, err = sfnt.Subset(data, keep, r.features); err != nil {
			t.Fatal(r.name, err)
		}
		var packed bytes.Buffer
		w, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
		w.Write(data)
		w.Close()
		if err := os.WriteFile(styles+Folder+r.name+".ttf.gz", packed.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		total += packed.Len()
		t.Logf("%-28s %5d characters %8d %8d", r.name, len(keep), len(data), packed.Len())
		fmt.Fprintf(&table, "%s%s\n", r.name, ranges(data, t))
	}
	t.Logf("%d bytes", total)
	if err := os.WriteFile(styles+coverageName, table.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// ranges returns what a font covers, in the form of the table.
func ranges(data []byte, t *testing.T) string {
	f, err := font.New("cut", data)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for r := rune(0x20); r < 0xE0080; r++ {
		if !f.Has(r) {
			continue
		}
		first := r
		for f.Has(r + 1) {
			r++
		}
		if fmt.Fprintf(&b, " %X", first); r > first {
			fmt.Fprintf(&b, "-%X", r)
		}
	}
	return b.String()
}
