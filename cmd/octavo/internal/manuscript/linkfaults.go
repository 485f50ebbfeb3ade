package manuscript

import (
	"path"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// elsewhere reports a link out of the book that is no address of the web.
func (r *resolver) elsewhere(l *book.Link, name string) {
	pos, end := l.Address(l.Elsewhere)
	if len(l.Text) == 0 {
		r.diags.Errorf("link-elsewhere", pos, "%q is not in the book, and the link has no words", l.Elsewhere).To(end).
			Note("write words between the brackets, or delete the link")
		return
	}
	d := r.diags.Warnf("link-elsewhere", pos, "%q is not in the book: the link is set as words", l.Elsewhere).To(end)
	switch ext := strings.ToLower(path.Ext(name)); {
	case strings.Contains(name, "@") && !strings.Contains(name, "/"):
		d.Note("for an address of mail write mailto:%s", name)
	case textExtensions()[ext] && !strings.HasPrefix(ext, ".h") && !strings.HasPrefix(ext, ".x"):
		if r.listed == nil {
			for _, t := range r.files {
				r.listed = append(r.listed, t.file)
			}
		}
		if near := r.suggest(unescaped(name), r.listed); near != "" {
			d.Note("did you mean %s?", near)
			return
		}
		d.Note("put the file into the book, or write the whole address with https:// in front")
	default:
		d.Note("write the whole address with https:// in front, or delete it and keep the words")
	}
}

// severalFiles reports a link to a name that several files have.
func (r *resolver) severalFiles(from *target, l *book.Link, name string, found []*target) {
	pos, end := l.Address(name)
	r.diags.Errorf("link-ambiguous", pos, "%q may be %s", name, these(found, " or ")).To(end).
		Note("write its folder and extension: %s", relative(from, found[0]))
}

// ambiguous reports an anchor that several other files have.
func (r *resolver) ambiguous(from *target, l *book.Link, fragment string, found []spot) {
	files := make([]*target, len(found))
	for i, p := range found {
		files[i] = p.in
	}
	pos, end := l.Address("#")
	if end > 0 {
		_, end = l.Address("#" + fragment)
	}
	r.diags.Errorf("link-ambiguous", pos, "link target %q is in %s", "#"+fragment, these(files, " and in ")).To(end).
		Note("name the file: %s#%s", relative(from, files[0]), fragment)
}

// these lists the names of two files, and counts the others.
func these(files []*target, and string) string {
	s := files[0].file
	if len(files) == 2 {
		return s + and + files[1].file
	}
	return s + ", " + files[1].file + and + diag.Count(len(files)-2, "other file")
}

// unknown reports an anchor that no file has.
func (r *resolver) unknown(l *book.Link, fragment string) {
	pos, end := l.Address("#" + fragment)
	d := r.diags.Errorf("link-unknown", pos, "link target %q not found", "#"+fragment).To(end)
	if r.all == nil {
		for _, t := range r.files {
			r.all = append(r.all, t.ids()...)
		}
	}
	if s := r.suggest(fragment, r.all); s != "" {
		d.Note("did you mean #%s?", s)
	} else {
		d.Note("name the id of an entry, or the words of a heading in small letters with hyphens")
	}
}

// unknownIn reports an anchor that the file of the link's address does not have.
func (r *resolver) unknownIn(from, in *target, l *book.Link, fragment string) {
	pos, end := l.Address("#" + fragment)
	d := r.diags.Errorf("link-unknown", pos, "link target %q not found in %s", "#"+fragment, in.file).To(end)
	if s := r.suggest(fragment, in.ids()); s != "" {
		d.Note("did you mean #%s?", s)
		return
	}
	r.index()
	if found := r.everywhere[fold(fragment)]; len(found) > 0 {
		d.Note("%s has it: write %s#%s", found[0].in.file, relative(from, found[0].in), fragment)
		if at, end := l.Address(l.Elsewhere); len(found) == 1 && end > 0 {
			_, raw, _ := strings.Cut(l.Elsewhere, "#")
			d.Mend(at.Offset, end, relative(from, found[0].in)+"#"+raw)
		}
		return
	}
	d.Note("name a heading of that file, its words in small letters with hyphens, or leave out what follows the file's name")
}

// ids returns the ids of a file's anchors.
func (t *target) ids() []string {
	if t.known == nil {
		for _, a := range t.anchors {
			t.known = append(t.known, *a.id)
		}
	}
	return t.known
}

// mostSlips limits how many bytes of known words are compared with unknown ones in one run: a book with thousands of unknown
// words has another problem than misspelling, and to compare all of them would take seconds.
const mostSlips = 1 << 22

func (r *resolver) suggest(word string, known []string) string {
	if r.slips > mostSlips {
		return ""
	}
	for _, k := range known {
		r.slips += len(k)
	}
	return diag.Suggest(word, known)
}
