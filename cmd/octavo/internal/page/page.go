// Package page is the second waist of the pipeline: pages with ink at places, as the writers (pdf, raster, svg) take them. No
// shaper and no line breaking is behind it.
//
// A [Document] has [Page]s and the structure tree of its text; a page has [Item]s: text as glyphs, rules, paths, pictures,
// anchors, links, groups and slots. [Dump] writes pages as text, for golden files; [Placed] walks the items of a page with their
// places.
package page

import (
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/drawing"
	"octavo/cmd/octavo/internal/font"
)

// Length is a length on paper in 1/65536 of a PostScript point (1/72 in). Integers make a page the same on every
// machine.
type Length int64

// Units.
const (
	Pt Length = 1 << 16
	In        = 72 * Pt
	Mm        = In * 10 / 254
)

// Points is l in PostScript points.
func (l Length) Points() float64 { return float64(l) / float64(Pt) }

// Node is one element of a document's logical structure, for readers who hear a page or reflow it. Items of a page name the
// Node that they are content of; an item without one is an artifact: a running head, a folio, a rule. The order of a
// tree is the reading order, whatever the order on the page.
type Node struct {
	Kind     NodeKind
	Alt      string // of a Figure: what it shows; of a Formula: its characters
	Lang     string // its language (BCP 47) where it is another than the document's
	Title    string // of a Sect or Part: its name
	Scope    string // of a TH: "Column" or "Row"
	Labels   string // of an L whose items have labels: "Decimal", "LowerRoman", "Disc" …, as PDF names them
	Children []*Node
}

// NodeKind is a standard structure type of PDF 1.7 (ISO 32000-1, 14.8.4).
type NodeKind string

// The kinds in use.
const (
	NodeDocument   NodeKind = "Document"
	NodePart       NodeKind = "Part"
	NodeSect       NodeKind = "Sect"
	NodeH1         NodeKind = "H1"
	NodeH2         NodeKind = "H2"
	NodeH3         NodeKind = "H3"
	NodeH4         NodeKind = "H4"
	NodeH5         NodeKind = "H5"
	NodeH6         NodeKind = "H6"
	NodeParagraph  NodeKind = "P"
	NodeList       NodeKind = "L"
	NodeItem       NodeKind = "LI"
	NodeLabel      NodeKind = "Lbl"
	NodeItemBody   NodeKind = "LBody"
	NodeTable      NodeKind = "Table"
	NodeRow        NodeKind = "TR"
	NodeHeaderCell NodeKind = "TH"
	NodeCell       NodeKind = "TD"
	NodeFigure     NodeKind = "Figure"
	NodeCaption    NodeKind = "Caption"
	NodeQuote      NodeKind = "BlockQuote"
	NodeCode       NodeKind = "Code"
	NodeNote       NodeKind = "Note"
	NodeReference  NodeKind = "Reference" // the mark of a note
	NodeLink       NodeKind = "Link"
	NodeTOC        NodeKind = "TOC"
	NodeTOCItem    NodeKind = "TOCI"
	NodeIndex      NodeKind = "Index"
	NodeSpan       NodeKind = "Span"
	NodeFormula    NodeKind = "Formula"
	NodeDivision   NodeKind = "Div" // a passage that is set off
)

// Add appends a new child of a kind and returns it. Adding to no node gives none, so that what is not tagged need not ask.
func (n *Node) Add(kind NodeKind) *Node {
	if n == nil {
		return nil
	}
	c := &Node{Kind: kind}
	n.Children = append(n.Children, c)
	return c
}

// Page is plain data, the second waist of the pipeline: ink at places. The origin is the top left corner of the
// sheet, y grows downwards.
type Page struct {
	Width, Height Length // trimmed
	Label         string // the folio as a reader would say it, "iv" or "12"
	Turned        bool   // all of it is printed upside down, for a duplex printer that flips on the short edge
	Bleed         Length // how far Items may stand out over the edges, to be cut off; 0: nothing does
	Items         []Item
}

// Item is one of *Text, *Rule, *Path, *Image, *Link, *Anchor, *Slot, *Group.
type Item interface{ item() }

// Color is ink in percent, 0 to 100. The zero Color is no ink: white.
type Color struct {
	C, M, Y, K uint8
	Second     bool // it is the document's second ink, which a writer of pages may print in another way; see Ink
}

// Black is the ink of text.
var Black = Color{K: 100}

// Text is a run of glyphs of one font on one baseline.
type Text struct {
	X, Y   Length // left end of the baseline
	Font   *font.Font
	Size   Length
	Color  Color
	Glyphs []Glyph
	Text   string   // what the glyphs stand for; Glyph.At are offsets in it
	Pos    diag.Pos // where the author wrote it
	Offset int      // where Text begins in what Pos names, in bytes; Made: it is not there
	Node   *Node    // nil: an artifact
}

// Made is the Offset of text that the author did not write at its Pos: it was made for what stands there.
const Made = -1

// Glyph is one glyph at its place in a run, measured at the run's size.
type Glyph struct {
	ID      uint16
	At      int32 // its cluster's first byte in Text.Text; the cluster ends where the next greater At begins
	Advance int32 // Length to the next glyph, justification and kerning included
	DX, DY  int32 // Length from the pen; DY grows upwards
}

// Rule is a filled box.
type Rule struct {
	X, Y, W, H Length // Y is the upper edge
	Color      Color
}

// Path is a shape, filled when Fill is not nil, stroked when Stroke is not nil.
type Path struct {
	Segments []Segment
	Fill     *Color
	Stroke   *Color
	Width    Length // of the stroke
	Dash     Length // of each dash of the stroke and of the white after it; 0: the line is solid
}

// Segment is one step of a path.
type Segment struct {
	Op     SegmentOp
	X, Y   Length // the end point
	X1, Y1 Length // first control point of a curve
	X2, Y2 Length // second control point of a curve
}

// SegmentOp is what a segment does.
type SegmentOp uint8

// The segment operators, in the order of those of a font's outlines.
const (
	MoveTo SegmentOp = iota
	LineTo
	CurveTo
	Close
)

// Outline is the shape of a glyph as segments of a path, in 1/OutlineUnit of a font unit, y upwards.
func Outline(f *font.Font, glyph uint16) []Segment {
	outline := f.Outline(glyph)
	if outline == nil {
		return nil
	}
	out := make([]Segment, len(outline))
	for i, s := range outline {
		out[i] = Segment{Op: SegmentOp(s.Op), X: Length(s.X), Y: Length(s.Y), X1: Length(s.X1), Y1: Length(s.Y1), X2: Length(s.X2), Y2: Length(s.Y2)}
	}
	return out
}

// SpaceAt is the natural width of a font's word space at a size.
func SpaceAt(f *font.Font, size Length) Length { return Length(f.Space) * size / Length(f.Upem) }

// Picture is a picture's file.
type Picture struct {
	Name          string // unique in the document
	Format        string // "png" or "jpeg"; "tiff" when it is in CMYK, "svg" when it is a drawing
	Data          []byte
	Width, Height int              // pixels
	Drawing       *drawing.Drawing // whose text has been set; nil: the picture is made of pixels
}

// Image is a picture in a box.
type Image struct {
	X, Y, W, H Length // Y is the upper edge
	Picture    *Picture
	Alt        string
	Pos        diag.Pos // where the author wrote it
	Node       *Node    // nil: an artifact
}

// Link is a place a reader can press: it leads to an Anchor of the document or to a URL.
type Link struct {
	X, Y, W, H Length // Y is the upper edge
	Anchor     string
	URL        string
	Node       *Node // of kind Link, or nil
}

// Anchor is a place that links and bookmarks lead to.
type Anchor struct {
	Name string
	X, Y Length
}

// Slot is a place whose items differ from copy to copy of a document: a reader's name for example. They keep their own
// places, measured from the slot, and are no part of the document's structure.
type Slot struct {
	X, Y Length
	Name string
}

func (*Text) item()   {}
func (*Rule) item()   {}
func (*Path) item()   {}
func (*Image) item()  {}
func (*Link) item()   {}
func (*Anchor) item() {}
func (*Slot) item()   {}
func (*Group) item()  {}

// TenthsOfMm returns tenths of a millimetre as a length, exactly.
func TenthsOfMm(tenths int) Length { return Length(tenths) * In / 254 }
