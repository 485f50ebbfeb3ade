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

func sample(t *testing.T) *typeset.Page {
	t.Helper()
	data, err := styles.FS.ReadFile("fonts/EBGaramond-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	font, err := typeset.LoadFace("EBGaramond-Regular", data)
	if err != nil {
		t.Fatal(err)
	}
	text := func(s string, x, y typeset.Length) *typeset.Text {
		out := &typeset.Text{X: x, Y: y, Font: font.Font, Size: 12 * typeset.Pt, Color: typeset.Black, Text: s}
		for at, r := range s {
			g := font.Glyph(r)
			out.Glyphs = append(out.Glyphs, typeset.Glyph{ID: g, At: int32(at),
				Advance: int32(int64(font.Advance(g)) * int64(out.Size) / int64(font.Upem))})
		}
		return out
	}
	var pixel bytes.Buffer
	if err := png.Encode(&pixel, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	ink := typeset.Color{C: 100, K: 20}
	return &typeset.Page{Width: 180 * typeset.Pt, Height: 252 * typeset.Pt, Bleed: 9 * typeset.Pt, Label: `7 <&">`, Items: []typeset.Item{
		&typeset.Rule{X: -9 * typeset.Pt, W: 198 * typeset.Pt, H: typeset.Pt / 2, Color: ink},
		text("on & on", 20*typeset.Pt, 40*typeset.Pt),
		&typeset.Group{X: 10 * typeset.Pt, Y: 5 * typeset.Pt, Turn: 90_000, Clip: &typeset.Box{W: typeset.Pt, H: typeset.Pt},
			Items: []typeset.Item{text("no", 0, 0), &typeset.Path{Stroke: &ink, Width: typeset.Pt, Dash: 2 * typeset.Pt,
				Segments: []typeset.Segment{{Op: typeset.MoveTo}, {Op: typeset.LineTo, X: typeset.Pt}, {Op: typeset.Close}}}}},
		&typeset.Image{W: typeset.Pt, H: typeset.Pt, Alt: "a pixel", Picture: &typeset.Picture{Format: "png", Data: pixel.Bytes()}},
		&typeset.Link{W: typeset.Pt, H: typeset.Pt, URL: "https://example.org/?a=1&b=2"},
		&typeset.Anchor{Name: "x"},
	}}
}

func TestWrite(t *testing.T) {
	var b, again bytes.Buffer
	page := sample(t)
	if err := errors.Join(Write(&b, page), Write(&again, page)); err != nil {
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
	if all[1].name != "title" || all[1].text != page.Label+"\n" && all[1].text != page.Label {
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
