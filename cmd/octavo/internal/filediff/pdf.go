package filediff

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/pdftext"
)

// PDF returns in what a PDF file differs from the one that it should be, a clause each; none where the bytes are the same. The error is that
// of the context, or says that the file costs more than any book.
func PDF(ctx context.Context, got, want []byte) ([]string, error) {
	if bytes.Equal(got, want) {
		return nil, nil
	}
	f, err := cos.Open(ctx, got)
	if limit := limitOf(ctx, err); limit != nil {
		return nil, limit
	}
	if err != nil {
		return []string{"it is damaged: " + diag.Printable(err.Error())}, nil
	}
	if f.Locked != nil {
		return []string{"it is locked: " + diag.Printable(f.Locked.Error())}, nil
	}
	w, err := cos.Open(ctx, want)
	if err != nil {
		return nil, err
	}
	c := &comparison{f: f, w: w, got: pdftext.Open(f), want: pdftext.Open(w)}
	if f.Repaired != nil {
		c.add("it is damaged: %v", f.Repaired)
	}
	c.pages()
	c.metadata()
	c.fonts()
	if len(c.found) == 0 {
		c.drawing()
	}
	if damage := f.Damage(); len(damage) > 0 && f.Repaired == nil {
		c.add("it is damaged: %v", damage[0])
	}
	if err := limitOf(ctx, f.Err()); err != nil {
		return nil, err
	}
	if len(c.found) == 0 {
		c.add("its pages are the same; bookmarks, tags, pictures or the packing of its objects are not")
	}
	return c.found, nil
}

// limitOf returns an error that ends the comparison: it is not about the file's content.
func limitOf(ctx context.Context, err error) error {
	var limit *cos.LimitError
	if errors.As(err, &limit) || ctx.Err() != nil {
		return err
	}
	return nil
}

// comparison is a PDF file beside the one that it should be.
type comparison struct {
	f, w      *cos.File
	got, want *pdftext.Document
	found     []string
}

func (c *comparison) add(format string, args ...any) {
	c.found = append(c.found, diag.Printable(fmt.Sprintf(format, args...)))
}

// pages compares how many pages there are, their size, and what they say where.
func (c *comparison) pages() {
	if n, m := len(c.got.Pages), len(c.want.Pages); n != m {
		c.add("it has %s, not %d", diag.Count(n, "page"), m)
	}
	var sizes, words, places []int
	for i := range min(len(c.got.Pages), len(c.want.Pages)) {
		p, q := c.got.Pages[i], c.want.Pages[i]
		if p.Box != q.Box {
			sizes = append(sizes, i+1)
		}
		text, _ := c.got.Text(p) // what cannot be read is damage of the file
		should, _ := c.want.Text(q)
		switch {
		case text.Flow != should.Flow:
			words = append(words, i+1)
		case !slices.EqualFunc(text.Letters, should.Letters, alike):
			places = append(places, i+1)
		}
		if c.f.Err() != nil {
			return
		}
	}
	for _, d := range []struct {
		what  string
		pages []int
	}{{"the words differ on %s", words}, {"words stand at other places on %s", places}, {"the size differs of %s", sizes}} {
		if len(d.pages) > 0 {
			c.add(d.what, pages(d.pages))
		}
	}
}

// alike reports whether two letters stand at one place, to a hundredth of a point.
func alike(a, b pdftext.Letter) bool {
	near := func(x, y float64) bool { return math.Abs(x-y) < 0.01 }
	return near(a.Base, b.Base) && near(a.Size, b.Size) && near(a.Box.X0, b.Box.X0) && near(a.Box.X1, b.Box.X1)
}

// metadata compares the information dictionaries, and what says which program made the file.
func (c *comparison) metadata() {
	mine, should := c.f.Dict(c.f.Trailer["Info"]), c.w.Dict(c.w.Trailer["Info"])
	keys := map[cos.Name]bool{}
	for k := range mine {
		keys[k] = true
	}
	for k := range should {
		keys[k] = true
	}
	var differ []string
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		a, _ := c.f.Text(mine[k])
		b, _ := c.w.Text(should[k])
		if a != b {
			differ = append(differ, string(k))
		}
	}
	if len(differ) > 0 {
		c.add("the metadata differ: %s", named(differ))
	}
	if c.f.Version != c.w.Version {
		c.add("it is PDF %s, not %s", c.f.Version, c.w.Version)
	}
	if c.f.Updates > c.w.Updates {
		c.add("something was added to it after it was made, such as a reader's notes")
	}
}

// fonts compares the names of the fonts that pages use.
func (c *comparison) fonts() {
	mine, should := fontsOf(c.f), fontsOf(c.w)
	less := func(a, b map[string]bool) (out []string) {
		for _, name := range slices.Sorted(maps.Keys(a)) {
			if !b[name] {
				out = append(out, name)
			}
		}
		return out
	}
	if more := less(mine, should); len(more) > 0 {
		c.add("it has other fonts: %s", named(more))
	}
	if lacks := less(should, mine); len(lacks) > 0 {
		c.add("it lacks fonts: %s", named(lacks))
	}
}

// fontsOf returns the names of the fonts of a file's pages, without the letters that mark them as subsets.
func fontsOf(f *cos.File) map[string]bool {
	out := map[string]bool{}
	for _, p := range content.Pages(f) {
		for _, v := range f.Dict(f.Dict(p.Resources)["Font"]) {
			name := string(f.Name(f.Dict(v)["BaseFont"]))
			if len(name) > 7 && name[6] == '+' {
				name = name[7:]
			}
			if name != "" {
				out[name] = true
			}
		}
	}
	return out
}

// drawing compares how pages are drawn whose words are the same.
func (c *comparison) drawing() {
	mine, should := content.Pages(c.f), content.Pages(c.w)
	a, b := content.StreamsOf(c.f, mine), content.StreamsOf(c.w, should)
	var differ []int
	for i := range min(len(mine), len(should)) {
		x, errX := a.Page(mine[i].Dict)
		y, errY := b.Page(should[i].Dict)
		if (errX == nil) != (errY == nil) || !bytes.Equal(x, y) {
			differ = append(differ, i+1)
		}
	}
	if len(differ) > 0 {
		c.add("rules, colours or pictures differ on %s", pages(differ))
	}
}
