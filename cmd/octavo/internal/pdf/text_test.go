package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

func TestExtract(t *testing.T) {
	f := regular(t)
	for _, test := range []struct {
		name     string
		font     *typeset.Face
		text     string
		features font.Features
	}{
		{"ligatures", f, "office ffi flow fjord Thistle", 0},
		{"small caps", f, "Small Caps and fi", font.SmallCaps},
		{"all small caps", f, "NASA and VAT", font.AllSmallCaps},
		{"superiors", f, "note 123 here", font.Superiors},
		{"old style", f, "in 1984 and 2026", font.OldStyle},
		{"quotes", f, "“Don’t” — she said… ‘yes’", 0},
		{"absent and astral", f, "one 漢 two 字 three 😀 four 𝒜 end", 0},
		{"one missing glyph", f, "漢字漢字", 0},
		{"accents", f, "Zoë Ångström naïve façade", 0},
		{"combining", f, "x\u0301 q\u0308 m\u0323", 0},
		{"string syntax", loadFont(t, "CourierPrime-Regular"), `f(x) { a \ b } (c)`, 0},
		{"italic", loadFont(t, "EBGaramond-Italic"), "gg fi Qu st", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := write(t, document(pageOf(run(test.font, 54*pt, 72*pt, 12*pt, test.text, test.features))))
			if got := strings.TrimSpace(extract(t, out)); got != test.text {
				t.Errorf("%q, want %q", got, test.text)
			}
		})
	}
}

// A line of several runs, sizes and fonts, with words that end where a run ends, and a line below it.
func TestExtractLine(t *testing.T) {
	f, italic := regular(t), loadFont(t, "EBGaramond-Italic")
	x := 54 * pt
	var items []page.Item
	for _, part := range []*page.Text{
		run(f, 0, 72*pt, 12*pt, "A manager ", 0), run(italic, 0, 72*pt, 12*pt, "reminds", 0),
		run(f, 0, 72*pt, 12*pt, " people", 0), run(f, 0, 72*pt-4*pt, 7*pt, "1", 0),
		run(f, 0, 72*pt, 12*pt, " who they ", 0), run(f, 0, 72*pt, 12*pt, "are.", font.SmallCaps),
	} {
		part.X = x
		x += width(part)
		items = append(items, part)
	}
	items = append(items, run(f, 54*pt, 90*pt, 12*pt, "Below.", 0))
	out := write(t, document(pageOf(items...)))
	got := strings.Join(strings.Fields(extract(t, out)), " ")
	if want := "A manager reminds people1 who they are. Below."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Glyphs that share a cluster and are not as many as its characters: the text comes once.
func TestExtractSharedCluster(t *testing.T) {
	f := regular(t)
	text := run(f, 54*pt, 72*pt, 12*pt, "xab y", 0)
	text.Text = "x7 y" // the glyphs a and b both stand for 7
	for i, at := range []int32{0, 1, 1, 2, 3} {
		text.Glyphs[i].At = at
	}
	out := write(t, document(pageOf(text)))
	if got := strings.TrimSpace(extract(t, out)); got != "x7 y" {
		t.Errorf("%q", got)
	}
}

// More different texts than the private use area has room for, and more than a cmap's length can tell.
func TestManyCodes(t *testing.T) {
	f := regular(t)
	var pages []*page.Page
	var want []string
	const n, perLine = 12_000, 40
	x := f.Glyph('x')
	for i := 0; i < n; i += perLine {
		if i%(perLine*40) == 0 {
			pages = append(pages, pageOf())
		}
		p := pages[len(pages)-1]
		line := &page.Text{X: 54 * pt, Y: page.Length(40+12*len(p.Items)) * pt, Font: f.Font, Size: 8 * pt,
			Color: page.Black}
		for k := range perLine {
			at := int32(len(line.Text))
			line.Text += string(rune('A'+k%26)) + strconv.Itoa(i+k) + " "
			line.Glyphs = append(line.Glyphs, page.Glyph{ID: x, At: at, Advance: int32(4 * pt)},
				page.Glyph{ID: f.Glyph(' '), At: int32(len(line.Text) - 1), Advance: int32(3 * pt)})
		}
		want = append(want, strings.Fields(line.Text)...)
		p.Items = append(p.Items, line)
	}
	out := write(t, document(pages...))
	checkStructure(t, out)
	if got := strings.Fields(extract(t, out)); strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("%d words that begin with %q, want %d that begin with %q", len(got), got[:3], len(want), want[:3])
	}
}

// Every code is used once, none is a space, a control or half of an astral character.
func TestSpareCodes(t *testing.T) {
	seen := map[uint16]bool{}
	for i := range spareCodes {
		c := spareCode(i)
		if seen[c] || !natural(rune(c)) || (c >= 0x2000 && c < 0x2070) || c == 0x3000 || c == 0xA0 || c == 0xFEFF {
			t.Fatalf("code %d is %04X", i, c)
		}
		seen[c] = true
	}
}

// shown is a glyph as a reader of the content stream would place it.
type shown struct {
	code    uint16
	x, y    float64
	em, top float64 // size, rise
}

// interpret runs the text operators of a content stream.
func interpret(t *testing.T, stream []byte, widths map[string]map[uint16]float64) []shown {
	t.Helper()
	var out []shown
	var operands []string
	var face string
	var size, rise, x, lineX, lineY float64
	show := func(token string) {
		codes := unescape(token[1 : len(token)-1])
		for i := 0; i+1 < len(codes); i += 2 {
			code := binary.BigEndian.Uint16(codes[i:])
			out = append(out, shown{code, x, lineY, size, rise})
			w, ok := widths[face][code]
			if !ok {
				t.Fatalf("code %04X of %s has no width", code, face)
			}
			x += w / 1000 * size
		}
	}
	num := func(s string) float64 {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for len(stream) > 0 {
		token := nextToken(&stream)
		switch token {
		case "":
		case "BT":
			lineX, lineY = 0, 0
		case "Tf":
			face, size = operands[0], num(operands[1])
		case "Ts":
			rise = num(operands[0])
		case "Td":
			lineX, lineY = lineX+num(operands[0]), lineY+num(operands[1])
			x = lineX
		case "TJ":
			for _, o := range operands {
				if o[0] == '(' {
					show(o)
				} else if o != "[" && o != "]" {
					x -= num(o) / 1000 * size
				}
			}
		case "k", "ET":
		default:
			operands = append(operands, token)
			continue
		}
		operands = operands[:0]
	}
	return out
}

func nextToken(s *[]byte) string {
	b := bytes.TrimLeft(*s, " \n")
	n := 0
	switch {
	case len(b) == 0:
	case b[0] == '(':
		for depth := 0; ; n++ {
			if b[n] == '\\' {
				n++
			} else if b[n] == '(' {
				depth++
			} else if b[n] == ')' {
				if depth--; depth == 0 {
					n++
					break
				}
			}
		}
	case b[0] == '[' || b[0] == ']':
		n = 1
	default:
		n = bytes.IndexAny(b, " \n[](")
	}
	*s = b[n:]
	return string(b[:n])
}

func unescape(s string) []byte {
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
			if s[i] == 'r' {
				out = append(out, '\r')
				continue
			}
		}
		out = append(out, s[i])
	}
	return out
}

// Every glyph is within 1/1000 em of its place, however long the line and whatever the font's units.
func TestPlaces(t *testing.T) {
	var items []page.Item
	y := 40 * pt
	for _, name := range []string{"EBGaramond-Regular", "EBGaramond-Italic", "CourierPrime-Regular"} {
		f := loadFont(t, name)
		for i, size := range []page.Length{7 * pt, 10*pt + pt/2, 11*pt + 12345, 24 * pt} {
			words := strings.Repeat("To Wave AVA office, (x\\y) e\u0323\u0302 ", 6)
			line := run(f, 54*pt+page.Length(i*777), y, size, words, 0)
			for k := range line.Glyphs { // justified, with spaces that are no round number
				if line.Text[line.Glyphs[k].At] == ' ' {
					line.Glyphs[k].Advance += int32(12_345 + 100*k)
				}
				if k%11 == 5 {
					line.Glyphs[k].DY += int32(k) * 1000
					line.Glyphs[k].DX -= int32(k) * 500
				}
			}
			next := run(f, line.X+width(line), y, size, "next run", font.SmallCaps)
			items = append(items, line, next, run(f, 700*pt, y, size, "far away", 0))
			y += 20*pt + 7
		}
	}
	doc := document(pageOf(items...))
	u, err := collect(doc, &Plain, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := u.assignCodes(); err != nil {
		t.Fatal(err)
	}
	// The widths are those of the font's own hmtx, which the embedded font keeps.
	widths := map[string]map[uint16]float64{}
	for i, use := range u.fonts {
		w := map[uint16]float64{}
		for _, c := range use.codes {
			w[c.code] = math.Round(float64(use.font.Advance(c.glyph)) * 1000 / float64(use.font.Upem))
		}
		widths[fontName(i)] = w
	}
	c := &content{uses: u}
	if err := c.page(&u.frames[0]); err != nil {
		t.Fatal(err)
	}
	got := interpret(t, c.b, widths)
	n := 0
	for _, item := range items {
		text := item.(*page.Text)
		pen := text.X
		for i, s := range clusters(text) {
			if n >= len(got) {
				t.Fatalf("only %d glyphs", len(got))
			}
			g, at := text.Glyphs[i], got[n]
			n++
			milli := text.Size.Points() / 1000
			if d := at.x - (pen + page.Length(g.DX)).Points(); math.Abs(d) > milli {
				t.Errorf("glyph %d of %.20q is off by %.2f/1000 em", i, text.Text, d/milli)
			}
			if d := 612 - at.y - text.Y.Points(); math.Abs(d) > 0.001 {
				t.Errorf("glyph %d of %.20q is %f pt off its baseline", i, text.Text, d)
			}
			if d := at.top - page.Length(g.DY).Points(); math.Abs(d) > 0.001 {
				t.Errorf("glyph %d of %.20q is raised by %f pt too much", i, text.Text, d)
			}
			if code := u.fonts[u.byFont[text.Font]].find(g.ID, s).code; code != at.code {
				t.Errorf("glyph %d of %.20q is code %04X, want %04X", i, text.Text, at.code, code)
			}
			pen += page.Length(g.Advance)
		}
	}
	if n != len(got) {
		t.Errorf("%d glyphs, want %d", len(got), n)
	}
}

func TestContentState(t *testing.T) {
	f := regular(t)
	first := run(f, 54*pt, 72*pt, 12*pt, "ab", 0)
	second := run(f, first.X+width(first), 72*pt, 12*pt, "nn", 0)
	below := run(f, 54*pt, 90*pt, 12*pt, "ef", 0)
	doc := document(pageOf(first, second, below, &page.Rule{X: pt, Y: 2 * pt, W: 3 * pt, H: pt / 4, Color: page.Black},
		&page.Rule{X: pt, Y: 2 * pt, W: 3 * pt, H: pt, Color: page.Color{C: 5, K: 50}}))
	u, err := collect(doc, &Plain, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := u.assignCodes(); err != nil {
		t.Fatal(err)
	}
	c := &content{uses: u}
	if err := c.page(&u.frames[0]); err != nil {
		t.Fatal(err)
	}
	const want = "BT\n0 0 0 1 k\n/F1 12 Tf\n54 540 Td\n[(\x00a\x00b\x00n\x00n)]TJ\n0 -18 Td\n[(\x00e\x00f)]TJ\nET\n" +
		"1 609.75 3 0.25 re f\n0.05 0 0 0.5 k\n1 609 3 1 re f\n"
	if string(c.b) != want {
		t.Errorf("%q, want\n%q", c.b, want)
	}
}

func TestAppendDecimal(t *testing.T) {
	for _, test := range []struct {
		v        int64
		decimals int
		want     string
	}{{0, 3, "0"}, {5, 3, "0.005"}, {-5, 3, "-0.005"}, {12_340, 3, "12.34"}, {-1000, 3, "-1"}, {7, 0, "7"},
		{10_500_000, 6, "10.5"}, {11_188_370, 6, "11.18837"}, {100, 2, "1"}} {
		if got := string(appendDecimal(nil, test.v, test.decimals)); got != test.want {
			t.Errorf("%d / 10^%d is %q, want %q", test.v, test.decimals, got, test.want)
		}
	}
}

func TestWidths(t *testing.T) {
	codes := []coded{{code: 32, width: 250}, {code: 33, width: 300}, {code: 40, width: 0}, {code: 0xE000, width: 500},
		{code: 0xE001, width: 1000}}
	if got, want := string(widths(codes)), "32[250 300]40[0]57344[500 1000]"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestToUnicode(t *testing.T) {
	codes := []coded{{pair: pair{1, "ffi"}, code: 0xE000}, {pair: pair{0, "😀"}, code: 0xE001},
		{pair: pair{2, ""}, code: 0xE002}}
	got := string(toUnicode(codes))
	const want = "3 beginbfchar\n<E000> <006600660069>\n<E001> <D83DDE00>\n<E002> <>\nendbfchar\n"
	if !strings.Contains(got, want) {
		t.Errorf("%s", got)
	}
	many := make([]coded, 250)
	got = string(toUnicode(many))
	if strings.Count(got, "100 beginbfchar") != 2 || !strings.Contains(got, "\n50 beginbfchar") {
		t.Error("a block holds at most 100 codes")
	}
}

func TestClusters(t *testing.T) {
	for _, test := range []struct {
		text string
		at   []int32
		want string
	}{
		{"ffi x", []int32{0, 3, 4}, "[ffi   x]"},
		{"e\u0301x", []int32{0, 0, 3}, "[e \u0301 x]"}, // as many glyphs as characters
		{"1x", []int32{0, 0, 1}, "[1  x]"},             // more glyphs
		{"abcx", []int32{0, 0, 3}, "[abc  x]"},         // fewer
		{"abc", []int32{2, 1, 0}, "[c b a]"},           // from right to left
		{"ab", []int32{-5, 1, 9}, "[a b ]"},            // nonsense
		{"", []int32{0, 0}, "[ ]"},                     // nothing to extract
		{"añb", []int32{0, 1, 3}, "[a ñ b]"},           // bytes, not characters
		{"lead", []int32{2}, "[ad]"},                   // text before the first glyph
	} {
		run := &page.Text{Text: test.text}
		for _, at := range test.at {
			run.Glyphs = append(run.Glyphs, page.Glyph{At: at})
		}
		var got []string
		for _, s := range clusters(run) {
			got = append(got, s)
		}
		if fmt.Sprint(got) != test.want {
			t.Errorf("%q %v: %q, want %s", test.text, test.at, got, test.want)
		}
	}
}
