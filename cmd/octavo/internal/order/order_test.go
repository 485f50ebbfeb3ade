package order

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lang"
)

// show returns contents on one line: front | parts with their titles | back.
func show(c book.Contents) string {
	files := func(list []book.File) string {
		var out []string
		for _, f := range list {
			name := f.Name
			if f.Title != "" {
				name += "(" + f.Title + ")"
			}
			out = append(out, name)
		}
		return strings.Join(out, " ")
	}
	var parts []string
	for _, p := range c.Parts {
		title := p.Title
		if p.Headed {
			title += "^"
		}
		parts = append(parts, strings.TrimSpace(title+": "+files(p.Chapters)))
	}
	return files(c.Front) + " | " + strings.Join(parts, "; ") + " | " + files(c.Back)
}

// find lays out a book's folder and returns what Find finds in it.
func find(t *testing.T, files map[string]string) (got string, diags string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "manuscript"), 0o777); err != nil {
		t.Fatal(err)
	}
	var lying []string
	for name, text := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if inner, ok := strings.CutPrefix(name, "manuscript/"); ok {
			lying = append(lying, inner)
		}
	}
	slices.Sort(lying)
	bk, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer bk.Close()
	inner, err := bk.OpenRoot("manuscript")
	if err != nil {
		t.Fatal(err)
	}
	defer inner.Close()
	c, src, found := Find(inner, bk, lying, nil)
	var out []string
	for _, d := range found {
		out = append(out, fmt.Sprintf("%s %s", d.Pos, d.Code))
		if len(d.Notes) == 0 {
			t.Errorf("%s: no next step", d.Message)
		}
	}
	if src != nil {
		got = src.Name + ": " + show(c)
	}
	return got, strings.Join(out, "\n")
}

func TestFind(t *testing.T) {
	chapters := map[string]string{}
	for _, name := range []string{"preface.md", "one.md", "two.md", "two/nested.md", "three (3).md", "end.md", "README.md", "part/README.md"} {
		chapters[name] = "x"
	}
	for _, c := range []struct {
		name, list, text, want, diags string
		files                         string // in the place of those above
	}{
		{name: "mdBook", list: "manuscript/SUMMARY.md", text: "# Summary\n\n[Preface](preface.md)\n\n# Part *One*\n\n- [One](./one.md)\n- [Two](two.md)\n  - [Nested](two/nested.md)\n  - [Later]()\n\n" +
			"---\n\n# Last\n\n- [Three](<three (3).md>)\n\n[End](end.md#x)\n",
			want: "manuscript/SUMMARY.md: preface.md(Preface) | Part One: one.md(One) two.md(Two) two/nested.md(Nested); Last: three (3).md(Three) | end.md(End)", diags: "manuscript/SUMMARY.md:10:5 file-draft"},
		{name: "without parts, in CRLF", list: "manuscript/SUMMARY.md", text: "# Summary\r\n\r\n* [Two](two.md)\r\n* [One](one.md \"first\")\r\n",
			want: "manuscript/SUMMARY.md:  | : two.md(Two) one.md(One) | "},
		{name: "GitBook", list: "manuscript/SUMMARY.md", text: "# Table of contents\n\n* [Introduction](README.md)\n\n## Part I\n\n* [One](one.md)\n  * [A section](one.md#a)\n* [A site](https://example.org)\n\n## Part II\n\n* [Folder](part/)\n",
			want: "manuscript/SUMMARY.md:  | : README.md(Introduction); Part I: one.md(One); Part II: part/README.md(Folder) | "},
		{name: "links without a list", list: "manuscript/SUMMARY.md", text: "[One](one.md)\n\n[Two](two.md)\n", want: "manuscript/SUMMARY.md:  | : one.md(One) two.md(Two) | "},
		{name: "with comments and code", list: "manuscript/SUMMARY.md", text: "# Summary\n<!-- - [Two](two.md)\n- [End](end.md) -->\n```\n- [x](x.md)\n```\n- [One](one.md)\n",
			want: "manuscript/SUMMARY.md:  | : one.md(One) | "},
		{name: "a file that is missing", list: "manuscript/SUMMARY.md", text: "- [One](one.md)\n- [Gone](gone.md)\n- [Cells](cells.ipynb)\n", want: "manuscript/SUMMARY.md:  | : one.md(One) | ",
			diags: "manuscript/SUMMARY.md:2:3 file-missing\nmanuscript/SUMMARY.md:3:3 file-missing"},
		{name: "beside the book, where the folder had another name", list: "SUMMARY.md", text: "- [One](src/one.md)\n- [Nested](src/two/nested.md)\n", want: "SUMMARY.md:  | : one.md(One) two/nested.md(Nested) | "},
		{name: "Quarto", list: "manuscript/_quarto.yml", text: "project:\n  type: book\nbook:\n  chapters:\n    - index.qmd\n    - part: Dice & cards\n      chapters:\n        - one.qmd\n        - file: two.qmd\n          text: The second\n" +
			"    - part: parts/three.qmd\n      chapters: [four.qmd]\n  appendices:\n    - tools.qmd\n", files: "index.qmd one.qmd two.qmd parts/three.qmd four.qmd tools.qmd",
			want: "manuscript/_quarto.yml:  | : index.qmd; Dice & cards: one.qmd two.qmd(The second); ^: parts/three.qmd four.qmd | tools.qmd"},
		{name: "bookdown", list: "_bookdown.yml", text: "book_filename: x\nrmd_files: [\"index.Rmd\", \"two.Rmd\", \"one.Rmd\"]\n", files: "index.Rmd one.Rmd two.Rmd", want: "_bookdown.yml:  | : index.Rmd two.Rmd one.Rmd | "},
		{name: "bookdown by form", list: "_bookdown.yml", text: "rmd_files:\n  html: [\"index.Rmd\", \"two.Rmd\"]\n  latex: [\"one.Rmd\"]\n", files: "index.Rmd one.Rmd two.Rmd", want: "_bookdown.yml:  | : index.Rmd two.Rmd | "},
		{name: "Jupyter Book", list: "manuscript/_toc.yml", text: "format: jb-book\nroot: README\nparts:\n  - caption: First\n    chapters:\n    - file: two\n      title: Second\n      sections:\n      - file: two/nested\n  - caption: Last\n    chapters:\n    - file: one\n",
			want: "manuscript/_toc.yml:  | : README.md; First: two.md(Second) two/nested.md; Last: one.md | "},
		{name: "Jupyter Book of old", list: "manuscript/_toc.yml", text: "- file: README\n- part: First\n  chapters:\n  - file: one\n", want: "manuscript/_toc.yml:  | : README.md; First: one.md | "},
		{name: "MkDocs", list: "mkdocs.yml", text: "site_name: x\nnav:\n  - README.md\n  - Guide:\n    - One: one.md\n    - Deeper:\n      - two.md\n      - Site: https://example.org\n  - End: end.md\nmarkdown_extensions:\n  - pymdownx.emoji:\n      x: !!python/name:materialx.emoji.twemoji\n",
			want: "mkdocs.yml:  | : README.md; Guide: one.md(One) two.md end.md(End) | "},
		{name: "Leanpub", list: "manuscript/Book.txt", text: "frontmatter:\npreface.md\nmainmatter:\n# a comment\ntwo.md\none.md\nbackmatter:\nend.md\n", want: "manuscript/Book.txt: preface.md | : two.md one.md | end.md"},
		{name: "Longform", list: "manuscript/Index.md", text: "---\nlongform:\n  format: scenes\n  sceneFolder: /\n  scenes:\n    - two\n    - - one\n---\n", want: "manuscript/Index.md:  | : two.md(two) one.md(one) | "},
		{name: "an index that is a chapter", list: "manuscript/index.md", text: "# Welcome\n", want: ""},
		{name: "a site's configuration without a list", list: "mkdocs.yml", text: "site_name: x\n", want: ""},
		{name: "a list that is not YAML", list: "_toc.yml", text: "root: a\nparts: [\n", want: "", diags: "_toc.yml:2:1 order-syntax"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := map[string]string{c.list: c.text}
			for name := range chapters {
				if c.files == "" {
					files["manuscript/"+name] = "x"
				}
			}
			for _, name := range strings.Fields(c.files) {
				files["manuscript/"+name] = "x"
			}
			got, diags := find(t, files)
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if diags != c.diags {
				t.Errorf("found\n%s\nwant\n%s", diags, c.diags)
			}
		})
	}
}

func TestNatural(t *testing.T) {
	for _, c := range []struct{ name, files, want string }{
		{"numbers", "10.md 2.md 1.md", " | : 1.md 2.md 10.md | "},
		{"numbers in names", "chapter-10.md chapter-9.md chapter-009b.md Chapter_1.md", " | : Chapter_1.md chapter-9.md chapter-009b.md chapter-10.md | "},
		{"number words", "chapter-two.md chapter-ten.md chapter-one.md", " | : chapter-one.md chapter-two.md chapter-ten.md | "},
		{"roman numerals", "Chapter_IX.md Chapter_V.md Chapter_II.md", " | : Chapter_II.md Chapter_V.md Chapter_IX.md | "},
		{"dates", "2024-11-02-b.md 2024-2-1-a.md 2023-12-31-c.md", " | : 2023-12-31-c.md 2024-2-1-a.md 2024-11-02-b.md | "},
		{"front and back", "appendix-b.md appendix-a.md one.md preface.md about-the-author.md introduction.md epilogue.md", "preface.md | : introduction.md one.md epilogue.md | about-the-author.md appendix-a.md appendix-b.md"},
		{"numbered front and back", "00-preface.md 01-one.md 99-afterword.md", "00-preface.md | : 01-one.md | 99-afterword.md"},
		{"an index first", "b.md README.md a.md", " | : README.md a.md b.md | "},
		{"weights", "a.md b.md=2 c.md=1 d.md", " | : c.md b.md a.md d.md | "},
		{"parts", "02-end/b.md 01-the_start/10.md 01-the_start/2.md 02-end/index.md start.md", " | The start: 01-the_start/2.md 01-the_start/10.md; End^: 02-end/index.md 02-end/b.md; : start.md | "},
		{"folders with weights", "a/x.md a/y.md a/_index.md=2 b/x.md b/y.md b/_index.md=1", " | B^: b/_index.md b/x.md b/y.md; A^: a/_index.md a/x.md a/y.md | "},
		{"one folder", "sub/b.md sub/a.md c.md", " | : c.md sub/a.md sub/b.md | "},
		{"a folder for each chapter", "1/index.md 2/index.md 10/index.md", " | : 1/index.md 2/index.md 10/index.md | "},
	} {
		t.Run(c.name, func(t *testing.T) {
			weights := map[string]float64{}
			var files []string
			for _, f := range strings.Fields(c.files) {
				name, w, ok := strings.Cut(f, "=")
				if files = append(files, name); ok {
					var n float64
					fmt.Sscan(w, &n)
					weights[name] = n
				}
			}
			slices.Sort(files)
			got := show(Natural(files, lang.English(), func(name string) (float64, bool) { w, ok := weights[name]; return w, ok }))
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	f.Add("# S\n- [x](<a.md>)\n[b](b.md)\n", 0)
	f.Add("book:\n  chapters: [{part: x, chapters: [a.md]}]\n", 1)
	f.Add("nav:\n - a: {b: [c]}\nroot: a\n", 3)
	f.Fuzz(func(t *testing.T, text string, which int) {
		dir := t.TempDir()
		name := lists[max(which, 0)%len(lists)].name
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		c, src, diags := Find(root, root, []string{name, "a.md", "b.md"}, nil)
		if src != nil && len(c.Front)+len(c.Back)+len(c.Parts) == 0 {
			t.Fatal("an empty list")
		}
		for _, d := range diags {
			if d.Pos.Offset > len(d.Pos.Source.Text) {
				t.Fatalf("%s at %d of %d", d.Code, d.Pos.Offset, len(d.Pos.Source.Text))
			}
		}
	})
}
