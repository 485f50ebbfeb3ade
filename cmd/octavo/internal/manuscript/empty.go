package manuscript

import (
	"path"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/order"
)

// empty reports a book in which there is nothing to read: without chapters, with titles alone, or with front matter alone. Where an error
// says already what is missing, it says nothing. Lying are the files of the manuscript's folder, of which some number may be chapters.
func empty(bk *book.Book, lying []string, taken int, found diag.List) (diags diag.List) {
	chapters := bk.Chapters()
	body := slices.ContainsFunc(bk.Parts, func(p *book.Part) bool { return slices.ContainsFunc(p.Chapters, (*book.Chapter).HasText) })
	if body || found.HasErrors() {
		return nil
	}
	at := diag.Pos{}
	if len(chapters) > 0 {
		at = chapters[0].Pos
	}
	switch {
	case slices.ContainsFunc(chapters, (*book.Chapter).HasText):
		diags.Errorf("book-empty", at, "the book has front and back matter, and no chapter with text between them").
			Note("write a chapter; what is no preface or appendix can be listed with body = [...] under [contents] in book.toml")
	case len(chapters) > 0:
		diags.Errorf("book-empty", at, "no chapter has text under its title").Note("write the words of a chapter under its title")
	case taken > 0:
		diags.Errorf("book-empty", at, "the book has no chapters: all files of the manuscript are empty or drafts").
			Note("write a chapter, or take the mark of a draft out of one")
	case len(lying) > 0:
		d := diags.Errorf("book-empty", diag.Pos{Source: &diag.Source{Name: "manuscript/" + lying[0]}},
			"the book has no chapters: octavo reads none of the %s in manuscript/", diag.Count(len(lying), "file"))
		for _, name := range lying[:min(len(lying), maxUnread)] {
			d.Note("%s", unread(name))
		}
		d.Note("chapters are files with %s", strings.Join(order.Extensions, ", "))
	default:
		diags.Errorf("book-empty", at, "the book has no chapters: manuscript/ is empty").
			Note("write a chapter there, in a file such as manuscript/01-beginning.md").
			Note("octavo import makes chapters of a Word file, an EPUB or a folder of posts")
	}
	return diags
}

// maxUnread is for how many files a message says why they are not read.
const maxUnread = 5

// unread says why a file is no chapter.
func unread(name string) string {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".docx", ".epub", ".html", ".htm", ".zip", ".xml", ".json":
		return name + ": octavo import makes chapters of it"
	case ".doc", ".odt", ".rtf", ".pages", ".gdoc", ".wpd", ".fodt", ".docm":
		return name + ": save it as .docx in its program, for octavo import"
	case ".pdf":
		return name + ": a PDF has lost its paragraphs; take the file that it was made of"
	case ".tex", ".adoc", ".rst", ".org", ".typ", ".textile":
		return name + ": convert it to Markdown, with pandoc for one"
	case "":
		return name + ": it has no ending; call it " + name + ".md if it is text"
	default:
		if IsPicture(name) {
			return name + ": a picture counts where a chapter shows it"
		}
		return name + ": octavo reads no " + ext
	}
}
