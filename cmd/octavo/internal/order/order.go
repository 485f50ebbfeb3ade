// Package order finds in which order the files of a manuscript make a book that book.toml does not list: [Find] reads the list of
// another program, such as mdBook's SUMMARY.md, and [Natural] puts files in the order in which people count.
package order

import (
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/likename"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/yamltext"
)

// maxList is the largest list that is read, in bytes.
const maxList = 1 << 20

// Extensions are those of the files that are read as chapters, in small letters.
var Extensions = []string{".md", ".markdown", ".mdown", ".mkd", ".txt", ".qmd", ".rmd"}

// lists are the lists that other programs keep, by their names in small letters, in the order in which they count.
var lists = []struct {
	name string
	read func(*reader) error
}{
	{"summary.md", (*reader).summary},
	{"_quarto.yml", (*reader).quarto},
	{"_quarto.yaml", (*reader).quarto},
	{"_bookdown.yml", (*reader).bookdown},
	{"_toc.yml", (*reader).jupyter},
	{"mkdocs.yml", (*reader).mkdocs},
	{"book.txt", (*reader).leanpub},
	{"index.md", (*reader).longform},
}

// others are files beside lists that programs keep for themselves.
var others = []string{"sample.txt", "subset.txt", "_config.yml", "_output.yml", "_common.r"}

// Taken reports whether a file is read as a chapter, by its name.
func Taken(name string) bool {
	return slices.Contains(Extensions, strings.ToLower(path.Ext(name))) && !IsList(name)
}

// IsList reports whether a file is a list of another program, or belongs to one.
func IsList(name string) bool {
	base := strings.ToLower(path.Base(name))
	if base == "index.md" { // it may be one, and is a chapter all the same
		return false
	}
	for _, l := range lists {
		if l.name == base {
			return true
		}
	}
	return slices.Contains(others, base)
}

// Find reads the list that another program keeps in the manuscript's folder, in a folder of that, or beside it in the book's. Files
// are all files of the manuscript; texts stand for the contents of files, by their names as [diag.Source] has them. The source is the
// list's, nil if there is none.
func Find(manuscript, bk *os.Root, files []string, texts map[string][]byte) (contents book.Contents, list *diag.Source, diags diag.List) {
	for _, l := range lists {
		for _, place := range places(manuscript, bk, files, l.name) {
			r := &reader{files: files, known: index(files), dir: path.Dir(place.name), src: &diag.Source{Name: path.Join(place.in, place.name)}}
			text, given := texts[r.src.Name]
			var err error
			if !given {
				text, err = readfile.In(place.root, place.name, maxList)
			}
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				r.diags.Errorf("file-unreadable", diag.Pos{Source: r.src}, "cannot read the list of chapters: %v", readfile.Reason(err)).
					Note("it must be a plain file that you have the right to read; or list the chapters under [contents] in book.toml")
				return contents, nil, r.diags
			}
			r.src.Text = []byte(strings.TrimPrefix(string(text), "\uFEFF"))
			if err := l.read(r); err != nil {
				r.fault(err)
				return contents, nil, r.diags
			}
			if r.count > 0 {
				return r.contents(), r.src, r.diags
			}
		}
	}
	return contents, nil, nil
}

// place is where a list may lie.
type place struct {
	root     *os.Root
	in, name string
}

// places returns the files of a name, in small letters, that may be a list: in the manuscript's folder and right under it, and beside it.
func places(manuscript, bk *os.Root, files []string, name string) (out []place) {
	for _, depth := range []int{0, 1} {
		for _, f := range files {
			if strings.Count(f, "/") == depth && strings.ToLower(path.Base(f)) == name {
				out = append(out, place{manuscript, "manuscript", f})
			}
		}
	}
	if bk != nil && name != "index.md" {
		if entries, err := readfile.List(bk, "."); err == nil {
			for _, e := range entries {
				if strings.ToLower(e.Name()) == name {
					out = append(out, place{bk, "", e.Name()})
				}
			}
		}
	}
	return out
}

// reader reads one list.
type reader struct {
	files []string
	known map[string]string // files by their folded paths
	dir   string            // of the list
	src   *diag.Source
	diags diag.List

	front, back []book.File
	parts       []book.PartFiles
	listed      map[string]bool
	count       int // chapters
}

// index returns files by their folded paths.
func index(files []string) map[string]string {
	out := make(map[string]string, len(files))
	for _, f := range files {
		if Taken(f) {
			out[fold(f)] = f
		}
	}
	return out
}

// fold returns a path as paths are compared: disks differ in capitals and in how they write accents.
func fold(name string) string { return strings.ToLower(norm.NFC.String(name)) }

// find returns the file that a list names. The list may have stood in another folder than it does now, so that folders in front of
// the name may be gone; programs leave out extensions, and mean by a folder the file that introduces it.
func (r *reader) find(name string) (string, bool) {
	name, _, _ = strings.Cut(name, "#")
	if s, err := url.PathUnescape(name); err == nil {
		name = s
	}
	for at := path.Join(r.dir, name); ; {
		key := fold(at)
		for _, form := range []string{key, strings.TrimSuffix(key, path.Ext(key))} {
			if f, ok := r.known[form]; ok {
				return f, true
			}
			for _, ext := range Extensions {
				for _, full := range []string{form + ext, path.Join(form, "readme"+ext), path.Join(form, "index"+ext)} {
					if f, ok := r.known[full]; ok {
						return f, true
					}
				}
			}
		}
		_, rest, deeper := strings.Cut(at, "/")
		if !deeper {
			return "", false
		}
		at = rest
	}
}

// where is a file's place in the book.
type where int

const (
	inFront where = iota
	inBody
	inBack
)

// chapter adds a file to the book. Title is what the list calls it.
func (r *reader) chapter(at int, to where, title, name string) {
	pos := diag.Pos{Source: r.src, Offset: at}
	f, ok := r.find(name)
	if !ok {
		d := r.diags.Errorf("file-missing", pos, "file %q of %s not found in the manuscript", name, path.Base(r.src.Name))
		if ext := strings.ToLower(path.Ext(name)); ext != "" && !slices.Contains(Extensions, ext) {
			d.Note("octavo reads no %s; write the chapter in Markdown", ext)
		}
		if like := likename.Find(path.Join(r.dir, name), r.files); like.Difference != likename.None {
			d.Note("%s", like.Note(like.Name))
		}
		d.Note("put it into the manuscript's folder, or take its name off the list")
		return
	}
	if r.listed == nil {
		r.listed = map[string]bool{}
	}
	if r.listed[f] { // lists name sections of a file, too
		return
	}
	r.listed[f] = true
	r.count++
	file := book.File{Name: f, Pos: pos, Title: strings.TrimSpace(title)}
	switch to {
	case inFront:
		r.front = append(r.front, file)
	case inBack:
		r.back = append(r.back, file)
	default:
		if len(r.parts) == 0 {
			r.parts = []book.PartFiles{{}}
		}
		last := &r.parts[len(r.parts)-1]
		last.Chapters = append(last.Chapters, file)
	}
}

// part begins a part.
func (r *reader) part(at int, title string) {
	r.parts = append(r.parts, book.PartFiles{Title: strings.TrimSpace(title), Pos: diag.Pos{Source: r.src, Offset: at}})
}

// headed begins a part that a file introduces.
func (r *reader) headed(at int, name string) {
	r.parts = append(r.parts, book.PartFiles{Headed: true, Pos: diag.Pos{Source: r.src, Offset: at}})
	r.chapter(at, inBody, "", name)
}

// unwritten reports a chapter that the list announces.
func (r *reader) unwritten(at int, title string) {
	r.diags.Warnf("file-draft", diag.Pos{Source: r.src, Offset: at}, "the chapter %q has no file yet: it is left out of the book", title).
		Note("write it, or take it off the list")
}

// contents returns what the list says.
func (r *reader) contents() book.Contents {
	parts := slices.DeleteFunc(r.parts, func(p book.PartFiles) bool { return len(p.Chapters) == 0 })
	if len(parts) == 0 { // no chapter is in a list, so that nothing is before it
		parts, r.front = []book.PartFiles{{Chapters: r.front}}, nil
	}
	return book.Contents{Front: r.front, Parts: parts, Back: r.back}
}

// fault reports a list that cannot be understood.
func (r *reader) fault(err error) {
	pos := diag.Pos{Source: r.src}
	var bad *yamltext.Error
	if errors.As(err, &bad) {
		pos.Offset = bad.At
		r.diags.Errorf("order-syntax", pos, "the list of chapters is not YAML: %s", bad.Message).Note("%s", bad.Advice).
			Note("or list the chapters under [contents] in book.toml: then this list does not count")
		return
	}
	r.diags.Errorf("order-syntax", pos, "cannot read the list of chapters: %v", err).
		Note("list the chapters under [contents] in book.toml: then this list does not count")
}
