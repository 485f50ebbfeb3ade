//go:build unix

package main

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"io"
	"os"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/epub"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/preflight"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// BenchmarkPhases takes the phases of a build one by one, on a book of 100,000 words: that of syntheticBook, or the one in the folder that
// OCTAVO_BOOK names. What begins with "floor" is what no build of the book could do without: the glyphs of each of its words looked up
// in the font once, its glyphs deflated, the file hashed. With -cpu 1 the times are those of one processor.
func BenchmarkPhases(b *testing.B) {
	dir := os.Getenv("OCTAVO_BOOK")
	if dir == "" {
		dir = b.TempDir()
		syntheticBook(b, dir, 40, 2500)
	}
	open := func() *project.Project {
		p, err := project.Open(b.Context(), dir, project.Silent)
		if err != nil {
			b.Fatal(err)
		}
		return p
	}
	p := open()
	defer p.Close()
	doc, pages, _ := interior.Set(p.Cfg, p.Book, p.Fonts)
	var file bytes.Buffer
	if err := pdf.Write(&file, doc, pdf.Screen); err != nil {
		b.Fatal(err)
	}
	phase := func(name string, work func() error) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := work(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	phase("read and check", func() error { open().Close(); return nil })
	phase("set", func() error {
		fonts, err := textstyle.LoadFonts(p.Cfg.Style, p.Cfg.Book.Language, p.Styles.ReadStyle) // words that have been shaped are known no more
		if err == nil {
			interior.Set(p.Cfg, p.Book, fonts)
		}
		return err
	})
	phase("write the PDF", func() error { return pdf.Write(io.Discard, doc, pdf.Screen) })
	phase("read it back", func() error {
		_, err := preflight.Read(b.Context(), file.Bytes())
		return err
	})
	phase("cover of the EPUB", func() error {
		_, err := production.EPUBCover(p)
		return err
	})
	phase("write the EPUB", func() error {
		return epub.Write(io.Discard, p.Cfg, p.Book, epub.Assets{Pages: pages})
	})
	phase("cards", func() error {
		deck, _ := cards.NewDeck(p.Cfg, p.Book, p.Cards, pages, p.Book.Entries())
		if deck == nil {
			return nil
		}
		return pdf.Write(io.Discard, deck.Sheets(), pdf.Plain)
	})
	words, glyphs := wordsAndGlyphs(doc)
	phase("floor: shape each word once", func() error {
		face := typeset.NewFace(p.Fonts.Regular.Font)
		for w := range words {
			face.Shape(w, 0)
		}
		return nil
	})
	phase("floor: deflate its glyphs", func() error {
		w, err := zlib.NewWriterLevel(io.Discard, zlib.BestSpeed)
		if err == nil {
			_, err = w.Write(glyphs)
		}
		return err
	})
	phase("floor: hash the PDF", func() error {
		sha256.Sum256(file.Bytes())
		return nil
	})
}

// wordsAndGlyphs returns the words that a document draws, with the signs beside them, and the numbers of all glyphs that it draws, two bytes each.
func wordsAndGlyphs(doc *page.Document) (words map[string]bool, glyphs []byte) {
	words = map[string]bool{}
	for _, pg := range doc.Pages {
		for _, it := range page.Placed(pg.Items) {
			t, ok := it.(*page.Text)
			if !ok {
				continue
			}
			for _, w := range strings.Fields(t.Text) {
				words[w] = true
			}
			for _, g := range t.Glyphs {
				glyphs = append(glyphs, byte(g.ID>>8), byte(g.ID))
			}
		}
	}
	return words, glyphs
}
