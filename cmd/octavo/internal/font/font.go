// Package font reads TrueType fonts: measures, features, character coverage and outlines. [New] reads one. It does not shape
// text; package typeset does, with the parsed font.
package font

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
)

// Font is a TrueType font: its file, for those who embed it, and what shaping needs to know of it. A Font may be used by
// many goroutines.
type Font struct {
	Name   string // unique in a document, for example "EBGaramond-Regular"
	Family string // as the font calls it, for example "EB Garamond"
	Data   []byte // the file; not to be written to
	Upem   int    // font units in an em

	Ascent, Descent int // font units; both positive
	XHeight         int // font units
	CapHeight       int // font units

	Space, Hyphen int    // advances in font units
	SpaceGlyph    uint16 // 0 when the font has none

	features Features // that its glyph substitutions know
	Parsed   *font.Font
	fault    atomic.Pointer[error] // the first that was met, see Fault
	faces    sync.Pool             // of *font.Face, which goroutines cannot share
}

// New reads a TrueType font. Name tells fonts of a document apart.
func New(name string, data []byte) (f *Font, err error) {
	defer func() { // go-text's reader has panicked on broken fonts
		if r := recover(); r != nil {
			f, err = nil, fmt.Errorf("font %s: broken file: %v", name, r)
		}
	}()
	if err := wholeTables(data); err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	f = &Font{Name: name, Data: data, Upem: int(face.Upem()), Parsed: face.Font}
	if f.Upem < 16 || f.Upem > 16384 { // lengths are divided by it
		return nil, fmt.Errorf("font %s: %d units in an em, not 16 to 16384", name, f.Upem)
	}
	if e, ok := face.FontHExtents(); ok {
		f.Ascent, f.Descent = int(e.Ascender), -int(e.Descender)
	}
	f.Family = face.Describe().Family
	f.XHeight = int(face.LineMetric(font.XHeight))
	f.CapHeight = int(face.LineMetric(font.CapHeight))
	f.features = featuresOf(face.Font)
	f.faces.New = func() any { return font.NewFace(f.Parsed) }
	f.SpaceGlyph = f.Glyph(' ')
	f.Space = f.Advance(f.SpaceGlyph)
	f.Hyphen = f.Advance(f.Glyph('-'))
	if err := f.Fault(); err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	return f, nil
}

// wholeTables reports a table that the font's directory places beyond the end of the file. Go-text's reader makes room for as
// many bytes as the directory says, up to 4 GiB for a byte that is wrong (OpenType 1.9, "Organization of an OpenType Font").
func wholeTables(data []byte) error {
	const header, record = 12, 16
	if len(data) < header {
		return errors.New("broken file: it ends in its header")
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := header + i*record
		if at+record > len(data) {
			return errors.New("broken file: it ends in its table directory")
		}
		r := data[at : at+record]
		if end := uint64(binary.BigEndian.Uint32(r[8:])) + uint64(binary.BigEndian.Uint32(r[12:])); end > uint64(len(data)) {
			return fmt.Errorf("broken file: its table %q reaches beyond its end", r[:4])
		}
	}
	return nil
}

// featuresOf returns the features that a font's glyph substitutions know: all that a feature switches on.
func featuresOf(parsed *font.Font) (known Features) {
	have := map[ot.Tag]bool{}
	for _, f := range parsed.GSUB.Features {
		have[f.Tag] = true
	}
	lacking := Features(0)
	for _, t := range Tags {
		if have[ot.MustNewTag(t.Tag)] {
			known |= t.Feature
		} else if t.Value != 0 {
			lacking |= t.Feature
		}
	}
	return known &^ lacking
}

// Fault is what go-text made of the font where it panicked over it, nil for a whole font. The text that was set with it
// since then is not to be trusted.
func (f *Font) Fault() error {
	if err := f.fault.Load(); err != nil {
		return *err
	}
	return nil
}

// Guard keeps a panic over a damaged font from its caller, who gets the results that are set by then, and remembers it. It is
// to be deferred.
func (f *Font) Guard() {
	if r := recover(); r != nil {
		err := fmt.Errorf("the font is damaged: %v", r)
		f.fault.CompareAndSwap(nil, &err)
	}
}

// Supports reports whether the font knows every one of the features.
func (f *Font) Supports(features Features) bool { return f.features&features == features }

// Has reports whether the font has a glyph for r.
func (f *Font) Has(r rune) bool {
	defer f.Guard()
	_, ok := f.Parsed.NominalGlyph(r)
	return ok
}

// Glyph is the font's own glyph for r, 0 (.notdef) when it has none.
func (f *Font) Glyph(r rune) uint16 {
	defer f.Guard()
	g, _ := f.Parsed.NominalGlyph(r)
	return uint16(g)
}

// Advance is the width of a glyph in font units, as the font's hmtx table gives it.
func (f *Font) Advance(glyph uint16) int {
	defer f.Guard()
	face := f.faces.Get().(*font.Face)
	defer f.faces.Put(face)
	return int(face.HorizontalAdvance(font.GID(glyph)))
}

// Bearings are how much white a glyph has at the left and the right of its ink, in font units; less than nothing where the
// ink leans out of the advance.
func (f *Font) Bearings(glyph uint16) (left, right int) {
	defer f.Guard()
	face := f.faces.Get().(*font.Face)
	defer f.faces.Put(face)
	e, ok := face.GlyphExtents(font.GID(glyph))
	if !ok {
		return 0, 0
	}
	return int(e.XBearing), int(face.HorizontalAdvance(font.GID(glyph)) - e.XBearing - e.Width)
}

// Bounds are the edges of a glyph's ink in font units, y upwards from the baseline; all 0 where it has none.
func (f *Font) Bounds(glyph uint16) (left, bottom, right, top int) {
	defer f.Guard()
	face := f.faces.Get().(*font.Face)
	defer f.faces.Put(face)
	e, ok := face.GlyphExtents(font.GID(glyph))
	if !ok {
		return 0, 0, 0, 0
	}
	return int(e.XBearing), int(e.YBearing + e.Height), int(e.XBearing + e.Width), int(e.YBearing)
}

// Segment is one step of a glyph's outline, in 1/OutlineUnit of a font unit, y upwards.
type Segment struct {
	Op     Op
	X, Y   int32 // the end point
	X1, Y1 int32 // first control point of a curve
	X2, Y2 int32 // second control point of a curve
}

// Op is what a segment of an outline does.
type Op uint8

// The operators of outlines.
const (
	Move Op = iota
	Line
	Curve
	Close
)

// Outline is the shape of a glyph, contours closed; quadratic curves are raised to cubic ones.
func (f *Font) Outline(glyph uint16) []Segment {
	defer f.Guard()
	face := f.faces.Get().(*font.Face)
	defer f.faces.Put(face)
	data, ok := face.GlyphData(font.GID(glyph)).(font.GlyphOutline)
	if !ok {
		return nil
	}
	var out []Segment
	var x0, y0 float32
	round := func(v float32) int32 { return int32(v * OutlineUnit) }
	open := false
	for _, g := range data.Segments {
		a := g.Args
		switch g.Op {
		case ot.SegmentOpMoveTo:
			if open {
				out = append(out, Segment{Op: Close})
			}
			open = true
			out = append(out, Segment{Op: Move, X: round(a[0].X), Y: round(a[0].Y)})
			x0, y0 = a[0].X, a[0].Y
		case ot.SegmentOpLineTo:
			out = append(out, Segment{Op: Line, X: round(a[0].X), Y: round(a[0].Y)})
			x0, y0 = a[0].X, a[0].Y
		case ot.SegmentOpQuadTo:
			out = append(out, Segment{Op: Curve, X1: round(x0 + (a[0].X-x0)*2/3), Y1: round(y0 + (a[0].Y-y0)*2/3),
				X2: round(a[1].X + (a[0].X-a[1].X)*2/3), Y2: round(a[1].Y + (a[0].Y-a[1].Y)*2/3), X: round(a[1].X), Y: round(a[1].Y)})
			x0, y0 = a[1].X, a[1].Y
		case ot.SegmentOpCubeTo:
			out = append(out, Segment{Op: Curve, X1: round(a[0].X), Y1: round(a[0].Y),
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
	Proportional                      // pnum
	Inferiors                         // subs
	Swash                             // swsh
)

// Tag is what one of the Features means in the font's tables: a tag to switch on (1) or off (0).
type Tag struct {
	Feature Features
	Tag     string
	Value   uint32
}

// Tags are the tags of all Features, in the order in which a shaper is given them.
var Tags = []Tag{
	{SmallCaps, "smcp", 1}, {AllSmallCaps, "smcp", 1}, {AllSmallCaps, "c2sc", 1}, {OldStyle, "onum", 1}, {Lining, "lnum", 1},
	{Tabular, "tnum", 1}, {Superiors, "sups", 1}, {Capitals, "case", 1}, {NoLigatures, "liga", 0}, {NoLigatures, "clig", 0},
	{NoLigatures, "dlig", 0}, {Fractions, "frac", 1},
	{Proportional, "pnum", 1}, {Inferiors, "subs", 1}, {Swash, "swsh", 1},
}
