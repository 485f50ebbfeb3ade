package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// checkStructure holds a file against the rules of ISO 32000-1, 7.5: every xref entry leads to its object, every stream
// is as long as it says, every reference leads to an object, and nothing stands between the objects.
func checkStructure(t *testing.T, file []byte) {
	t.Helper()
	m := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(file)
	if m == nil || !bytes.HasPrefix(file, []byte("%PDF-1.")) {
		t.Fatal("no header or no startxref at the end")
	}
	at, _ := strconv.Atoi(string(m[1]))
	lines := strings.SplitAfter(string(file[at:]), "\n")
	var size int
	if n, _ := fmt.Sscanf(lines[0]+lines[1], "xref\n0 %d\n", &size); n != 1 || len(lines[2]) != 20 {
		t.Fatalf("startxref leads to %q", lines[0]+lines[1])
	}
	next := len("%PDF-1.7\n%....\n")
	for n := 1; n < size; n++ {
		entry := lines[2+n]
		offset, _ := strconv.Atoi(entry[:10])
		if offset != next || entry[10:] != " 00000 n \n" {
			t.Fatalf("object %d: entry %q, but the object before ends at %d", n, entry, next)
		}
		rest, ok := bytes.CutPrefix(file[offset:at], fmt.Appendf(nil, "%d 0 obj\n", n))
		if !ok {
			t.Fatalf("object %d is not at %d", n, offset)
		}
		dict := rest[:bytes.Index(rest, []byte("\nendobj\n"))]
		end := len(dict)
		if i := bytes.Index(rest[:end], []byte("\nstream\n")); i >= 0 {
			dict = rest[:i]
			length, _ := strconv.Atoi(string(regexp.MustCompile(`/Length (\d+)`).FindSubmatch(dict)[1]))
			end = i + len("\nstream\n") + length + len("\nendstream")
			if !bytes.HasPrefix(rest[end-len("\nendstream"):], []byte("\nendstream\nendobj\n")) {
				t.Fatalf("object %d: its stream is not %d bytes long", n, length)
			}
		}
		for _, r := range regexp.MustCompile(`(\d+) 0 R`).FindAllSubmatch(dict, -1) {
			if to, _ := strconv.Atoi(string(r[1])); to < 1 || to >= size {
				t.Errorf("object %d: reference to %d, which is not there", n, to)
			}
		}
		next = offset + len(fmt.Sprintf("%d 0 obj\n", n)) + end + len("\nendobj\n")
	}
	if next != at {
		t.Errorf("the last object ends at %d, the xref table is at %d", next, at)
	}
	if !regexp.MustCompile(`/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]>>`).Match(file[at:]) {
		t.Error("no ID in the trailer")
	}
}

// small returns a document with something of everything.
func small(t testing.TB) *page.Document {
	f, italic := regular(t), loadFont(t, "EBGaramond-Italic")
	red, blue := page.Color{M: 100, Y: 100}, page.Color{C: 100, M: 60}
	picture := &page.Picture{Name: "arrow.png", Format: "png", Data: encodePNG(t, arrow(false))}
	first := pageOf(
		run(f, 54*pt, 72*pt, 24*pt, "Write This Down", 0),
		&page.Rule{X: 54 * pt, Y: 80 * pt, W: 288 * pt, H: pt / 2, Color: page.Black},
		run(f, 54*pt, 110*pt, 12*pt, "A link to the next page", 0),
		&page.Link{X: 54 * pt, Y: 100 * pt, W: 120 * pt, H: 14 * pt, Anchor: "next"},
		run(italic, 54*pt, 130*pt, 12*pt, "and one to a site", 0),
		&page.Link{X: 54 * pt, Y: 120 * pt, W: 120 * pt, H: 14 * pt, URL: "https://example.org/a (ü)"},
		&page.Path{Fill: &blue, Stroke: &red, Width: 2 * pt, Segments: []page.Segment{
			{Op: page.MoveTo, X: 100 * pt, Y: 200 * pt}, {Op: page.LineTo, X: 200 * pt, Y: 200 * pt},
			{Op: page.CurveTo, X1: 200 * pt, Y1: 260 * pt, X2: 100 * pt, Y2: 260 * pt, X: 100 * pt, Y: 200 * pt},
			{Op: page.Close}}},
		&page.Image{X: 100 * pt, Y: 300 * pt, W: 80 * pt, H: 80 * pt, Picture: picture, Alt: "an arrow"},
		&page.Image{X: 220 * pt, Y: 300 * pt, W: 40 * pt, H: 40 * pt, Picture: picture, Alt: "an arrow"},
		&page.Anchor{Name: "start", X: 54 * pt, Y: 60 * pt},
	)
	second := &page.Page{Width: 252 * pt, Height: 180 * pt, Label: "1", Items: []page.Item{
		&page.Anchor{Name: "next", X: 10 * pt, Y: 20 * pt},
		run(f, 20*pt, 40*pt, 12*pt, "Second page", 0),
		&page.Image{X: 20 * pt, Y: 60 * pt, W: 40 * pt, H: 40 * pt, Picture: picture, Alt: "an arrow"},
	}}
	first.Label = "i"
	doc := document(first, second)
	doc.Subject, doc.Keywords, doc.Author = "Memes & metaphors", "sales, service", "Zoë Ångström 😀"
	doc.Facing = true
	doc.Outline = []page.Bookmark{{Title: "Start (one)", Anchor: "start"}, {Title: "Zwölf 😀", Level: 1, Anchor: "next"}}
	return doc
}

func TestWrite(t *testing.T) {
	out := write(t, small(t))
	checkStructure(t, out)
	for what, want := range map[string]string{
		"labels":           "/PageLabels<</Nums[0<</S/r>>1<</S/D>>]>>",
		"language":         "/Lang(en-US)",
		"title in the bar": "/ViewerPreferences<</DisplayDocTitle true>>",
		"spreads":          "/PageLayout/TwoPageRight",
		"author":           "/Author<FEFF005A006F00EB002000C5006E0067007300740072",
		"date":             "/CreationDate(D:20261123000000Z)",
		"bookmark":         `/Title(Start \(one\))`,
		"astral bookmark":  "/Title<FEFF005A007700F6006C00660020D83DDE00>",
		"fold":             "/Count -1",
		"link":             "/Rect[54 498 174 512]/Dest[5 0 R/XYZ 10 160 null]",
		"address":          "/URI(https://example.org/a%20\\(%C3%BC\\))",
		"second page":      "/MediaBox[0 0 252 180]/TrimBox[0 0 252 180]",
		"metadata":         `<dc:creator><rdf:Seq><rdf:li>Zoë Ångström 😀</rdf:li></rdf:Seq></dc:creator>`,
		"escaped metadata": `Memes &amp; metaphors`,
	} {
		if !bytes.Contains(out, []byte(want)) {
			t.Errorf("%s: no %s", what, want)
		}
	}
	if n := bytes.Count(out, []byte("/Subtype/Image")); n != 1 {
		t.Errorf("a picture in three places is embedded %d times", n)
	}
}

func TestValidators(t *testing.T) {
	out := write(t, small(t))
	t.Run("qpdf", func(t *testing.T) {
		if got := tool(t, out, "qpdf", "--check", "FILE"); !strings.Contains(got, "No syntax or stream encoding errors") {
			t.Error(got)
		}
	})
	t.Run("pdffonts", func(t *testing.T) {
		lines := strings.Split(strings.TrimSpace(tool(t, out, "pdffonts", "FILE")), "\n")[2:]
		if len(lines) != 2 {
			t.Errorf("%d fonts", len(lines))
		}
		for _, line := range lines {
			if !regexp.MustCompile(`^[A-Z]{6}\+EBGaramond-\w+ +CID TrueType +Identity-H +yes yes yes`).MatchString(line) {
				t.Error(line)
			}
		}
	})
	t.Run("pdfinfo", func(t *testing.T) {
		got := tool(t, out, "pdfinfo", "-l", "2", "-isodates", "-box", "FILE")
		for _, want := range []string{"Title:           Write This Down", "Author:          Zoë Ångström 😀",
			"Subject:         Memes & metaphors", "Keywords:        sales, service", "Creator:         octavo",
			"CreationDate:    2026-11-23T00:00:00Z", "Metadata Stream: yes",
			"Page    2 TrimBox:       0.00     0.00   252.00   180.00"} {
			if !strings.Contains(got, want) {
				t.Errorf("no %q in\n%s", want, got)
			}
		}
	})
	t.Run("pdfinfo -url", func(t *testing.T) {
		if got := tool(t, out, "pdfinfo", "-url", "FILE"); !strings.Contains(got, "https://example.org/a%20(%C3%BC)") {
			t.Error(got)
		}
	})
	t.Run("pdfimages", func(t *testing.T) {
		if got := tool(t, out, "pdfimages", "-list", "FILE"); !strings.Contains(got, "rgb") {
			t.Error(got)
		}
	})
}

func TestSameBytes(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	doc := book(t, 20)
	for i := range 6 { // of the same width: what fpdf would number at random
		img := arrow(false)
		img.Pix[0] = uint8(i)
		doc.Pages[i].Items = append(doc.Pages[i].Items, &page.Image{X: pt, Y: pt, W: 20 * pt, H: 20 * pt,
			Picture: &page.Picture{Name: fmt.Sprint(i), Format: "png", Data: encodePNG(t, img)}})
	}
	doc.Date = doc.Date.In(time.FixedZone("", 3600))
	want := write(t, doc)
	for _, procs := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(procs)
		if got := write(t, doc); !bytes.Equal(got, want) {
			t.Errorf("GOMAXPROCS=%d gives other bytes", procs)
		}
	}
	doc.Date = doc.Date.UTC()
	if got := write(t, doc); !bytes.Equal(got, want) {
		t.Error("another time zone gives other bytes")
	}
	doc.Date = time.Time{}
	if a, b := write(t, doc), write(t, doc); !bytes.Equal(a, b) || bytes.Contains(a, []byte("/CreationDate")) {
		t.Error("a document without a date takes one from somewhere")
	}
}

func TestFontsStayAsTheyAre(t *testing.T) {
	f := loadFont(t, "CourierPrime-Regular")
	before := bytes.Clone(f.Data)
	write(t, document(pageOf(run(f, 0, 72*pt, 10*pt, "func main() {}", 0))))
	if !bytes.Equal(f.Data, before) {
		t.Error("the font's data were written to")
	}
}

func TestErrors(t *testing.T) {
	f := regular(t)
	broken := func(edit func([]byte) []byte) *font.Font {
		b, err := font.New("Broken", f.Data)
		if err != nil {
			t.Fatal(err)
		}
		b.Data = edit(bytes.Clone(f.Data))
		return b
	}
	text := func(face *font.Font) *page.Text {
		return &page.Text{Font: face, Size: 10 * pt, Text: "a", Glyphs: []page.Glyph{{ID: f.Glyph('a')}}}
	}

	png := encodePNG(t, arrow(false))
	image := func(format string, data []byte) *page.Document {
		return document(pageOf(&page.Image{W: pt, H: pt, Picture: &page.Picture{Name: "x", Format: format, Data: data}}))
	}
	damaged := bytes.Clone(png)
	damaged[len(damaged)/2] ^= 1
	outline := document(pageOf())
	outline.Outline = []page.Bookmark{{Title: "Gone", Anchor: "gone"}}
	for _, test := range []struct {
		want string
		doc  *page.Document
	}{
		{"no pages", document()},
		{"page 1 has no size", document(&page.Page{})},
		{`page 1: link leads to "gone"`, document(pageOf(&page.Link{Anchor: "gone"}))},
		{`bookmark "Gone" leads to "gone"`, outline},
		{"no font", document(pageOf(text(nil)))},
		{"no font or no size", document(pageOf(&page.Text{Font: f.Font}))},
		{"without a picture", document(pageOf(&page.Image{}))},
		{`picture x: unknown format "heic"`, image("heic", nil)},
		{"picture x: not a PNG file", image("png", []byte("GIF89a"))},
		{"picture x: the file is cut off or damaged", image("png", png[:len(png)-20])},
		{"picture x: the file is cut off or damaged", image("png", damaged)},
		{"picture x: ", image("jpeg", []byte("\xff\xd8\xff"))},
		{"picture x: ", image("tiff", []byte("II*\x00"))},
		{`font Broken: table "glyf" is cut off`, document(pageOf(text(broken(func(b []byte) []byte { return b[:len(b)/2] }))))},
		{"font Broken: not a TrueType font", document(pageOf(text(broken(func(b []byte) []byte { return b[:4] }))))},
	} {
		var out bytes.Buffer
		err := Write(&out, test.doc, Plain)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v, want %q", err, test.want)
		}
		if out.Len() > 0 {
			t.Errorf("%v, but %d bytes were written", err, out.Len())
		}
	}
	full := errors.New("disk full")
	if err := Write(writerFunc(func([]byte) (int, error) { return 0, full }), small(t), Plain); !errors.Is(err, full) {
		t.Errorf("%v, want %v", err, full)
	}
}

type writerFunc func([]byte) (int, error)

func (w writerFunc) Write(b []byte) (int, error) { return w(b) }

var _ io.Writer = writerFunc(nil)
