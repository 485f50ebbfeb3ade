package manuscript

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

// TestEmpty holds what is said of books in which there is nothing to read.
func TestEmpty(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  string // "": nothing is wrong
	}{
		"hidden":         {map[string]string{".DS_Store": "x"}, "manuscript/ is empty"},
		"unread":         {map[string]string{"a.docx": "x", "b.odt": "x", "deep/c": "x"}, "octavo reads none of the 3 files in manuscript/|a.docx: octavo import|b.odt: save it as .docx|call it deep/c.md|.markdown"},
		"many unread":    {map[string]string{"1.pdf": "x", "2.tex": "x", "3.jpg": "x", "4.xyz": "x", "5.rtf": "x", "6.rtf": "x"}, "a PDF has lost|pandoc|a picture counts|reads no .xyz"},
		"without a word": {map[string]string{"a.md": "", "b.md": " \n"}, "all files of the manuscript are empty or drafts"},
		"drafts":         {map[string]string{"a.md": "---\ndraft: true\n---\n# A\n\nx\n"}, "empty or drafts"},
		"a title":        {map[string]string{"a.md": "# A\n"}, "no chapter has text under its title"},
		"titles":         {map[string]string{"a.md": "# A\n\n## B\n\n---\n", "b.md": "# B\n"}, "no chapter has text under its title"},
		"a preface":      {map[string]string{"preface.md": "# Preface\n\nWords.\n", "1.md": "# One\n"}, "front and back matter, and no chapter"},
		"a picture":      {map[string]string{"a.md": "# A\n\n```\nx\n```\n"}, ""},
		"no title":       {map[string]string{"a.md": "Words.\n"}, ""},
	} {
		_, diags := Read(folder(t, c.files), book.Contents{All: true})
		said := ""
		for _, d := range diags {
			if d.Code == "book-empty" {
				said += d.Message + "\n" + strings.Join(d.Notes, "\n")
			}
		}
		for _, want := range strings.Split(c.want, "|") {
			if !strings.Contains(said, want) || c.want == "" && said != "" {
				t.Errorf("%s: no %q in\n%s", name, want, said)
			}
		}
	}
}

// TestLikeNames holds that a name which no file has leads to the one that was meant, in every place that names a file.
func TestLikeNames(t *testing.T) {
	dir := folder(t, map[string]string{"01-Weir.md": "# W\n\n![a door](dor.png)\n\n![b](door.jpg)\n", "deep/02.md": "# D\n\n![c](dor.png)\n", "pictures/door.png": "x",
		"deep/door.png": "x", "pictures/cover.PNG": "x", "03.md.txt": "x\n"})
	contents := book.Contents{Parts: []book.PartFiles{{Chapters: []book.File{{Name: "01-weir.md"}, {Name: "02.md"}, {Name: "03.md"}, {Name: "01-Weir.md"}, {Name: "deep/02.md"}}}},
		EPUBCover: book.File{Name: "cover.png"}}
	_, diags := Read(dir, contents)
	said := ""
	for _, d := range diags {
		said += d.Message + "\n" + strings.Join(d.Notes, "\n") + "\n"
	}
	for _, want := range []string{
		"file \"01-weir.md\" not found in the manuscript\ndid you mean \"01-Weir.md\"? capital and small letters differ",
		"file \"02.md\" not found in the manuscript\ndid you mean \"deep/02.md\"? it lies in another folder",
		"file \"03.md\" not found in the manuscript\ndid you mean \"03.md.txt\"?",
		"picture \"door.jpg\" not found\n",
		"picture \"dor.png\" not found\ndid you mean \"door.png\"?\n", // from deep/02.md, as it names it
		"picture \"cover.png\" not found\ndid you mean \"pictures/cover.PNG\"? it lies in another folder",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}
