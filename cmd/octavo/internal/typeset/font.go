package typeset

import (
	"bytes"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// Font is a TrueType font: its file, for whoever embeds it, and what shaping needs to know of it. A Font may be used by
// many goroutines.
type Font struct {
	Name   string // unique in a document, for example "EBGaramond-Regular"
	Family string // as the font calls it, for example "EB Garamond"
	Data   []byte // the file; not to be written to
	Upem   int    // font units in an em

	Ascent, Descent int // font units; both positive
	XHeight         int // font units
	CapHeight       int // font units

	features      Features // that its glyph substitutions know
	space, hyphen int      // advances in font units
	spaceGlyph    uint16

	face  *font.Font
	fault atomic.Pointer[error] // the first that was met, see Fault
	pool  sync.Pool             // of *shaper
	cache sync.Map              // shapeKey to *Shaped
}

// shaper holds what one goroutine needs to shape; go-text's face and buffer are not safe to share.
type shaper struct {
	face *font.Face
	hb   *harfbuzz.Font
	buf  *harfbuzz.Buffer
}

// NewFont reads a TrueType font. Name tells fonts of a document apart.
func NewFont(name string, data []byte) (f *Font, err error) {
	defer func() { // go-text's reader has panicked on broken fonts
		if r := recover(); r != nil {
			f, err = nil, fmt.Errorf("font %s: broken file: %v", name, r)
		}
	}()
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	f = &Font{Name: name, Data: data, Upem: int(face.Upem()), face: face.Font}
	if f.Upem < 16 || f.Upem > 16384 { // lengths are divided by it
		return nil, fmt.Errorf("font %s: %d units in an em, not 16 to 16384", name, f.Upem)
	}
	if e, ok := face.FontHExtents(); ok {
		f.Ascent, f.Descent = int(e.Ascender), -int(e.Descender)
	}
	f.Family = face.Describe().Family
	f.XHeight = int(face.LineMetric(font.XHeight))
	f.CapHeight = int(face.LineMetric(font.CapHeight))
	for _, have := range face.GSUB.Features {
		for _, t := range featureTags {
			if have.Tag == ot.MustNewTag(t.tag) {
				f.features |= t.bit
			}
		}
	}
	f.pool.New = func() any {
		face := font.NewFace(f.face)
		return &shaper{face: face, hb: harfbuzz.NewFont(face), buf: harfbuzz.NewBuffer()}
	}
	f.spaceGlyph = f.Glyph(' ')
	f.space = f.Advance(f.spaceGlyph)
	f.hyphen = f.Advance(f.Glyph('-'))
	if err := f.Fault(); err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	return f, nil
}

// Fault is what go-text made of the font where it panicked over it, nil for a whole font. The text that was set with it
// since then is not to be trusted.
func (f *Font) Fault() error {
	if err := f.fault.Load(); err != nil {
		return *err
	}
	return nil
}

// guard keeps a panic over a damaged font from its caller, who gets the results that are set by then, and remembers it. It is
// to be deferred.
func (f *Font) guard() {
	if r := recover(); r != nil {
		err := fmt.Errorf("the font is damaged: %v", r)
		f.fault.CompareAndSwap(nil, &err)
	}
}

// Supports says whether the font knows every one of the features.
func (f *Font) Supports(features Features) bool { return f.features&features == features }

// Has says whether the font has a glyph for r.
func (f *Font) Has(r rune) bool {
	defer f.guard()
	_, ok := f.face.NominalGlyph(r)
	return ok
}

// Glyph is the font's own glyph for r, 0 (.notdef) when it has none.
func (f *Font) Glyph(r rune) uint16 {
	defer f.guard()
	g, _ := f.face.NominalGlyph(r)
	return uint16(g)
}

// Advance is the width of a glyph in font units, as the font's hmtx table gives it.
func (f *Font) Advance(glyph uint16) int {
	defer f.guard()
	s := f.pool.Get().(*shaper)
	defer f.pool.Put(s)
	return int(s.face.HorizontalAdvance(font.GID(glyph)))
}

// bearings are how much white a glyph has at the left and the right of its ink, in font units; less than nothing where the
// ink leans out of the advance.
func (f *Font) bearings(glyph uint16) (left, right int) {
	defer f.guard()
	s := f.pool.Get().(*shaper)
	defer f.pool.Put(s)
	e, ok := s.face.GlyphExtents(font.GID(glyph))
	if !ok {
		return 0, 0
	}
	return int(e.XBearing), int(s.face.HorizontalAdvance(font.GID(glyph)) - e.XBearing - e.Width)
}

// Bounds are the edges of a glyph's ink in font units, y upwards from the baseline; all 0 where it has none.
func (f *Font) Bounds(glyph uint16) (left, bottom, right, top int) {
	defer f.guard()
	s := f.pool.Get().(*shaper)
	defer f.pool.Put(s)
	e, ok := s.face.GlyphExtents(font.GID(glyph))
	if !ok {
		return 0, 0, 0, 0
	}
	return int(e.XBearing), int(e.YBearing + e.Height), int(e.XBearing + e.Width), int(e.YBearing)
}

// Outline is the shape of a glyph in font units, y upwards, contours closed; quadratic curves are raised to cubic ones.
func (f *Font) Outline(glyph uint16) []Segment {
	defer f.guard()
	s := f.pool.Get().(*shaper)
	defer f.pool.Put(s)
	data, ok := s.face.GlyphData(font.GID(glyph)).(font.GlyphOutline)
	if !ok {
		return nil
	}
	var out []Segment
	var x0, y0 float32
	round := func(v float32) Length { return Length(v * 64) }
	open := false
	for _, g := range data.Segments {
		a := g.Args
		switch g.Op {
		case ot.SegmentOpMoveTo:
			if open {
				out = append(out, Segment{Op: Close})
			}
			open = true
			out = append(out, Segment{Op: MoveTo, X: round(a[0].X), Y: round(a[0].Y)})
			x0, y0 = a[0].X, a[0].Y
		case ot.SegmentOpLineTo:
			out = append(out, Segment{Op: LineTo, X: round(a[0].X), Y: round(a[0].Y)})
			x0, y0 = a[0].X, a[0].Y
		case ot.SegmentOpQuadTo:
			out = append(out, Segment{Op: CurveTo, X1: round(x0 + (a[0].X-x0)*2/3), Y1: round(y0 + (a[0].Y-y0)*2/3),
				X2: round(a[1].X + (a[0].X-a[1].X)*2/3), Y2: round(a[1].Y + (a[0].Y-a[1].Y)*2/3), X: round(a[1].X), Y: round(a[1].Y)})
			x0, y0 = a[1].X, a[1].Y
		case ot.SegmentOpCubeTo:
			out = append(out, Segment{Op: CurveTo, X1: round(a[0].X), Y1: round(a[0].Y),
				X2: round(a[1].X), Y2: round(a[1].Y), X: round(a[2].X), Y: round(a[2].Y)})
			x0, y0 = a[2].X, a[2].Y
		}
	}
	if open {
		out = append(out, Segment{Op: Close})
	}
	return out
}

// OutlineUnit is how many steps of an Outline's coordinates make one font unit.
const OutlineUnit = 64

// Features is a set of OpenType features to switch on or off beside the ones that are always on (kerning, standard
// ligatures, contextual forms).
type Features uint16

// The features.
const (
	SmallCaps    Features = 1 << iota // smcp
	AllSmallCaps                      // smcp and c2sc
	OldStyle                          // onum
	Lining                            // lnum
	Tabular                           // tnum
	Superiors                         // sups
	Capitals                          // case
	NoLigatures                       // liga and clig off, for letterspaced text
	Fractions                         // frac
)

var featureTags = []struct {
	bit   Features
	tag   string
	value uint32
}{
	{SmallCaps, "smcp", 1}, {AllSmallCaps, "smcp", 1}, {AllSmallCaps, "c2sc", 1}, {OldStyle, "onum", 1}, {Lining, "lnum", 1},
	{Tabular, "tnum", 1}, {Superiors, "sups", 1}, {Capitals, "case", 1}, {NoLigatures, "liga", 0}, {NoLigatures, "clig", 0},
	{NoLigatures, "dlig", 0}, {Fractions, "frac", 1},
}

func (fs Features) harfbuzz() []harfbuzz.Feature {
	var out []harfbuzz.Feature
	for _, t := range featureTags {
		if fs&t.bit != 0 {
			out = append(out, harfbuzz.Feature{Tag: ot.MustNewTag(t.tag), Value: t.value,
				Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd})
		}
	}
	return out
}

// Shaped is a piece of text as glyphs, in font units.
type Shaped struct {
	Glyphs []Glyph // Advance, DX and DY in font units
	Width  int     // sum of the advances
}

type shapeKey struct {
	text     string
	features Features
}

// Shape turns text (left to right, one script) into glyphs in font units. It remembers what it shaped, for a book says
// the same words again and again; the result is not to be written to.
func (f *Font) Shape(text string, features Features) *Shaped {
	key := shapeKey{text, features}
	if s, ok := f.cache.Load(key); ok {
		return s.(*Shaped)
	}
	out := f.shape(text, features)
	f.cache.Store(key, out)
	return out
}

// shape is Shape without its memory. What a damaged font makes nothing of has no glyphs; see Fault.
func (f *Font) shape(text string, features Features) (out *Shaped) {
	out = &Shaped{}
	defer f.guard()
	s := f.pool.Get().(*shaper) // one that panicked is not used again
	out = s.shape(text, features)
	f.pool.Put(s)
	return out
}

func (s *shaper) shape(text string, features Features) *Shaped {
	runes := []rune(text)
	at := make([]int32, len(runes)) // byte offset of each rune
	i := 0
	for b := range text {
		at[i] = int32(b)
		i++
	}
	s.buf.Clear()
	s.buf.AddRunes(runes, 0, len(runes))
	s.buf.Props.Direction = harfbuzz.LeftToRight
	s.buf.Props.Script = language.Latin
	s.buf.Props.Language = "en"
	s.buf.Shape(s.hb, features.harfbuzz())
	out := &Shaped{Glyphs: make([]Glyph, len(s.buf.Info))}
	for i, info := range s.buf.Info {
		p := s.buf.Pos[i]
		out.Glyphs[i] = Glyph{ID: uint16(info.Glyph), At: at[info.Cluster], Advance: int32(p.XAdvance), DX: int32(p.XOffset), DY: int32(p.YOffset)}
		out.Width += int(p.XAdvance)
	}
	return out
}

// SpaceAt is the natural width of the word space at a size.
func (f *Font) SpaceAt(size Length) Length { return Length(f.space) * size / Length(f.Upem) }
