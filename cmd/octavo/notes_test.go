package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/docx"
	"octavo/cmd/octavo/internal/epub"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pdf"
)

// TestNotesInNotes makes every output of a book with a note two hundred notes deep, and with one that a draft marks first.
func TestNotesInNotes(t *testing.T) {
	const deep = 200
	text := "# One\n\n## A draft[^d]\n+++\nkind = \"meme\"\nstatus = \"draft\"\n+++\n\nGloss.[^d]\n\n## After\n\nWords.[^1] Drafted.[^d]\n\n"
	var want []string
	for i := 1; i <= deep; i++ {
		next := ""
		if i < deep {
			next = fmt.Sprintf("[^%d]", i+1)
		}
		word := fmt.Sprintf("deep%03dx", i)
		want = append(want, word)
		text += fmt.Sprintf("[^%d]: %s%s\n\n", i, word, next)
	}
	text += "[^d]: thedraftsnote\n"
	p := specProject(t, map[string]string{"manuscript/a.md": text})

	doc, _, found := interior.Set(p.Cfg, p.Book, p.Fonts)
	if found.HasErrors() {
		t.Fatal(found)
	}
	var file bytes.Buffer
	if err := pdf.Write(&file, doc, pdf.Screen); err != nil { // it looks for the place of every link
		t.Fatal(err)
	}
	var paper strings.Builder
	for _, pg := range doc.Pages {
		for _, it := range pg.Items {
			if t, ok := it.(*page.Text); ok {
				paper.WriteString(t.Text + " ")
			}
		}
	}
	var bk, word bytes.Buffer
	if err := epub.Write(&bk, p.Cfg, p.Book, epub.Assets{}); err != nil {
		t.Fatal(err)
	}
	master, err := docx.Prepare(p.Cfg, p.Book, docx.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := master.Write(&word, docx.Options{}); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"PDF": paper.String(), "EPUB": unzipped(t, bk.Bytes()), "docx": unzipped(t, word.Bytes())} {
		for _, want := range [][]string{want, {"thedraftsnote"}} {
			if w := lost(want, text); w != "" {
				t.Errorf("%q is lost in the %s", w, name)
			}
		}
	}
}

// TestNotesInEveryFile makes a PDF of a book with marks in a table that is turned sideways, over several pages, and in one whose head is
// repeated overleaf, in every way to set notes. The maker of PDF files refuses a link that leads nowhere.
func TestNotesInEveryFile(t *testing.T) {
	var b, notes strings.Builder
	b.WriteString("# One[^t]\n\nText.\n\n")
	for _, columns := range []int{2, 12} {
		for row := range 60 {
			for column := range columns {
				fmt.Fprintf(&b, "| Lamps")
				if row == 0 || column == 1 && row%9 == 0 {
					label := fmt.Sprintf("%dx%dx%d", columns, row, column)
					fmt.Fprintf(&b, "[^%s] ", label)
					fmt.Fprintf(&notes, "[^%s]: Word%s.\n\n", label, label)
				}
			}
			if b.WriteString("|\n"); row == 0 {
				b.WriteString(strings.Repeat("| --- ", columns) + "|\n")
			}
		}
		b.WriteString("\nText after.\n\n")
	}
	b.WriteString("[^t]: Wordt.\n\n" + notes.String())
	for _, place := range []string{config.Foot, config.AtChapter, config.AtBook} {
		for _, restart := range []string{config.RestartPage, config.RestartBook} {
			p := specProject(t, map[string]string{"manuscript/a.md": b.String()})
			p.Cfg.Style.Note.Place, p.Cfg.Style.Note.Restart = place, restart
			doc, _, found := interior.Set(p.Cfg, p.Book, p.Fonts)
			if found.HasErrors() {
				t.Fatal(found)
			}
			var file bytes.Buffer
			if err := pdf.Write(&file, doc, pdf.Screen); err != nil {
				t.Fatalf("%s, %s: %v", place, restart, err)
			}
			printed, turned := map[string]int{}, 0
			for _, pg := range doc.Pages {
				for _, it := range pg.Items {
					if _, ok := it.(*page.Group); ok {
						turned++
					}
				}
				for _, it := range page.Placed(pg.Items) {
					if t, ok := it.(*page.Text); ok && strings.HasPrefix(t.Text, "Word") {
						printed[t.Text]++
					}
				}
			}
			if n := strings.Count(notes.String(), ": Word") + 1; len(printed) != n || turned < 2 {
				t.Errorf("%s, %s: %d notes are printed, want %d; %d pages are turned", place, restart, len(printed), n, turned)
			}
		}
	}
}

// unzipped is all that lies in a zip file, one after the other.
func unzipped(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&out, r); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}
