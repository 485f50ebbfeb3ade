package importer

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/docx"
	"octavo/cmd/octavo/internal/wordbook"
)

// sayings say what became of what a Word file holds and a book has no form for.
var sayings = sync.OnceValue(func() map[wordbook.Kind]struct {
	section section
	what    string
} {
	return map[wordbook.Kind]struct {
		section section
		what    string
	}{
		wordbook.Header:        {leftOut, "headers and footers: the book's style has its own"},
		wordbook.Contents:      {leftOut, "tables of contents and indexes: octavo makes its own"},
		wordbook.HiddenText:    {leftOut, "hidden text"},
		wordbook.TrackedChange: {changed, "tracked changes were accepted"},
		wordbook.TextBox:       {look, "the text of a box stands after the paragraph to which it was anchored"},
		wordbook.MergedCells:   {look, "a table with merged cells has one cell and empty ones in their place"},
		wordbook.NestedTable:   {look, "a table whose cells held more than text is set as what they held, one after another"},
		wordbook.Equation:      {look, "a formula is set as plain characters"},
		wordbook.Symbol:        {look, "a sign of a symbol font is left out"},
		wordbook.Drawing:       {leftOut, "drawings, charts and shapes; save them as pictures and put them back"},
		wordbook.LinkedPicture: {leftOut, "pictures that are not in the file itself"},
		wordbook.PictureFormat: {leftOut, "pictures in a format of Windows (EMF, WMF); save them as PNG and put them back"},
		wordbook.Letters:       {changed, "lists of letters or roman numerals that do not begin with the first, or have one item, have figures"},
		wordbook.IndexEntry:    {leftOut, "marks for an index"},
		wordbook.Embedded:      {leftOut, "other documents inside the file"},
		wordbook.Capitals:      {changed, "text shown in capitals has the letters that were typed"},
		wordbook.TypedList:     {changed, "paragraphs with typed bullets are a list"},
		wordbook.PageReference: {look, "a page number that Word has counted is another now; write a link, [](#id), in its place"},
		wordbook.EmptyLine:     {look, "an empty line may part two scenes; if it does, write * * * there"},
	}
})

// readWord reads a Word file.
func (ms *Manuscript) readWord(t *tree, name string) error {
	data, err := t.read(name)
	if err != nil {
		return err
	}
	r := bytes.NewReader(data)
	f, err := wordbook.Read(r, int64(len(data)))
	if err != nil {
		return err
	}
	base := path.Base(name)
	ms.adopt("", f.Authors, f.Language, f.Created)
	ms.anchored(name, f.Anchors, f.Blocks)
	cs := ms.chapters(f.Blocks, cmp.Or(f.Title, titleOfName(base)), base)
	if ms.Title == "" {
		ms.Title = f.Title
	}
	for _, c := range cs {
		c.page = name
	}
	ms.Chapters = append(ms.Chapters, cs...)
	ms.wordPictures(f, cs)
	for _, r := range f.Remarks {
		s := sayings()[r.Kind]
		where := base
		if r.Paragraph > 0 {
			where = fmt.Sprintf("%s, paragraph %d: %s", base, r.Paragraph, r.Near)
		}
		ms.remarks = append(ms.remarks, remark{section: s.section, source: where, what: s.what, words: r.Words, under: r.Under})
	}
	if !f.Commented {
		return nil
	}
	return ms.wordComments(r, base)
}

// wordPictures keeps the pictures of a Word file, under names of their own.
func (ms *Manuscript) wordPictures(f *wordbook.File, cs []*Chapter) {
	names := map[string]string{}
	for _, p := range f.Pictures {
		names[p.Name] = ms.keep(p.Name, p.Data)
	}
	for _, c := range cs {
		eachImage(c, func(img *book.Image) { img.Path = cmp.Or(names[img.Path], img.Path) })
	}
}

// wordComments keeps the comments of a Word file for the report.
func (ms *Manuscript) wordComments(r *bytes.Reader, base string) error {
	e, err := docx.Read(r, r.Size())
	if err != nil {
		return err
	}
	for _, c := range e.Comments {
		text := c.Text
		for _, reply := range c.Replies {
			text += " — " + reply.Author + ": " + reply.Text
		}
		words := c.New
		if words == "" {
			words = c.Words
		}
		if words == "" {
			words = lastWords(c.Before, 8)
		}
		ms.comments = append(ms.comments, comment{source: base, author: c.Author, date: c.Date, words: words, text: text, done: c.Done})
	}
	return nil
}

// lastWords returns the last words of a text.
func lastWords(s string, n int) string {
	fields := strings.Fields(s)
	return strings.Join(fields[max(0, len(fields)-n):], " ")
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
