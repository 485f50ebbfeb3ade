package drawing

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// The files under testdata are in the manner of Matplotlib, Graphviz, Inkscape, Illustrator, draw.io and Mermaid.
func files(t testing.TB) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, name := range []string{"plot.svg", "graph.svg", "inkscape.svg", "illustrator.svg", "diagram.svg", "classes.svg", "shapes.svg"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		out[name] = data
	}
	return out
}

// unplaced returns marks without the lines that they came from.
func unplaced(marks []Mark) []Mark {
	for _, m := range marks {
		if r, ok := m.(*Raster); ok {
			r.Line = 0
		}
	}
	return marks
}

// The safe copy shows what the file shows, and the copy of the copy is the same.
func TestSafe(t *testing.T) {
	for name, data := range files(t) {
		d, err := Read(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(d.Marks) == 0 || len(d.Lost) > 0 || d.Width <= 0 || d.Height <= 0 {
			t.Errorf("%s: %d marks of %g × %g, without %v", name, len(d.Marks), d.Width, d.Height, d.Lost)
		}
		again, err := Read(d.Safe)
		if err != nil {
			t.Errorf("%s: its copy: %v\n%s", name, err, d.Safe)
			continue
		}
		if !reflect.DeepEqual(unplaced(d.Marks), unplaced(again.Marks)) || d.Width != again.Width || d.Height != again.Height {
			t.Errorf("%s: its copy shows something else\n%s", name, d.Safe)
		}
		if string(again.Safe) != string(d.Safe) {
			t.Errorf("%s: the copy of the copy is another\n%s\n%s", name, d.Safe, again.Safe)
		}
	}
}

// TestSafeReferences holds that a copy shows what its drawing shows, and is the copy of itself, where references lead to what no copy has.
func TestSafeReferences(t *testing.T) {
	const box = `<rect width="9" height="9" style="fill: url(#g)"/>`
	for what, inner := range map[string]string{
		"an unknown element":      `<defs><gradient id="g"><stop offset="0" style="stop-color: red"/></gradient></defs>` + box,
		"inside one":              `<metadata><linearGradient id="g"><stop offset="0" style="stop-color: red"/></linearGradient></metadata>` + box,
		"nothing":                 box,
		"an element of a kind":    `<defs><marker id="g"/></defs>` + box,
		"a gradient, and another": `<foreign id="g"/><defs><linearGradient id="g"><stop offset="0" style="stop-color: red"/></linearGradient></defs>` + box,
		"rules of nothing":        `<style>rect { nonsense: 1 }</style>` + box,
		"a copy of a shape":       `<metadata><rect id="r" width="5" height="5"/></metadata><use href="#r"/>` + box,
	} {
		d, err := Read(svg(inner))
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		again, err := Read(d.Safe)
		if err != nil {
			t.Fatalf("%s: its copy: %v\n%s", what, err, d.Safe)
		}
		if !reflect.DeepEqual(unplaced(d.Marks), unplaced(again.Marks)) {
			t.Errorf("%s: its copy shows something else\n%s", what, d.Safe)
		}
		if string(again.Safe) != string(d.Safe) {
			t.Errorf("%s: the copy of the copy is another\n%s\n%s", what, d.Safe, again.Safe)
		}
	}
}

func svg(inner string) []byte {
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="100">` + "\n" + inner + "\n</svg>")
}

func TestHarmless(t *testing.T) {
	for what, inner := range map[string]string{
		"a script":          `<script>alert(1)</script><rect width="9" height="9"/>`,
		"an event":          `<rect width="9" height="9" onclick="alert(1)"/>`,
		"a link":            `<a xlink:href="javascript:alert(1)"><rect width="9" height="9"/></a>`,
		"a colour":          `<rect width="9" height="9" fill="url(https://evil.example/x) red"/>`,
		"a style":           `<rect width="9" height="9" style="fill: red; background: url('//evil.example')"/>`,
		"a sheet":           `<style>@import url(evil.css); @font-face { src: url(//evil.example/f) } rect { fill: url(http://evil.example/g) }</style><rect width="9" height="9"/>`,
		"a movement":        `<rect width="9" height="9"><animate attributeName="href" to="//evil.example"/></rect>`,
		"a filter":          `<filter id="f"><feImage xlink:href="//evil.example"/></filter><rect width="9" height="9" filter="url(#f)"/>`,
		"a data address":    `<rect width="9" height="9" href="data:text/html,evil"/>`,
		"a data attribute":  `<rect width="9" height="9" data-x="evil"/>`,
		"another namespace": `<x:evil xmlns:x="urn:evil">evil</x:evil><rect width="9" height="9"/>`,
		"an escape":         `<rect width="9" height="9" style="fill: u\72l(evil)"/>`,
	} {
		d, err := Read(svg(inner))
		if err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		safe := strings.ToLower(string(d.Safe))
		for _, bad := range []string{"evil", "alert", "script", "onclick", "animate", "import", "filter"} {
			if strings.Contains(safe, bad) {
				t.Errorf("%s: %s in\n%s", what, bad, d.Safe)
			}
		}
		if !strings.Contains(safe, "<rect") {
			t.Errorf("%s: the box is gone\n%s", what, d.Safe)
		}
	}
}

func TestLost(t *testing.T) {
	for inner, want := range map[string]string{
		`<script/>`:                       "a script",
		`<g onload="x()"/>`:               "a script",
		`<style>@import "x.css";</style>`: "a style sheet from elsewhere",
		`<filter id="f"/><rect width="1" height="1" style="filter: url(#f)"/>`: "a filter",
		`<mask id="m"/><g mask="url(#m)"/>`:                                    "a mask",
		`<pattern id="p"/><rect width="1" height="1" fill="url(#p)"/>`:         "a pattern",
		`<set attributeName="x" to="1"/>`:                                      "a movement",
		`<text rotate="10">a</text>`:                                           "the turning of letters",
		`<video/>`:                                                             `an element "video"`,
		`<text>a<altGlyph>b</altGlyph></text>`:                                 `an element "altGlyph"`,
		`<text>a<title>b</title><set attributeName="x" to="1"/></text>`:        "a movement",
		`<linearGradient id="g" spreadMethod="repeat"><stop/><stop offset="1"/></linearGradient><rect width="1" height="1" fill="url(#g)"/>`: "the repetition of a gradient",
	} {
		d, err := Read(svg(inner))
		if err != nil || len(d.Lost) != 1 || d.Lost[0] != (Loss{2, want}) {
			t.Errorf("%s: %v, %v", inner, d.Lost, err)
		}
	}
}

func TestErrors(t *testing.T) {
	deep := strings.Repeat("<g>", 500) + strings.Repeat("</g>", 500)
	var bomb strings.Builder
	for i := range 40 { // each twice the one before
		fmt.Fprintf(&bomb, `<g id="a%d"><use href="#a%d"/><use href="#a%d"/></g>`, i+1, i, i)
	}
	var clips strings.Builder
	for i := range 30 {
		fmt.Fprintf(&clips, `<clipPath id="c%d" clip-path="url(#c%d)"><rect width="9" height="9"/></clipPath>`, i, i+1)
	}
	entities := `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><svg>&b;</svg>`
	started := time.Now()
	for name, c := range map[string]struct{ data, want string }{
		"empty":          {"", "there is no drawing in it"},
		"html":           {"<p>a</p>", "there is no drawing in it"},
		"cut":            {`<svg><rect`, "XML is broken"},
		"unknown entity": {"<svg>\n&nbsp;</svg>", "in its line 2, the XML is broken"},
		"entities":       {entities, "an entity is made of others"},
		"external":       {`<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>`, "lead outside the file"},
		"parameter":      {`<!DOCTYPE svg [<!ENTITY % a "b">%a;]><svg/>`, "lead outside the file"},
		"encoding":       {`<?xml version="1.0" encoding="EBCDIC-US"?><svg/>`, "EBCDIC"},
		"deep":           {string(svg(deep)), "nested more than"},
		"html words":     {string(svg(`<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>`)), "in its line 2, words are set in HTML"},
		"path words":     {string(svg(`<text><textPath href="#a">a</textPath></text>`)), "along a path"},
		"a file":         {string(svg(`<image href="photo.png" width="1" height="1"/>`)), "another file (photo.png)"},
		"a page":         {string(svg(`<image href="https://a.b/c.png" width="1" height="1"/>`)), "another file"},
		"a text":         {string(svg(`<image href="data:text/plain,x" width="1" height="1"/>`)), "no PNG or JPEG"},
		"a part":         {string(svg(`<use href="parts.svg#a"/>`)), "another file (parts.svg#a)"},
		"itself":         {string(svg(`<g id="a"><use href="#a"/></g>`)), "uses itself"},
		"each other":     {string(svg(`<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>`)), "uses itself"},
		"doubling":       {string(svg(`<rect id="a0" width="1" height="1"/><defs>` + bomb.String() + `</defs><use href="#a16"/><use href="#a14"/>`)), "uses itself"},
		"a marker":       {string(svg(`<marker id="m" orient="auto"><path d="M0 0h1v1" marker-end="url(#m)"/></marker><path d="M0 0h9" stroke="red" marker-end="url(#m)"/>`)), ""},
		"clips":          {string(svg(clips.String() + `<rect width="9" height="9" clip-path="url(#c0)"/>`)), ""},
		"a clip":         {string(svg(`<clipPath id="c" clip-path="url(#c)"><rect width="9" height="9"/></clipPath><rect width="9" height="9" clip-path="url(#c)"/>`)), "clips itself"},
		"numbers":        {string(svg(`<path d="M1e300 0 L1e99 5" stroke="red"/><rect width="1e40" height="1e-40" transform="scale(1e300)"/>`)), ""},
		"a gradient":     {string(svg(`<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/><rect width="9" height="9" fill="url(#a)"/>`)), ""},
		"dashes":         {string(svg(`<path d="M0 0H1e8" stroke="red" stroke-dasharray="1e-9"/>`)), ""},
	} {
		_, err := Read([]byte(c.data))
		var e *Error
		if err != nil && (!errors.As(err, &e) || e.Advice == "") {
			t.Errorf("%s: %v has no advice", name, err)
		}
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	if d := time.Since(started); d > 30*time.Second {
		t.Errorf("it took %s", d)
	}
}

// A chain of uses that doubles at each link stays within bounds of time and memory.
func TestDoubling(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<path id="a0" d="M0 0h1v1z"/><defs>`)
	for i := range 15 {
		fmt.Fprintf(&b, `<g id="a%d">%s</g>`, i+1, strings.Repeat(fmt.Sprintf(`<use href="#a%d"/>`, i), 10))
	}
	b.WriteString(`</defs><use href="#a15"/>`)
	started := time.Now()
	if _, err := Read(svg(b.String())); err == nil {
		t.Error("ten to the power of fifteen shapes are drawn")
	}
	if d := time.Since(started); d > 30*time.Second {
		t.Errorf("it took %s", d)
	}
}

// A picture that is used often is read once, and only so often.
func TestPictureUsedOften(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 2000, 2000))); err != nil {
		t.Fatal(err)
	}
	picture := `<image id="i" width="9" height="9" href="data:image/png;base64,` + base64.StdEncoding.EncodeToString(b.Bytes()) + `"/>`
	for _, inner := range []string{picture, `<image id="i" width="9" height="9" href="data:image/svg+xml;base64,` + base64.StdEncoding.EncodeToString(svg(picture)) + `"/>`} {
		d, err := Read(svg(inner + strings.Repeat(`<use href="#i"/>`, 9)))
		if err != nil || len(d.Marks) != 10 || &d.Marks[0].(*Raster).Data[0] != &d.Marks[9].(*Raster).Data[0] {
			t.Errorf("%v, or the picture has been read more than once", err)
		}
		if _, err := Read(svg(inner + strings.Repeat(`<use href="#i"/>`, 999))); err == nil {
			t.Error("four thousand million pixels are drawn")
		}
	}
}

// What is clipped in one plane by one path shares the clip, so that writers set it once.
func TestSharedClips(t *testing.T) {
	d, err := Read(svg(`<clipPath id="c"><circle r="9"/></clipPath><g><rect width="9" height="9" clip-path="url(#c)"/>` +
		`<rect x="3" width="9" height="9" clip-path="url(#c)"/><rect width="9" height="9" clip-path="url(#c)" transform="scale(2)"/></g>`))
	if err != nil || len(d.Marks) != 3 {
		t.Fatal(d, err)
	}
	a, b, c := d.Marks[0].ClippedBy(), d.Marks[1].ClippedBy(), d.Marks[2].ClippedBy()
	if len(a) != 1 || a[0] != b[0] || a[0] == c[0] || rightmost(c[0]) != 18 {
		t.Errorf("%v %v %v", a, b, c)
	}
}

// rightmost is how far right a clip reaches.
func rightmost(c *Clip) float64 {
	_, _, x, _ := bounds(c.Path)
	return x
}

// A path of millions of parts is refused before it takes all memory.
func TestEndlessPath(t *testing.T) {
	if _, err := Read(svg(`<path d="M0 0` + strings.Repeat("h1", 2_000_000) + `" stroke="red"/>`)); err == nil {
		t.Error("two million lines are drawn")
	}
}

func shape(t *testing.T, inner string) *Shape {
	t.Helper()
	d, err := Read(svg(inner))
	if err != nil || len(d.Marks) != 1 {
		t.Fatalf("%s: %d marks, %v", inner, len(d.Marks), err)
	}
	return d.Marks[0].(*Shape)
}

// sketch writes a path with whole numbers.
func sketch(path []Segment) string {
	var b strings.Builder
	at := func(x, y float64) { fmt.Fprintf(&b, " %.4g,%.4g", math.Round(x*100)/100+0, math.Round(y*100)/100+0) }
	for _, s := range path {
		b.WriteByte("MLCZ"[s.Op])
		if s.Op == CurveTo {
			at(s.X1, s.Y1)
			at(s.X2, s.Y2)
		}
		if s.Op != Close {
			at(s.X, s.Y)
		}
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

func TestPaths(t *testing.T) {
	for data, want := range map[string]string{
		"M1 2L3 4":                 "M 1,2 L 3,4",
		"m1,2 3,4 5,6z m1 1":       "M 1,2 L 4,6 L 9,12 Z M 2,3",
		"M.5.5-1-1e1":              "M 0.5,0.5 L -1,-10",
		"M0 0h5v6H1V2":             "M 0,0 L 5,0 L 5,6 L 1,6 L 1,2",
		"M0 0C1 1 2 1 3 0s2-1 3 0": "M 0,0 C 1,1 2,1 3,0 C 4,-1 5,-1 6,0",
		"M0 0Q3 3 6 0t6 0":         "M 0,0 C 2,2 4,2 6,0 C 8,-2 10,-2 12,0",
		"M0 0A5 5 0 0 1 10 0":      "M 0,0 C 0,-2.76 2.24,-5 5,-5 C 7.76,-5 10,-2.76 10,0",
		"M0 0a5 5 0 0110 0":        "M 0,0 C 0,-2.76 2.24,-5 5,-5 C 7.76,-5 10,-2.76 10,0",
		"M0 0A1 1 0 0 1 10 0":      "M 0,0 C 0,-2.76 2.24,-5 5,-5 C 7.76,-5 10,-2.76 10,0",
		"M0 0A0 5 0 0 1 10 0":      "M 0,0 L 10,0",
		"M0 0h1zl2 2":              "M 0,0 L 1,0 Z M 0,0 L 2,2",
		"M0 0L1 1 L x":             "M 0,0 L 1,1",
		"L1 1":                     "",
		"M0 0h1 M":                 "M 0,0 L 1,0",
	} {
		if got := sketch(pathData(data)); got != want {
			t.Errorf("%s: %s, want %s", data, got, want)
		}
	}
}

func TestShapes(t *testing.T) {
	for inner, want := range map[string]string{
		`<rect x="1" y="2" width="3" height="4"/>`:                                                                         "M 1,2 L 4,2 L 4,6 L 1,6 Z",
		`<rect width="10%" height="1in"/>`:                                                                                 "M 0,0 L 10,0 L 10,96 L 0,96 Z",
		`<polygon points="1,2 3,4,5 6"/>`:                                                                                  "M 1,2 L 3,4 L 5,6 Z",
		`<g transform="translate(10) scale(2)"><path d="M1 1h1v1z"/></g>`:                                                  "M 12,2 L 14,2 L 14,4 Z",
		`<path transform="rotate(90, 10, 10)" d="M10 10h5v1z"/>`:                                                           "M 10,10 L 10,15 L 9,15 Z",
		`<path transform="matrix(1 0 0 1 3 4)skewX(45)" d="M0 0h1v1z"/>`:                                                   "M 3,4 L 4,4 L 5,5 Z",
		`<svg x="10" y="10" width="20" height="20" viewBox="0 0 10 10"><path d="M0 0h1v1z"/></svg>`:                        "M 10,10 L 12,10 L 12,12 Z",
		`<svg width="20" height="10" viewBox="0 0 10 10"><path d="M0 0h1v1z"/></svg>`:                                      "M 5,0 L 6,0 L 6,1 Z",
		`<svg width="20" height="10" viewBox="0 0 10 10" preserveAspectRatio="xMaxYMid slice"><path d="M0 0h1v1z"/></svg>`: "M 0,-5 L 2,-5 L 2,-3 Z",
		`<symbol id="s" viewBox="0 0 10 10"><path d="M0 0h1v1z"/></symbol><use href="#s" x="5" width="20" height="20"/>`:   "M 5,0 L 7,0 L 7,2 Z",
	} {
		if got := sketch(shape(t, inner).Path); got != want {
			t.Errorf("%s: %s, want %s", inner, got, want)
		}
	}
}

func TestStyles(t *testing.T) {
	red, blue := RGB{255, 0, 0}, RGB{0, 0, 255}
	for inner, want := range map[string]RGB{
		`<rect width="1" height="1" fill="red"/>`:                                                                                  red,
		`<g fill="red"><rect width="1" height="1"/></g>`:                                                                           red,
		`<rect width="1" height="1" fill="blue" style="fill:red"/>`:                                                                red,
		`<style>rect{fill:red}</style><rect width="1" height="1" fill="blue"/>`:                                                    red,
		`<style>.a{fill:red} rect{fill:blue}</style><rect class="b a" width="1" height="1"/>`:                                      red,
		`<style>#i{fill:red} .a{fill:blue}</style><rect id="i" class="a" width="1" height="1"/>`:                                   red,
		`<style>rect{fill:red!important}</style><rect width="1" height="1" style="fill:blue"/>`:                                    red,
		`<style>g .a{fill:red} svg > .a{fill:blue}</style><g><rect class="a" width="1" height="1"/></g>`:                           red,
		`<style>/* .a{fill:blue} */ @media print { .a { fill: blue } } .a{fill:red}</style><rect class="a" width="1" height="1"/>`: red,
		`<style><![CDATA[.a{fill:red}]]></style><rect class="a" width="1" height="1"/>`:                                            red,
		`<g color="red"><rect width="1" height="1" fill="currentColor"/></g>`:                                                      red,
		`<rect width="1" height="1" fill="rgb(100%, 0%, 0%)"/>`:                                                                    red,
		`<rect width="1" height="1" fill="hsl(0 100% 50%)"/>`:                                                                      red,
		`<rect width="1" height="1" fill="#f00f"/>`:                                                                                red,
		`<rect width="1" height="1" fill="url(#gone) blue"/>`:                                                                      blue,
		`<rect width="1" height="1" fill="nonsense"/>`:                                                                             {},
	} {
		if s := shape(t, inner); s.Fill == nil || s.Fill.RGB != want || s.Fill.Opacity != 1 {
			t.Errorf("%s: %+v, want %v", inner, s.Fill, want)
		}
	}
	s := shape(t, `<g opacity=".5" stroke="blue" stroke-width="2" transform="scale(3)"><line x2="9" fill="red" opacity="50%" stroke-linecap="round" stroke-dasharray="1 2 3"/></g>`)
	if s.Fill != nil || s.Stroke == nil || s.Stroke.Opacity != 0.25 || s.Pen.Width != 6 || s.Pen.Cap != RoundCap || len(s.Pen.Dash) != 6 || s.Pen.Dash[1] != 6 {
		t.Errorf("%+v %+v", s, s.Stroke)
	}
	for _, nothing := range []string{`<rect width="0" height="9"/>`, `<rect width="9" height="9" fill="none"/>`, `<g display="none"><rect width="9" height="9"/></g>`,
		`<rect width="9" height="9" visibility="hidden"/>`, `<rect width="9" height="9" opacity="0"/>`, `<defs><rect width="9" height="9"/></defs>`} {
		if d, err := Read(svg(nothing)); err != nil || len(d.Marks) > 0 {
			t.Errorf("%s: %v, %v", nothing, d.Marks, err)
		}
	}
}

// Words come in lines as the file places them, with one blank between.
func TestText(t *testing.T) {
	for inner, want := range map[string]string{
		"<text x='5' y='6'> a\n  b <tspan>c</tspan>d </text>":                   "5,6: a b| c|d",
		`<text x="5" y="6">a<tspan x="7" dy="2">b</tspan></text>`:               "5,6: a; 7,6+2: b",
		`<text><tspan x="1" y="2">a</tspan><tspan x="1" y="4">b</tspan></text>`: "1,2: a; 1,4: b",
		`<text x="1 2 3" y="9">abcd</text>`:                                     "1,9: a; 2,9: b; 3,9: cd",
		`<text xml:space="preserve" x="1" y="1"> a  b</text>`:                   "1,1:  a  b",
		`<text x="1" y="1">a <a href="x">b</a></text>`:                          "1,1: a| b",
	} {
		d, err := Read(svg(inner))
		if err != nil {
			t.Errorf("%s: %v", inner, err)
			continue
		}
		var lines []string
		for _, m := range d.Marks {
			x := m.(*Text)
			var runs []string
			for _, r := range x.Runs {
				runs = append(runs, r.Words)
			}
			at := fmt.Sprintf("%g,%g", x.x, x.y)
			if dy := x.Runs[0].DY; dy != 0 {
				at += fmt.Sprintf("+%g", dy)
			}
			lines = append(lines, at+": "+strings.Join(runs, "|"))
		}
		if got := strings.Join(lines, "; "); got != want {
			t.Errorf("%s: %s, want %s", inner, got, want)
		}
	}
}

// A text whose middle or end stands at its place is moved by its width, and one of a given length is spaced out.
func TestSetText(t *testing.T) {
	set := func(r *Run) ([]Segment, float64) {
		n := float64(len(r.Words))
		return []Segment{{Op: MoveTo}, {Op: LineTo, X: n * (r.Size + r.Spacing)}}, n * (r.Size + r.Spacing)
	}
	for inner, want := range map[string]string{
		`<text x="50" y="9" font-size="10">abc</text>`:                       "M 50,9 L 80,9",
		`<text x="50" y="9" font-size="10" text-anchor="middle">abcd</text>`: "M 30,9 L 70,9",
		`<text x="50" y="9" font-size="10" text-anchor="end">abcd</text>`:    "M 10,9 L 50,9",
		`<text x="0" y="9" font-size="10" textLength="35">abc</text>`:        "M 0,9 L 37.5,9",
	} {
		d, err := Read(svg(inner))
		if err != nil {
			t.Fatal(err)
		}
		d.SetText(set)
		if got := sketch(d.Marks[0].(*Shape).Path); got != want {
			t.Errorf("%s: %s, want %s", inner, got, want)
		}
	}
}

func TestGradients(t *testing.T) {
	s := shape(t, `<linearGradient id="a"><stop stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient>`+
		`<linearGradient id="b" href="#a" x1="0" x2="0" y2="1"/><rect x="10" y="10" width="20" height="40" fill="url(#b)"/>`)
	g := s.Fill.Gradient
	if g == nil || len(g.Stops) != 2 {
		t.Fatalf("%+v", s.Fill)
	}
	back, ok := g.At.Inverse()
	if !ok {
		t.Fatal("the gradient has no extent")
	}
	for y, want := range map[float64]uint8{10: 0, 30: 128, 50: 255, 90: 255} {
		x, y := back.Point(15, y)
		if c := g.Colour(g.Place(x, y)); c != (RGB{want, want, want}) {
			t.Errorf("%g: %v, want %d", y, c, want)
		}
	}
	s = shape(t, `<radialGradient id="a" gradientUnits="userSpaceOnUse" cx="50" cy="50" r="10"><stop stop-opacity=".5"/><stop offset="1" stop-opacity=".5"/></radialGradient>`+
		`<rect width="100" height="100" fill="url(#a)"/>`)
	if g = s.Fill.Gradient; s.Fill.Opacity != 0.5 || math.Abs(g.Place(55, 50)-0.5) > 1e-9 || math.Abs(g.Place(50, 70)-2) > 1e-9 {
		t.Errorf("%+v %g", s.Fill, g.Place(55, 50))
	}
}

func FuzzRead(f *testing.F) {
	for _, data := range files(f) {
		f.Add(data)
	}
	f.Add([]byte(`<svg xmlns="http://www.w3.org/2000/svg"><style>.a{clip-path:url(#b();}</style><path class="a" style="mask:url(#b() ;x" d="M1 1h9v9z"/></svg>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Read(data)
		if err != nil {
			return
		}
		for _, m := range d.Marks {
			if s, ok := m.(*Shape); ok {
				Flatten(s.Path, 0.1)
				s.Pen.Outline(s.Path, 0.1)
			}
		}
		again, err := Read(d.Safe)
		if err != nil {
			t.Fatalf("the safe copy: %v\n%s", err, d.Safe)
		}
		if string(again.Safe) != string(d.Safe) {
			t.Errorf("the copy of the copy is another\n%s\n%s", d.Safe, again.Safe)
		}
	})
}
