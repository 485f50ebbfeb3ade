// Package pdftext reads the text of the pages of any PDF file with the position of every letter, so that a reader's
// mark can be traced to the words under it. [Open] opens a file; [Document.Text] reads a page.
package pdftext

import (
	"math"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/cos"
)

// Document is a PDF file whose pages are read on demand. It is not safe for concurrent use.
type Document struct {
	File    *cos.File
	Pages   []*Page
	Labels  bool // the file says what folios its pages have
	fonts   map[cos.Ref]*font
	streams *content.Streams
	read    []*Page // whose text is kept
	letters int     // of these
}

// Page is a page of a file.
type Page struct {
	Number    int    // from 1
	Label     string // the folio as readers show it (ISO 32000-1, 12.4.2)
	Dict      cos.Dict
	Box       Rect // what is shown of it, in points
	resources cos.Value
	text      *Text
}

// Rect is an upright rectangle in points, y upwards.
type Rect = content.Rect

// maxLabels is how many ranges of pages with labels are read; each page can have one.
const maxLabels = 20000

// maxPrefix is how many letters before a page's number are read: all pages of a range have the same ones, and a file may have a megabyte of them.
const maxPrefix = 100

// Open finds the pages of a file. If the file's budget is exhausted, only the file's Err reports it.
func Open(f *cos.File) *Document {
	d := &Document{File: f, fonts: map[cos.Ref]*font{}}
	pages := content.Pages(f)
	d.streams = content.StreamsOf(f, pages)
	for _, found := range pages {
		p := &Page{Number: len(d.Pages) + 1, Dict: found.Dict, resources: found.Resources, Box: content.Corners(0, 0, 612, 792)}
		for _, v := range []cos.Value{found.MediaBox, found.CropBox} {
			if r, ok := RectOf(f, v); ok && r.Width() > 0 && r.Height() > 0 {
				p.Box = r
			}
		}
		p.Label = strconv.Itoa(p.Number)
		d.Pages = append(d.Pages, p)
	}
	d.label(f.Dict(f.Trailer["Root"])["PageLabels"])
	return d
}

// RectOf reads a rectangle, whichever corners it gives (7.9.5).
func RectOf(f *cos.File, v cos.Value) (Rect, bool) {
	r, ok := content.RectOf(f, v)
	return r, ok && f.Spend(cos.Objects, 4)
}

// Numbers reads an array of at least so many numbers of a size that can be meant.
func Numbers(f *cos.File, v cos.Value, atLeast int) ([]float64, bool) {
	a := f.Array(v)
	if len(a) < atLeast || len(a) > 1<<16 || !f.Spend(cos.Objects, len(a)) {
		return nil, false
	}
	out := make([]float64, len(a))
	for i := range a {
		n, ok := f.Number(a[i])
		if !ok || math.IsNaN(n) || math.Abs(n) > 1e7 {
			return nil, false
		}
		out[i] = n
	}
	return out, true
}

// label gives the pages their labels.
func (d *Document) label(tree cos.Value) {
	f := d.File
	ranges := map[int]cos.Dict{}
	cos.Walk(f, tree, 0, func(_ cos.Ref, node cos.Dict, _ int) (int, bool) {
		nums := f.Array(node["Nums"])
		f.Spend(cos.Objects, len(nums)) // nodes can share them
		for i := 0; i+1 < len(nums); i += 2 {
			if first, ok := f.Number(nums[i]); ok && first >= 0 && first < maxLabels {
				ranges[int(first)] = f.Dict(nums[i+1])
			}
		}
		return 0, f.Err() == nil
	})
	var style cos.Name
	var prefix string
	counted, number := false, 1
	for i, p := range d.Pages {
		if r, ok := ranges[i]; ok {
			counted, number = true, 1
			d.Labels = true
			style = f.Name(r["S"])
			prefix, _ = f.Text(r["P"])
			if before := []rune(prefix); len(before) > maxPrefix {
				prefix = string(before[:maxPrefix])
			}
			if st, ok := f.Number(r["St"]); ok && st >= 1 && st < 1e6 {
				number = int(st)
			}
		}
		if counted {
			p.Label = prefix + numeral(style, number)
		}
		number++
	}
}

// numeral returns a page's number as a style of labels writes it.
func numeral(style cos.Name, n int) string {
	switch style {
	case "D":
		return strconv.Itoa(n)
	case "r", "R":
		s := roman(n)
		if style == "R" {
			s = strings.ToUpper(s)
		}
		return s
	case "a", "A": // a to z, then aa to zz
		return strings.Repeat(string(rune(int(style[0])+(n-1)%26)), min((n-1)/26+1, 100))
	}
	return ""
}

func roman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		value int
		text  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
		{9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= d.value && b.Len() < 100; n -= d.value {
			b.WriteString(d.text)
		}
	}
	return b.String()
}
