package pdftext

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/cos"
)

// file returns a PDF with pages of contents, and fonts F1 (simple, WinAnsi) and F2 (two bytes a code, with a ToUnicode map
// that calls every code by itself, and 1 "ffi"). Every letter is half its size wide.
func file(t testing.TB, extra string, contents ...string) *Document {
	t.Helper()
	var b strings.Builder
	var offsets []int
	object := func(body string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	stream := func(dict, data string) string {
		return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
	}
	b.WriteString("%PDF-1.4\n")
	var kids []string
	for i := range contents {
		kids = append(kids, fmt.Sprintf("%d 0 R", 8+2*i))
	}
	object("<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[0<</S/r>>2<</P(A-)/S/D/St 7>>]>>>>")
	object(fmt.Sprintf("<</Kids[%s]/Count %d/MediaBox[0 0 400 600]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>/XObject<</X 7 0 R>>>>%s>>",
		strings.Join(kids, " "), len(kids), extra))
	object("<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/f_f_i/uni00E9/quoteright]>>>>")
	object("<</Type/Font/Subtype/Type0/BaseFont/Y/Encoding/Identity-H/DescendantFonts[<</DW 500>>]/ToUnicode 5 0 R>>")
	object(stream("", "2 beginbfrange <0020> <007E> <0020> <00A0> <00A2> [<00E9> <D83DDE00> <00AD>] endbfrange 1 beginbfchar <0001> <006600660069> endbfchar"))
	object("null")
	object(stream("/Type/XObject/Subtype/Form/Matrix[1 0 0 1 50 0]", "BT /F1 10 Tf 0 100 Td (form) Tj ET /X Do"))
	for i, c := range contents {
		object(fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R>>", 9+2*i))
		object(stream("", c))
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n", len(offsets)+1, at)
	f, err := cos.Open(context.Background(), []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return Open(f)
}

func TestFlow(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{"BT /F1 10 Tf 50 500 Td (one two) Tj 0 -12 Td (three) Tj ET", "one two three"},
		{"BT /F1 10 Tf 50 500 Td (o\\001ce caf\\002 don\\003t) Tj ET", "office café don’t"},
		{"BT /F2 10 Tf 50 500 Td <006F000100630065002000A000A1> Tj ET", "office é😀"},
		{"BT /F1 10 Tf 50 500 Td [(on)-50(e)-400(two)] TJ T* ET", "one two"}, // a move is a space
		{"BT /F1 10 Tf 3 Tc 50 500 Td (a) Tj ET BT /F1 10 Tf 200 500 Td (b) Tj ET", "a b"},
		{"BT /F1 10 Tf 50 480 Td (below) Tj ET BT /F1 10 Tf 50 500 Td (above) Tj ET", "above below"},          // not in order
		{"BT /F2 10 Tf 50 500 Td <0073006F002D> Tj 0 -12 Td <00660061> Tj ET", "so-fa"},                       // a hyphen
		{"BT /F2 10 Tf 50 500 Td <0073006F00A2> Tj 0 -12 Td <00660061> Tj ET", "sofa"},                        // a soft one
		{"BT /F1 10 Tf 50 500 Td (word) Tj /F1 6 Tf 4 Ts (1) Tj 0 Ts /F1 10 Tf ( next) Tj ET", "word 1 next"}, // the mark of a note
		{"BT /F1 10 Tf 70 500 Td (hen he) Tj 0 -12 Td (came) Tj ET BT /F1 36 Tf 50 488 Td (W) Tj ET BT /F1 10 Tf 50 464 Td (last) Tj ET", "When he came last"},
		{"q 0 1 -1 0 300 100 cm BT /F1 10 Tf (up) Tj ET Q BT /F1 10 Tf 50 500 Td (level text) Tj ET", "level text"}, // laid across
		{"q 0 1 -1 0 300 100 cm BT /F1 10 Tf (all) Tj 0 -12 Td (turned) Tj ET Q", "all turned"},
		{"BT /F1 10 Tf 3 Tr 50 500 Td (hidden) Tj 0 Tr 0 -20 Td (seen) Tj ET", "seen"},
		{"BT /F1 10 Tf 3 Tr 50 500 Td (scanned) Tj ET", "scanned"},
		{"/X Do BT /F1 10 Tf 50 500 Td (page) Tj ET", "page form"},
		{"BT /F1 10 Tf 50 500 Td (a) Tj ET BI /W 1 /H 1 ID (no) Tj EI BT /F1 10 Tf 60 500 Td (b) Tj ET", "a b"},
		{"2 0 0 2 0 0 cm BT 14 TL /F1 5 Tf 25 250 Td (one) Tj (two) ' 1 1 (three) \" ET", "one two three"},
		{"BT /F1 10 Tf 999999999 999999999 Td (far) Tj ET", ""},
		{"", ""},
	} {
		d := file(t, "", c.content)
		text, err := d.Text(d.Pages[0])
		if err != nil || text.Flow != c.want && strings.TrimSpace(text.Flow) != c.want {
			t.Errorf("%s: %q, %v; want %q", c.content, text.Flow, err, c.want)
		}
	}
}

func TestMarks(t *testing.T) {
	d := file(t, "", "BT /F1 10 Tf 50 500 Td (one two three) Tj 0 -12 Td (four five) Tj ET")
	text, err := d.Text(d.Pages[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		quads []Rect
		want  string
	}{
		{[]Rect{content.Corners(50, 498, 64, 508)}, "[one] two three four five"},
		{[]Rect{content.Corners(56, 498, 81, 508)}, "o[ne tw]o three four five"}, // by letters
		{[]Rect{content.Corners(90, 498, 115, 508), content.Corners(50, 486, 70, 496)}, "one two [three four] five"},
		{[]Rect{content.Corners(50, 498, 64, 508), content.Corners(75, 486, 95, 496)}, "[one five]"},
		{[]Rect{content.Corners(300, 498, 400, 508)}, ""},
	} {
		p, ok := text.Marked(text.Under(c.quads))
		got := p.Before + "[" + p.Words + "]" + p.After
		if !ok {
			got = ""
		}
		if got != c.want {
			t.Errorf("%v: %s, want %s", c.quads, got, c.want)
		}
	}
	rough := text.WholeWords(text.Under([]Rect{content.Corners(58, 498, 82, 508)}))
	if p, _ := text.Marked(rough); p.Words != "two" {
		t.Errorf("the rough mark is %q", p.Words)
	}
	for at, want := range map[[2]float64]string{{71, 503}: "one ^two three four five", {300, 490}: "one two three four five^", {10, 503}: "^one two three four five"} {
		flow, line, ok := text.At(at[0], at[1])
		if got := text.Flow[:flow] + "^" + text.Flow[flow:]; !ok || got != want || (line == 1) != (at[1] < 495) {
			t.Errorf("%v is %s on line %d, want %s", at, got, line, want)
		}
	}
}

func TestLabels(t *testing.T) {
	d := file(t, "", "", "", "", "")
	var got []string
	for _, p := range d.Pages {
		got = append(got, p.Label)
	}
	if s := strings.Join(got, " "); s != "i ii A-7 A-8" {
		t.Errorf("labels %s", s)
	}
	for n, want := range map[int]string{1: "i", 4: "iv", 1994: "mcmxciv", 88: "lxxxviii"} {
		if got := roman(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
	if got := numeral("A", 28); got != "BB" {
		t.Errorf("the 28th letter is %s", got)
	}
}

// FuzzText reads pages of any content.
func FuzzText(f *testing.F) {
	f.Add("BT /F1 10 Tf 50 500 Td (one) Tj ET")
	f.Add("BT /F2 1 Tf 1 0 0 1 50 500 Tm [<0041> -300 <0042>] TJ T* (x) ' ET q Q BI ID EI /X Do")
	f.Fuzz(func(t *testing.T, content string) {
		d := file(t, "", content)
		text, _ := d.Text(d.Pages[0])
		var all Marks
		for i := range text.Letters {
			if i%3 > 0 {
				all = append(all, i)
			}
		}
		text.Marked(text.WholeWords(all))
		text.At(1, 1)
		for i := range text.Lines {
			text.Line(i)
		}
		if len(text.at) != len(text.Letters)+1 {
			t.Errorf("%d places for %d letters", len(text.at), len(text.Letters))
		}
	})
}

// What stands for a text that is shown is its text: of a ligature, of letters one by one, of signs that no font has.
func TestActualText(t *testing.T) {
	for content, want := range map[string]string{
		"BT /F1 10 Tf /Span<</ActualText(fi)>> BDC (x) Tj EMC (ne) Tj ET":                                  "fine",
		"BT /F1 10 Tf /Span<</ActualText<FEFF00410042>>> BDC (xy) Tj EMC (C) Tj ET":                        "ABC",
		"BT /F1 10 Tf /Span<</ActualText()>> BDC (x) Tj EMC (y) Tj ET":                                     "y",
		"BT /F1 10 Tf /P <</MCID 0>> BDC (a) Tj /Span<</ActualText(b)>> BDC (x) Tj EMC EMC EMC (c) Tj ET":  "abc",
		"BT /F1 10 Tf /Span<</ActualText(long)>> BDC (a) Tj /Span<</ActualText(z)>> BDC (b) Tj EMC EMC ET": "long",
		"BT /F1 10 Tf /Span<</ActualText(never closed)>> BDC (ab) Tj ET":                                   "ab",
	} {
		d := file(t, "", content)
		text, err := d.Text(d.Pages[0])
		if err != nil || text.Flow != want {
			t.Errorf("%s: %q, %v", content, text.Flow, err)
		}
	}
}

// Two pages side by side are read one after the other; a list with numbers beside it is one column.
func TestColumns(t *testing.T) {
	var two, one strings.Builder
	for i := range 12 {
		fmt.Fprintf(&two, "BT /F1 10 Tf 10 %d Td (left %d of it) Tj ET BT /F1 10 Tf 200 %[1]d Td (right %[2]d of it) Tj ET\n", 500-12*i, i)
		fmt.Fprintf(&one, "BT /F1 10 Tf 10 %d Td (left %d of it right up to the end) Tj ET\n", 500-12*i, i)
	}
	fmt.Fprint(&two, "BT /F1 10 Tf 10 20 Td (file:///home/reader/book.pdf printed on Friday, in one line) Tj ET")
	fmt.Fprint(&one, "BT /F1 10 Tf 300 500 Td (5) Tj ET BT /F1 10 Tf 300 488 Td (10) Tj ET")
	d := file(t, "", two.String())
	text, err := d.Text(d.Pages[0])
	if err != nil {
		t.Fatal(err)
	}
	columns := text.Columns()
	if columns == nil || !strings.Contains(columns.Flow, "left 11 of it file:") && !strings.Contains(columns.Flow, "left 11 of it right 0 of it") {
		t.Errorf("%v\n%s", text.gutters(), text.Flow)
	} else if !strings.Contains(columns.Flow, "left 0 of it left 1 of it") || !strings.Contains(columns.Flow, "right 10 of it right 11 of it") {
		t.Error(columns.Flow)
	}
	d = file(t, "", one.String())
	if text, err := d.Text(d.Pages[0]); err != nil || text.Columns() != nil {
		t.Errorf("%v: %v", err, text.gutters())
	}
}
