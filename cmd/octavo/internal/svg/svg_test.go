package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
	"octavo/styles"
)

// element is what a picture holds, as a reader of XML sees it.
type element struct {
	name string
	attr map[string]string
	text string
}

func elements(t *testing.T, data []byte) (out []element) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("not XML: %v\n%s", err, data)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			e := element{name: tok.Name.Local, attr: map[string]string{}}
			for _, a := range tok.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			out = append(out, e)
		case xml.CharData:
			if len(out) > 0 {
				out[len(out)-1].text += string(tok)
			}
		}
	}
}

func sample(t *testing.T) *page.Page {
	t.Helper()
	data, err := styles.FS.ReadFile("fonts/EBGaramond-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	face, err := typeset.LoadFace("EBGaramond-Regular", data)
	if err != nil {
		t.Fatal(err)
	}
	text := func(s string, x, y page.Length) *page.Text {
		out := &page.Text{X: x, Y: y, Font: face.Font, Size: 12 * page.Pt, Color: page.Black, Text: s}
		for at, r := range s {
			g := face.Glyph(r)
			out.Glyphs = append(out.Glyphs, page.Glyph{ID: g, At: int32(at),
				Advance: int32(int64(face.Advance(g)) * int64(out.Size) / int64(face.Upem))})
		}
		return out
	}
	var pixel bytes.Buffer
	if err := png.Encode(&pixel, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	ink := page.Color{C: 100, K: 20}
	return &page.Page{Width: 180 * page.Pt, Height: 252 * page.Pt, Bleed: 9 * page.Pt, Label: `7 <&">`, Items: []page.Item{
		&page.Rule{X: -9 * page.Pt, W: 198 * page.Pt, H: page.Pt / 2, Color: ink},
		text("on & on", 20*page.Pt, 40*page.Pt),
		&page.Group{X: 10 * page.Pt, Y: 5 * page.Pt, Turn: 90_000, Clip: &page.Box{W: page.Pt, H: page.Pt},
			Items: []page.Item{text("no", 0, 0), &page.Path{Stroke: &ink, Width: page.Pt, Dash: 2 * page.Pt,
				Segments: []page.Segment{{Op: page.MoveTo}, {Op: page.LineTo, X: page.Pt}, {Op: page.Close}}}}},
		&page.Image{W: page.Pt, H: page.Pt, Alt: "a pixel", Picture: &page.Picture{Format: "png", Data: pixel.Bytes()}},
		&page.Link{W: page.Pt, H: page.Pt, URL: "https://example.org/?a=1&b=2"},
		&page.Anchor{Name: "x"},
	}}
}

func TestWrite(t *testing.T) {
	var b, again bytes.Buffer
	pg := sample(t)
	if err := errors.Join(Write(&b, pg), Write(&again, pg)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("two writings differ")
	}
	count := map[string]int{}
	ids := map[string]bool{}
	all := elements(t, b.Bytes())
	for _, e := range all {
		count[e.name]++
		if id := e.attr["id"]; id != "" {
			if ids[id] {
				t.Errorf("id %s is given twice", id)
			}
			ids[id] = true
		}
		if e.name == "use" && !ids[strings.TrimPrefix(e.attr["href"], "#")] {
			t.Errorf("%s leads nowhere", e.attr["href"])
		}
	}
	// o, n, & in two runs of 7 and 2 characters; blanks have no outline.
	if count["use"] != 7 || count["image"] != 1 || count["clipPath"] != 1 || count["a"] != 1 || count["text"] != 0 {
		t.Errorf("got %v", count)
	}
	root := all[0]
	if root.attr["viewBox"] != "-9 -9 198 270" || root.attr["width"] != "198pt" {
		t.Errorf("the bleed is not shown: %v", root.attr)
	}
	if all[1].name != "title" || all[1].text != pg.Label+"\n" && all[1].text != pg.Label {
		t.Errorf("title %q", all[1].text)
	}
	for _, want := range []string{`aria-label="on &amp; on"`, `fill="#00cccc"`, `stroke-dasharray="2"`, `matrix(0 1 -1 0 10 5)`,
		`href="https://example.org/?a=1&amp;b=2"`, `>a pixel</title>`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("there is no %s in\n%s", want, b.String())
		}
	}
}

// A control character in a text must not make the picture unreadable.
func TestEscape(t *testing.T) {
	for text, want := range map[string]string{"a\x00b\x1bc": "abc", "a\nb": "a b", "<\">&": "&lt;&quot;&gt;&amp;", "\xff\uFFFE": "\uFFFD"} {
		if got := escape(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

// A drawing for any ground has none of its own.
func TestClear(t *testing.T) {
	p := &page.Page{Width: 72 * page.Pt, Height: 36 * page.Pt, Items: []page.Item{&page.Rule{W: page.Pt, H: page.Pt, Color: page.Black}}}
	var on, clear strings.Builder
	if err := Write(&on, p); err != nil {
		t.Fatal(err)
	}
	if err := WriteClear(&clear, p); err != nil {
		t.Fatal(err)
	}
	if n, m := strings.Count(on.String(), "<rect"), strings.Count(clear.String(), "<rect"); n != 2 || m != 1 || !strings.Contains(clear.String(), "#000000") {
		t.Errorf("%d and %d boxes", n, m)
	}
}
