package manuscript

import (
	"cmp"
	"net/url"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/dialect"
)

// resolver finds what the links of a book lead to. An anchor is looked up in the link's own file first, and then in the other
// files; one that several of them have leads nowhere, because the book must not choose.
type resolver struct {
	files  []*target
	own    map[*parsed]map[string]string // what the anchors of a chapter are called, of files with several; made when it is needed
	paths  map[string][]*target          // by their folded path, with and without extension
	bases  map[string][]*target          // by their folded name without folder and extension
	parts  map[string]string             // ids of parts by their folded title's slug
	titles map[string][]*target          // by the folded titles of their chapters; made when they are needed

	byAuthor   map[string][]spot // ids that the author gave; made when it is needed
	everywhere map[string][]spot // what anchors of all files are called; made when it is needed
	ids        map[string]spot   // the same by their final ids

	diags       *diag.Collector
	all, listed []string // ids and files that suggest compares, made when they are needed
	slips       int      // bytes that suggest has compared
}

// target is a file that links can lead to, with its chapters.
type target struct {
	file     string // its path under the manuscript's folder
	chapters []*parsed
	anchors  []*anchor         // of all chapters
	names    map[string]string // ids by what octavo calls them, folded; made when it is needed
	others   map[string]string // ids by what other programs call them, and the ids themselves; made when it is needed
	known    []string          // its ids; made when they are needed
}

// spot is an anchor of a file.
type spot struct {
	in *target
	id string
}

func newResolver(bk *book.Book, chapters []*parsed) *resolver {
	r := &resolver{own: map[*parsed]map[string]string{}, paths: map[string][]*target{}, bases: map[string][]*target{}, parts: map[string]string{}}
	var sources []*diag.Source
	for _, p := range chapters {
		if last := len(r.files) - 1; last < 0 || r.files[last].file != p.chapter.File {
			r.add(&target{file: p.chapter.File})
			sources = append(sources, p.chapter.Source)
		}
		t := r.files[len(r.files)-1]
		t.chapters = append(t.chapters, p)
		for i := range p.anchors {
			t.anchors = append(t.anchors, &p.anchors[i])
		}
	}
	r.diags = diag.CollectorOf(sources...)
	for _, part := range bk.Parts {
		if part.Title != "" {
			r.parts[fold(book.Slug(part.Title))] = part.ID
			r.parts[fold(part.ID)] = part.ID
		}
	}
	return r
}

func (r *resolver) add(t *target) {
	r.files = append(r.files, t)
	name := fold(t.file)
	stem := strings.TrimSuffix(name, path.Ext(name))
	r.paths[name] = append(r.paths[name], t)
	if stem != name {
		r.paths[stem] = append(r.paths[stem], t)
	}
	r.bases[path.Base(stem)] = append(r.bases[path.Base(stem)], t)
}

// fold returns a name in the form in which names are compared: programs differ in capitals, and disks in how they write accents.
func fold(name string) string { return strings.ToLower(norm.NFC.String(name)) }

// unescaped returns a part of an address without its percent-encoding, if it is well-formed.
func unescaped(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

// resolve gives every link of the book that leads to a place in it its target.
func (r *resolver) resolve() diag.List {
	for _, t := range r.files {
		for _, p := range t.chapters {
			for _, l := range p.links {
				r.link(t, p, l)
			}
			for _, w := range p.wikis {
				r.wikiTarget(t, p, w)
			}
			for _, c := range p.crosses {
				r.crossTarget(c)
			}
		}
	}
	return r.diags.List()
}

// link resolves one link of a file, in one of its chapters.
func (r *resolver) link(from *target, in *parsed, l *book.Link) {
	address := strings.TrimSpace(l.URL)
	name, fragment, _ := strings.Cut(address, "#")
	fragment = unescaped(fragment)
	switch {
	case name == "" && fragment != "":
		l.Target, l.URL, l.Elsewhere = r.anchor(from, in, l, fragment), "", address
	case name == "", isRemote(name), strings.HasPrefix(strings.ToLower(name), "www."):
	default:
		l.URL, l.Elsewhere = "", address
		switch found := r.file(from, name); {
		case len(found) == 0:
			r.elsewhere(l, name)
		case len(found) > 1:
			r.severalFiles(from, l, name, found)
		case fragment == "":
			l.Target = found[0].chapters[0].chapter.ID
		default:
			l.Target = r.anchorIn(from, found[0], l, fragment)
		}
	}
	if l.Target != "" {
		l.Elsewhere = ""
	}
}

// textExtensions are those of files that can be chapters, or pages made of chapters.
var textExtensions = sync.OnceValue(func() map[string]bool {
	return map[string]bool{".md": true, ".markdown": true, ".mdown": true, ".mkd": true, ".mdx": true, ".qmd": true,
		".rmd": true, ".txt": true, ".html": true, ".htm": true, ".xhtml": true}
})

// file returns the files that a link's path may mean, in the order of the book. The path begins at the link's own folder, or else
// at the manuscript's; a page that was made of a chapter means the chapter, a folder the README or index in it. A name alone
// may be that of a file in any folder.
func (r *resolver) file(from *target, name string) []*target {
	name, _, _ = strings.Cut(name, "?")
	for _, name := range []string{unescaped(name), name} {
		name = fold(strings.ReplaceAll(name, `\`, "/"))
		for _, folder := range []string{fold(path.Dir(from.file)), "."} {
			if strings.HasPrefix(name, "/") && folder != "." {
				continue
			}
			at := path.Join(folder, strings.TrimPrefix(name, "/"))
			stem := at
			if textExtensions()[path.Ext(at)] {
				stem = strings.TrimSuffix(at, path.Ext(at))
			}
			for _, key := range []string{at, stem, path.Join(at, "readme"), path.Join(at, "index"), path.Join(at, "_index"),
				path.Join(path.Dir(at), "readme")} {
				if path.Base(stem) != "index" && key == path.Join(path.Dir(at), "readme") {
					continue // only index.html is the page of a README
				}
				if found := r.paths[key]; len(found) > 0 {
					return found
				}
			}
		}
		if base := strings.TrimPrefix(name, "./"); !strings.Contains(base, "/") {
			if textExtensions()[path.Ext(base)] {
				base = strings.TrimSuffix(base, path.Ext(base))
			}
			if found := r.bases[base]; len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// anchor returns the id that a link to an anchor without a file means, "" after it has reported that there is none. In a file of
// several chapters the link's own chapter comes before the others.
func (r *resolver) anchor(from *target, in *parsed, l *book.Link, fragment string) string {
	if id := r.inChapter(from, in, fragment); id != "" {
		return id
	}
	if id := from.find(fragment); id != "" {
		return id
	}
	found := r.given(fragment) // the author's own ids are there to tell places apart
	if len(found) == 0 {
		r.index()
		found = r.everywhere[fold(fragment)]
	}
	if len(found) == 0 {
		found = r.everywhere[bySlug(fragment)]
	}
	switch {
	case len(found) == 1:
		return found[0].id
	case len(found) > 1:
		r.ambiguous(from, l, fragment, found)
		return ""
	}
	if p, ok := r.ids[fold(fragment)]; ok {
		return p.id
	}
	if id, ok := r.parts[fold(fragment)]; ok {
		return id
	}
	r.unknown(l, fragment)
	return ""
}

// anchorIn returns the id of an anchor in a file that the link names, "" after it has reported that the file has no such anchor.
func (r *resolver) anchorIn(from, in *target, l *book.Link, fragment string) string {
	if id := in.find(fragment); id != "" {
		return id
	}
	r.unknownIn(from, in, l, fragment)
	return ""
}

// bySlug returns an anchor's name as octavo would write it, or, since octavo's slugs have Latin letters only, as GitHub would write one
// in another script. It is the last resort: it finds what other programs write otherwise, and headings in their own words.
func bySlug(fragment string) string {
	switch {
	case book.Unslugged(fragment) != "":
		return fold(dialect.GitHub(fragment))
	case strings.ContainsFunc(fragment, isWord):
		return book.Slug(fragment)
	}
	return ""
}

// inChapter returns the id of an anchor in one chapter of a file with several, or "".
func (r *resolver) inChapter(t *target, in *parsed, name string) string {
	if len(t.chapters) == 1 {
		return ""
	}
	names := r.own[in]
	if names == nil {
		names = map[string]string{}
		r.own[in] = names
		anchors := make([]*anchor, len(in.anchors))
		for i := range in.anchors {
			anchors[i] = &in.anchors[i]
		}
		each(anchors, func(name string, a *anchor, nth int) {
			if _, ok := names[name]; !ok && nth == 0 { // headings of the same words are counted through the file
				names[name] = *a.id
			}
		})
	}
	return names[fold(name)]
}

// find returns the id of the file's anchor that links call name, or "".
func (t *target) find(name string) string {
	if t.names == nil {
		t.names = map[string]string{}
		ownNames(t.anchors, putInto(t.names))
	}
	if id := t.names[fold(name)]; id != "" {
		return id
	}
	if t.others == nil {
		t.others = map[string]string{}
		otherNames(t.anchors, putInto(t.others))
		for _, a := range t.anchors {
			putInto(t.others)(fold(*a.id), a, 0)
		}
	}
	if id := t.others[fold(name)]; id != "" {
		return id
	}
	slug := bySlug(name)
	return cmp.Or(t.names[slug], t.others[slug])
}

// putInto returns a function that puts an anchor into a map, unless the map has the name already.
func putInto(names map[string]string) func(name string, a *anchor, nth int) {
	return func(name string, a *anchor, _ int) {
		if _, ok := names[name]; !ok {
			names[name] = *a.id
		}
	}
}

// each calls f for the names, folded, by which links may call anchors, those with precedence first. The nth heading of the same
// words, counted from 0, may have nth in its name.
func each(anchors []*anchor, f func(name string, a *anchor, nth int)) {
	ownNames(anchors, f)
	otherNames(anchors, f)
}

// ownNames calls f for the ids that the author gave, and then for octavo's own slugs.
func ownNames(anchors []*anchor, f func(name string, a *anchor, nth int)) {
	for of := byKey; of <= ofHeading; of++ {
		for _, a := range anchors {
			switch {
			case of.isGiven() && a.of == of:
				f(fold(a.name), a, 0)
			case a.of == of && a.words.Smart != "", of == ofHeading && a.of.isGiven() && a.words.Smart != "":
				f(book.Slug(a.words.Smart), a, 0)
			case a.of == of:
				f(fold(a.name), a, 0)
			}
		}
	}
}

// otherNames calls f for the slugs of other programs.
func otherNames(anchors []*anchor, f func(name string, a *anchor, nth int)) {
	headings := make([]dialect.Heading, len(anchors))
	for i, a := range anchors {
		headings[i] = a.words
	}
	dialect.Names(headings, func(name string, i, nth int) { f(fold(name), anchors[i], nth) })
}

// given returns the places to which the author gave an id.
func (r *resolver) given(id string) []spot {
	if r.byAuthor == nil {
		r.byAuthor = map[string][]spot{}
		for _, t := range r.files {
			for _, a := range t.anchors {
				found := r.byAuthor[fold(a.name)]
				if n := len(found); a.of.isGiven() && (n == 0 || found[n-1].in != t) {
					r.byAuthor[fold(a.name)] = append(found, spot{t, *a.id})
				}
			}
		}
	}
	return r.byAuthor[fold(id)]
}

// index makes the index of all anchors of the book.
func (r *resolver) index() {
	if r.everywhere != nil {
		return
	}
	r.everywhere, r.ids = map[string][]spot{}, map[string]spot{}
	for _, t := range r.files {
		each(t.anchors, func(name string, a *anchor, _ int) {
			found := r.everywhere[name]
			if n := len(found); n > 0 && found[n-1].in == t {
				return
			}
			r.everywhere[name] = append(found, spot{t, *a.id})
		})
		for _, a := range t.anchors {
			if _, ok := r.ids[fold(*a.id)]; !ok {
				r.ids[fold(*a.id)] = spot{t, *a.id}
			}
		}
	}
}

// relative returns how a link in one file names another.
func relative(from, to *target) string {
	name, err := filepath.Rel(path.Dir(from.file), to.file)
	if err != nil {
		return to.file
	}
	return strings.ReplaceAll(filepath.ToSlash(name), " ", "%20")
}
