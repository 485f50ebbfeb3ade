package coverdesign

import (
	"math"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// Words are what a key of book.toml says, as a cover shows it.
type Words struct {
	Text string
	Pos  diag.Pos
	Node *page.Node // what they are content of; nil: they are artifacts
}

// The words of a front, as content of elements that are added to a node.

func (d *Design) Title(in *page.Node) Words {
	return Words{d.cfg.Book.Title, d.cfg.Where("book.title"), in.Add(page.NodeH1)}
}

func (d *Design) Subtitle(in *page.Node) Words {
	return Words{d.cfg.Book.Subtitle, d.cfg.Where("book.subtitle"), in.Add(page.NodeParagraph)}
}

func (d *Design) Authors(in *page.Node) Words {
	return Words{strings.Join(d.cfg.Book.Authors(), ", "), d.cfg.Where("book.authors"), in.Add(page.NodeParagraph)}
}

func (d *Design) Publisher(in *page.Node) Words {
	return Words{d.cfg.Book.Publisher, d.cfg.Where("book.publisher"), in.Add(page.NodeParagraph)}
}

// Text returns how words look in a face of the style.
func (d *Design) Text(face string, size page.Length, color page.Color) textstyle.Style {
	plain := textstyle.Style{Fonts: d.fonts, Size: size, Features: textstyle.Figures(d.style), Color: color, Solid: true}
	return Sized(plain.Faced(face), size)
}

// Sized returns d in a size, its small capitals a little apart.
func Sized(d textstyle.Style, size page.Length) textstyle.Style {
	if d.Tracking > 0 || d.Features&font.AllSmallCaps != 0 {
		d.Tracking = size / 14
	}
	d.Size = size
	if d.Capitals {
		d.Size = size * 8 / 10
	}
	return d
}

// TitleFace returns the face of a title.
func (d *Design) TitleFace() string {
	if d.Name == config.Poster {
		return config.Bold
	}
	return d.style.Chapter.Face
}

// Block is words set in lines.
type Block struct {
	Lines   []typeset.Line
	Size    page.Length
	Leading page.Length // from baseline to baseline
	Top     page.Length // from the top of its capitals to the first baseline
}

// Height returns how high a block is from the top of its capitals to the last baseline.
func (b Block) Height() page.Length {
	if len(b.Lines) == 0 {
		return 0
	}
	return b.Top + page.Length(len(b.Lines)-1)*b.Leading
}

// Width returns the width of the longest line.
func (b Block) Width() (w page.Length) {
	for _, l := range b.Lines {
		w = max(w, l.Width)
	}
	return w
}

// left returns how far the block's text begins from the left of its room: 0 but for text that runs against its book, whose lines end at
// the right.
func (b Block) left() page.Length {
	left := page.Length(math.MaxInt64)
	for _, l := range b.Lines {
		for _, it := range l.Items {
			if t, ok := it.(*page.Text); ok {
				left = min(left, t.X)
			}
		}
	}
	if left == math.MaxInt64 {
		return 0
	}
	return left
}

// outside returns how far the ink of a block stands above the top of its capitals, and how far it hangs below its last baseline.
func (b Block) outside() (above, below page.Length) {
	for i, l := range b.Lines {
		for _, it := range l.Items {
			t, ok := it.(*page.Text)
			if !ok {
				continue
			}
			ink := page.InkBox(t)
			if ink.Y += b.Top + page.Length(i)*b.Leading; ink.H > 0 {
				above, below = max(above, -ink.Y), max(below, ink.Y+ink.H-b.Height())
			}
		}
	}
	return above, below
}

// Put adds the block with the top of its capitals at y.
func (b Block) Put(items []page.Item, x, y page.Length) []page.Item {
	y += b.Top
	for _, l := range b.Lines {
		for _, it := range l.Items {
			page.Shift(it, x, y)
			items = append(items, it)
		}
		y += b.Leading
	}
	return items
}

// Fit is the room for a block: sizes are those of letters, before small capitals are reduced.
type Fit struct {
	Width, Height page.Length
	Most, Least   page.Length
	Leading       int // in hundredths of the size
	Align         typeset.Alignment
}

// fitStep is the step of the sizes that are tried.
const fitStep = page.Pt / 4

// Set sets words in the largest size at which they fit with all words whole, or with words divided where that would be less than half of
// what fits so. It reports whether they fit.
func (d *Design) Set(w Words, style textstyle.Style, fit Fit) (Block, bool) {
	if strings.TrimSpace(w.Text) == "" {
		return Block{}, true
	}
	style.Node = w.Node
	whole, ok := d.setOnce(w, style, fit, true)
	if ok && whole.Size*2 >= Sized(style, fit.Most).Size {
		return whole, true
	}
	if divided, fits := d.setOnce(w, style, fit, false); fits && (!ok || whole.Size*2 < divided.Size) {
		return divided, true
	} else if !ok {
		return divided, fits
	}
	return whole, ok
}

// setOnce sets words in the largest size at which they fit, with all words whole or not.
func (d *Design) setOnce(w Words, style textstyle.Style, fit Fit, whole bool) (Block, bool) {
	scale := func(size page.Length) page.Length { return Sized(style, size).Size }
	style = Sized(style, 100*page.Pt)
	style.Solid = whole
	span := style.Span(strings.ReplaceAll(w.Text, "\n", " "), w.Pos)
	display := typeset.NewDisplay([]typeset.Inline{span}, fit.Align, d.fonts.Hyphenator)
	room := typeset.Room{Width: fit.Width, Height: fit.Height, Leading: fit.Leading, Least: scale(fit.Least), Most: scale(fit.Most), Step: fitStep}
	size, ok := largest(display, room)
	b := Block{Lines: display.Set(room, size), Size: size, Leading: size * page.Length(fit.Leading) / 100, Top: rise(style, size)}
	for _, l := range b.Lines {
		d.Pressed(l.Items, size)
	}
	return b, ok && narrow(b.Lines, fit.Width)
}

// largest returns the largest size at which a text fits in a room, or the least, and whether it fits.
func largest(display *typeset.Display, room typeset.Room) (page.Length, bool) {
	var sizes []page.Length
	for size := room.Most; size > room.Least; size -= room.Step {
		sizes = append(sizes, size)
	}
	sizes = append(sizes, room.Least)
	for i, cost := range display.Costs(room, sizes) {
		if cost < typeset.NoFit {
			return sizes[i], true
		}
	}
	return room.Least, false
}

// narrow reports whether no line is wider than a measure, and none ends inside a word that may not be divided.
func narrow(lines []typeset.Line, measure page.Length) bool {
	for _, l := range lines {
		if l.Width > measure+page.Pt/10 || l.SplitWord {
			return false
		}
	}
	return true
}

// rise returns the height of capitals, or of the small capitals that stand in for them.
func rise(style textstyle.Style, size page.Length) page.Length {
	style.Size = size
	t, _ := typeset.Run(style.Span("H", diag.Pos{}))
	return -page.InkBox(t).Y
}
