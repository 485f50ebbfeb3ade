package main

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/typeset"
	"octavo/styles"
)

// shown is a text of a page of a PDF file: where its first letter stands and which way it runs, in points from the
// lower left corner of the page as a reader shows it.
type shown struct{ x, y, dx, dy float64 }

// drawn is a box that a page fills, or the hull of a line that it strokes.
type drawn struct{ x0, y0, x1, y1 float64 }

// affine is the matrix of PDF: x' = a·x + c·y + e, y' = b·x + d·y + f.
type affine [6]float64

func (m affine) at(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// after is what n does and then m.
func (m affine) after(n affine) affine {
	e, f := m.at(n[4], n[5])
	return affine{m[0]*n[0] + m[2]*n[1], m[1]*n[0] + m[3]*n[1], m[0]*n[2] + m[2]*n[3], m[1]*n[2] + m[3]*n[3], e, f}
}

// sheetPage is what a page of a file shows.
type sheetPage struct {
	width, height float64
	texts         map[string]shown
	fills, lines  []drawn
}

// readSheets reads a file of sheets with our own reader: nothing that wrote the file has a part in it. A text is what
// one BT … ET shows; its codes are its characters, which is so for plain letters and figures.
func readSheets(t *testing.T, file []byte) (out []sheetPage) {
	t.Helper()
	f, err := cos.Open(context.Background(), file)
	if err != nil {
		t.Fatal(err)
	}
	pages := f.Dict(f.Dict(f.Trailer["Root"])["Pages"])
	for _, kid := range f.Array(pages["Kids"]) {
		pg := f.Dict(kid)
		var box [4]float64
		for i, v := range f.Array(pg["MediaBox"]) {
			box[i], _ = f.Number(v)
		}
		data, err := f.Decode(f.Stream(pg["Contents"]))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, readContent(t, data, box[2]-box[0], box[3]-box[1]))
	}
	return out
}

func readContent(t *testing.T, data []byte, width, height float64) sheetPage {
	t.Helper()
	p := sheetPage{width: width, height: height, texts: map[string]shown{}}
	var (
		numbers []float64
		codes   []byte
		ctm     = affine{1, 0, 0, 1, 0, 0}
		stack   []affine
		tx, ty  float64
		begun   bool
		start   shown
		hull    drawn
		line    float64 = 1
	)
	see := func(x, y float64) {
		x, y = ctm.at(x, y)
		hull = drawn{min(hull.x0, x), min(hull.y0, y), max(hull.x1, x), max(hull.y1, y)}
	}
	empty := drawn{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	hull = empty
	l := cos.Lexer{Data: data}
	for {
		token := l.Next()
		switch token.Kind {
		case cos.EOF:
			if len(stack) > 0 {
				t.Errorf("%d q without their Q", len(stack))
			}
			return p
		case cos.Number:
			numbers = append(numbers, token.Num)
			continue
		case cos.StringToken:
			codes = append(codes, token.Text...)
			if !begun {
				begun = true
				x, y := ctm.at(tx, ty)
				start = shown{x, y, ctm[0], ctm[1]}
			}
			continue
		case cos.Keyword:
		default:
			continue
		}
		n := numbers
		switch op := string(token.Text); op {
		case "q":
			stack = append(stack, ctm)
		case "Q":
			ctm, stack = stack[len(stack)-1], stack[:len(stack)-1]
		case "cm":
			ctm = ctm.after(affine(n[len(n)-6:]))
		case "BT":
			tx, ty, begun, codes = 0, 0, false, nil
		case "Td":
			tx, ty = tx+n[len(n)-2], ty+n[len(n)-1]
		case "ET":
			var units []uint16
			for i := 0; i+1 < len(codes); i += 2 {
				units = append(units, uint16(codes[i])<<8|uint16(codes[i+1]))
			}
			text := string(utf16.Decode(units))
			if _, twice := p.texts[text]; twice {
				t.Errorf("%q is shown twice", text)
			}
			p.texts[text] = start
		case "re":
			x, y, w, h := n[len(n)-4], n[len(n)-3], n[len(n)-2], n[len(n)-1]
			see(x, y)
			see(x+w, y)
			see(x, y+h)
			see(x+w, y+h)
		case "m", "l":
			see(n[len(n)-2], n[len(n)-1])
		case "c":
			for i := len(n) - 6; i < len(n); i += 2 {
				see(n[i], n[i+1])
			}
		case "w":
			line = n[len(n)-1]
		case "f":
			p.fills = append(p.fills, hull)
			hull = empty
		case "S":
			p.lines = append(p.lines, drawn{hull.x0 - line/2, hull.y0 - line/2, hull.x1 + line/2, hull.y1 + line/2})
			hull = empty
		case "n": // a clip
			hull = empty
		case "B", "b", "Tm", "TD", "T*", "'":
			t.Fatalf("the reader of this test does not know %q", op)
		}
		numbers = n[:0]
	}
}

// onPaper is a point of the back as one sees it through the paper from the front. A printer that flips on the long edge
// turns the paper about that edge, so what the page shows is mirrored in the axis along it.
func (p *sheetPage) onPaper(s shown, flip impose.Flip) shown {
	if longIsUpright := p.height >= p.width; longIsUpright == (flip == impose.LongEdge) {
		return shown{p.width - s.x, s.y, -s.dx, s.dy}
	}
	return shown{s.x, p.height - s.y, s.dx, -s.dy}
}

// duplexCards are cards that say their name on both sides: on the back it begins right behind where it begins on the
// front, and so runs the other way.
func duplexCards(face *typeset.Face, n int, size impose.Size) (out []impose.Card) {
	for i := range n {
		id := fmt.Sprintf("C%d", i+1)
		u, v := size.W/5, size.H/3
		side := func(u page.Length) *page.Page {
			shaped := face.Shape(id, 0)
			t := &page.Text{X: u, Y: v, Font: face.Font, Size: 7 * page.Pt, Color: page.Black, Text: id}
			for _, g := range shaped.Glyphs {
				g.Advance = int32(int64(g.Advance) * int64(t.Size) / int64(face.Upem))
				t.Glyphs = append(t.Glyphs, g)
			}
			return &page.Page{Width: size.W, Height: size.H, Label: id, Items: []page.Item{t}}
		}
		out = append(out, impose.Card{ID: id, Front: side(u), Back: side(size.W - u)})
	}
	return out
}

// TestDuplex writes sheets of every card of styles/cards.toml on every paper of it and every perforated stock, for both
// flips, both orientations, whole and part sheets from any cell on, with every kind of marks, reads the PDF back, and
// finds each card's text on the back right behind where it is on the front, the way up that turning a cut card over
// needs. No mark is on a card, and the marks of both sides lie on each other.
func TestDuplex(t *testing.T) {
	t.Parallel()
	data, err := styles.FS.ReadFile("fonts/EBGaramond-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	face, err := typeset.LoadFace("EBGaramond-Regular", data)
	if err != nil {
		t.Fatal(err)
	}
	table, problems := config.LoadCards(styles.FS)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	size := func(s config.Size) impose.Size { return impose.Size{W: page.Length(s.W), H: page.Length(s.H)} }
	papers := map[string]impose.Size{}
	var grids []impose.Grid
	for _, s := range table.Sheets {
		papers[s.ID] = size(s.Size)
	}
	for _, card := range table.Cards {
		for _, sheet := range table.Sheets {
			for _, o := range []impose.Orientation{impose.Portrait, impose.Landscape} {
				asks := []impose.Ask{{Margin: page.In / 4}, {Margin: page.In / 4, Gap: page.In / 8, Rotate: true}}
				for _, a := range asks {
					a.Sheet, a.Card, a.Orientation = size(sheet.Size), size(card.Size), o
					g, err := impose.Pack(a)
					if err != nil {
						t.Errorf("%s on %s: %v", card.ID, sheet.ID, err)
						continue
					}
					grids = append(grids, g)
				}
			}
		}
	}
	for _, s := range table.Stocks {
		grids = append(grids, impose.Grid{Sheet: papers[s.Sheet], Card: size(s.Card), Cols: s.Cols, Rows: s.Rows,
			X0: page.Length(s.Left), Y0: page.Length(s.Top), PitchX: page.Length(s.PitchX), PitchY: page.Length(s.PitchY)})
	}
	if len(table.Stocks) < 6 || len(grids) < 100 {
		t.Fatalf("only %d grids", len(grids))
	}
	type run struct {
		job   impose.Job
		cards int
		pages int
	}
	var runs []run
	doc := &page.Document{Title: "Duplex", Date: time.Unix(0, 0).UTC()} // one for all: the font goes into it once
	for i, g := range grids {
		per := g.Cells()
		jobs := []impose.Job{
			{Grid: g, Marks: impose.CropMarks, Start: 1}, {Grid: g, Marks: impose.Guillotine, Start: 2},
			{Grid: g, Marks: impose.Scissors, Start: per}, {Grid: g, Marks: impose.CropMarks, Start: per/2 + 1},
		}
		job := jobs[(i+i/2)%len(jobs)] // each with and without gaps
		cards := duplexCards(face, per+max(1, per/3), g.Card)
		for _, job.Flip = range []impose.Flip{impose.LongEdge, impose.ShortEdge} {
			pages := impose.Sheets(cards, job)
			doc.Pages = append(doc.Pages, pages...)
			runs = append(runs, run{job, len(cards), len(pages)})
		}
	}
	var file bytes.Buffer
	if err := pdf.Write(&file, doc, pdf.Plain); err != nil {
		t.Fatal(err)
	}
	pages := readSheets(t, file.Bytes())
	seen, onSide := 0, 0
	for _, r := range runs {
		found := 0
		for k := 0; k < r.pages; k += 2 {
			found += holdTogether(t, &pages[k], &pages[k+1], r.job.Grid, r.job.Flip)
		}
		pages = pages[r.pages:]
		if found != r.cards {
			t.Errorf("%d of %d cards found", found, r.cards)
		}
		if t.Failed() {
			t.Fatalf("%+v, marks %d, flip %d, from cell %d on", r.job.Grid, r.job.Marks, r.job.Flip, r.job.Start)
		}
		seen += found
		if r.job.Grid.OnSide {
			onSide += found
		}
	}
	if seen < 3000 || onSide < 100 {
		t.Errorf("only %d cards were looked at, %d of them on their side", seen, onSide)
	}
}

// holdTogether holds a front against its back, and gives how many cards are on it.
func holdTogether(t *testing.T, front, back *sheetPage, g impose.Grid, flip impose.Flip) int {
	t.Helper()
	const near = 0.004 // pt: what coordinates of 1/1000 pt add up to
	apart := func(a, b float64) bool { return math.Abs(a-b) > near }
	names := func(p *sheetPage) []string {
		var out []string
		for text := range p.texts {
			out = append(out, text)
		}
		slices.Sort(out)
		return out
	}
	if f, b := names(front), names(back); !slices.Equal(f, b) {
		t.Fatalf("on the front %s, on the back %s", strings.Join(f, " "), strings.Join(b, " "))
	}
	var cards []drawn
	w, h := g.Card.W.Points(), g.Card.H.Points()
	for id, f := range front.texts {
		b := back.onPaper(back.texts[id], flip)
		if apart(f.x, b.x) || apart(f.y, b.y) {
			t.Errorf("%s is at %.3f, %.3f, and behind it at %.3f, %.3f", id, f.x, f.y, b.x, b.y)
		}
		if apart(f.dx, -b.dx) || apart(f.dy, -b.dy) || math.Abs(f.dx)+math.Abs(f.dy) < 0.99 {
			t.Errorf("%s runs %.2f, %.2f and behind it %.2f, %.2f", id, f.dx, f.dy, b.dx, b.dy)
		}
		// The card's trim, from the place of its text.
		corner := func(u, v float64) (float64, float64) { return f.x + u*f.dx + v*f.dy, f.y + u*f.dy - v*f.dx }
		x0, y0 := corner(-w/5, -h/3)
		x1, y1 := corner(w*4/5, h*2/3)
		cards = append(cards, drawn{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)})
	}
	for _, m := range front.fills {
		for _, c := range cards {
			if min(m.x1, c.x1)-max(m.x0, c.x0) > near && min(m.y1, c.y1)-max(m.y0, c.y0) > near {
				t.Errorf("the mark %v is on the card %v", m, c)
			}
		}
	}
	for _, m := range front.lines { // a frame goes all around its card, so it is on none when no side of it is
		for _, c := range cards {
			in := func(v, low, high float64) bool { return v > low+near && v < high-near }
			upright := in(m.x0, c.x0, c.x1) || in(m.x1, c.x0, c.x1)
			across := in(m.y0, c.y0, c.y1) || in(m.y1, c.y0, c.y1)
			if upright && min(m.y1, c.y1) > max(m.y0, c.y0) || across && min(m.x1, c.x1) > max(m.x0, c.x0) {
				t.Errorf("the line %v is on the card %v", m, c)
			}
		}
	}
	for what, pair := range map[string][2][]drawn{"mark": {front.fills, back.fills}, "line": {front.lines, back.lines}} {
		if len(pair[0]) != len(pair[1]) {
			t.Errorf("%d %ss on the front, %d on the back", len(pair[0]), what, len(pair[1]))
			continue
		}
		for i, m := range pair[0] {
			b := pair[1][i]
			p, q := back.onPaper(shown{x: b.x0, y: b.y0}, flip), back.onPaper(shown{x: b.x1, y: b.y1}, flip)
			b = drawn{min(p.x, q.x), min(p.y, q.y), max(p.x, q.x), max(p.y, q.y)}
			if apart(m.x0, b.x0) || apart(m.x1, b.x1) || apart(m.y0, b.y0) || apart(m.y1, b.y1) {
				t.Errorf("the %s %v lies on %v", what, m, b)
			}
		}
	}
	return len(front.texts)
}
