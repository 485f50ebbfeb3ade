package epub

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/watermark"
)

// Proof turns an EPUB into a review copy: a notice on its title page and a page about the copy after the cover.
type Proof struct {
	Notice string      // "Advance Uncorrected Proof — Not for Sale"
	Rows   [][2]string // label and value pairs on the page about the copy
	Text   []string    // paragraphs under that
}

// Copy is what is specific to one reader's copy.
type Copy struct {
	ID    string   // written to the metadata, and hidden in the text
	Lines []string // on the page after the cover: the reader's name

	Answers []Answer // on that page, under what it says of the copy
}

// Placeholders in the master where copies differ. They are delimited by private-use characters, which no font has and
// no author types.
const (
	tokenID      = "\uE000id\uE001"
	tokenCode    = "\uE000code\uE001"
	tokenLines   = "\uE000lines\uE001"
	tokenAnswers = "\uE000answers\uE001"
)

// Master is a review copy without the parts specific to a reader.
type Master struct {
	files []*zip.File
	text  map[int][]byte // files that differ from copy to copy, by their number
	words *lang.Language
	hrefs func() map[string]string // where ids are
}

// NewMaster writes the book once, for copies to be made of it. The errors are those of Write.
func NewMaster(cfg *config.Config, bk *book.Book, assets Assets, proof Proof) (*Master, error) {
	assets.proof = &proof
	var b bytes.Buffer
	if err := Write(&b, cfg, bk, assets); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return nil, fmt.Errorf("the master of the copies: %w", err)
	}
	m := &Master{files: z.File, text: map[int][]byte{}, words: cfg.Lang}
	found := make([][]byte, len(z.File))
	errs := make([]error, len(z.File))
	parallel.Each(len(z.File), func(i int) {
		if ext := path.Ext(z.File[i].Name); ext == ".xhtml" || ext == ".opf" {
			found[i], errs[i] = contents(z.File[i])
		}
	})
	for i, text := range found {
		if errs[i] != nil {
			return nil, fmt.Errorf("the master of the copies: %w", errs[i])
		}
		if bytes.Contains(text, []byte("\uE000")) {
			m.text[i] = text
		}
	}
	m.hrefs = sync.OnceValue(func() map[string]string { return idsIn(z.File, found) })
	return m, nil
}

// Write writes a copy. Several copies may be written at once.
func (m *Master) Write(w io.Writer, c Copy) error {
	var lines []byte
	for _, l := range c.Lines {
		if l = clean(l); l != "" {
			lines = append(appendText(append(lines, `<p class="reader">`...), l), "</p>\n"...)
		}
	}
	replacer := strings.NewReplacer(tokenID, string(appendText(nil, c.ID)), tokenCode, watermark.Hide(c.ID), tokenLines, string(lines),
		tokenAnswers, m.answers(c.Answers))
	z := zip.NewWriter(w)
	var pr packer
	for i, f := range m.files {
		text, differs := m.text[i]
		var err error
		if !differs {
			err = z.Copy(f)
		} else {
			made := pr.pack([]byte(replacer.Replace(string(text))), zip.Deflate)
			if err = made.err; err == nil {
				err = writeFile(z, f.Name, zip.Deflate, made)
			}
		}
		if err != nil {
			return fmt.Errorf("writing %s: %w", f.Name, err)
		}
	}
	return z.Close()
}

// proofPage writes the page that identifies the copy and its reader.
func (w *writer) proofPage() {
	p := w.plan.assets.proof
	w.raw("<section class=\"proof\">\n<h1>")
	w.text(clean(p.Notice))
	w.raw("</h1>\n" + tokenLines)
	if len(p.Rows) > 0 {
		w.raw("<dl>\n")
		for _, r := range p.Rows {
			if key, value := clean(r[0]), clean(r[1]); key != "" && value != "" {
				w.raw("<dt>")
				w.text(key)
				w.raw("</dt><dd>")
				w.text(value)
				w.raw("</dd>\n")
			}
		}
		w.raw("</dl>\n")
	}
	for _, text := range p.Text {
		w.line("about", text)
	}
	w.line("copy", tokenID)
	w.raw(tokenAnswers + "</section>\n")
}

// hidden writes the copy's id into the text, at the end of every few paragraphs, where it does not affect line breaks.
func (w *writer) hidden() {
	const every = 6
	if w.plan.assets.proof == nil || w.page.kind != chapterPage {
		return
	}
	if w.paragraphs%every == 0 {
		w.raw(tokenCode)
	}
	w.paragraphs++
}

// Unfinished returns the book as review copies show it: with its drafts, labelled as such, and with every TK made
// strong.
func Unfinished(bk *book.Book, l *lang.Language) *book.Book {
	b := *bk
	b.Front, b.Back = unfinishedAll(bk.Front, l.Entry.DraftOnly), unfinishedAll(bk.Back, l.Entry.DraftOnly)
	b.Parts = make([]*book.Part, len(bk.Parts))
	for i, p := range bk.Parts {
		part := *p
		part.Chapters = unfinishedAll(p.Chapters, l.Entry.DraftOnly)
		b.Parts[i] = &part
	}
	return &b
}

func unfinishedAll(chapters []*book.Chapter, note string) []*book.Chapter {
	out := make([]*book.Chapter, len(chapters))
	for i, ch := range chapters {
		c := *ch
		c.Blocks = unfinished(ch.Blocks, note)
		out[i] = &c
	}
	return out
}

func unfinished(blocks []book.Block, note string) []book.Block {
	out := slices.Clone(blocks)
	for i, b := range out {
		switch b := b.(type) {
		case *book.Entry:
			e := *b
			e.Gloss = unfinished(b.Gloss, note)
			if e.Status == book.Draft {
				e.Status = book.Ready
				mark := &book.Paragraph{Pos: e.Pos, Text: []book.Inline{
					&book.Strong{Pos: e.Pos, Text: []book.Inline{&book.Text{Pos: e.Pos, Value: note}}}}}
				e.Gloss = slices.Insert(e.Gloss, 0, book.Block(mark))
			}
			out[i] = &e
		case *book.Paragraph:
			out[i] = &book.Paragraph{Pos: b.Pos, Text: toCome(b.Text)}
		case *book.Verse:
			v := &book.Verse{Pos: b.Pos, Quoted: b.Quoted}
			for _, s := range b.Stanzas {
				stanza := &book.Stanza{Pos: s.Pos}
				for _, l := range s.Lines {
					stanza.Lines = append(stanza.Lines, &book.VerseLine{Pos: l.Pos, Indent: l.Indent, Text: toCome(l.Text)})
				}
				v.Stanzas = append(v.Stanzas, stanza)
			}
			out[i] = v
		}
	}
	return out
}

// toCome makes TK strong where it stands as a word.
func toCome(text []book.Inline) []book.Inline {
	var out []book.Inline
	for _, i := range text {
		t, ok := i.(*book.Text)
		if !ok {
			out = append(out, i)
			continue
		}
		rest := t.Value
		for {
			at := book.FindTK(rest)
			if at < 0 {
				break
			}
			if at > 0 {
				out = append(out, &book.Text{Pos: t.Pos, Value: rest[:at]})
			}
			out = append(out, &book.Strong{Pos: t.Pos, Text: []book.Inline{&book.Text{Pos: t.Pos, Value: book.TK}}})
			rest = rest[at+len(book.TK):]
		}
		if rest != "" {
			out = append(out, &book.Text{Pos: t.Pos, Value: rest})
		}
	}
	return out
}
