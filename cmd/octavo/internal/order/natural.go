package order

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// Weights returns where a file stands among those of its folder, by its front matter, and whether it says so.
type Weights func(name string) (weight float64, ok bool)

// Natural puts files in the order in which people count: 2 before 10, "Chapter Two" before "Chapter Three", a folder's index or readme
// first, a preface before the chapters and an appendix after them. Files that say where they stand come before those that do not.
// Two folders or more with chapters in them, side by side, are parts.
func Natural(files []string, l *lang.Language, weights Weights) book.Contents {
	s := sorter{l: l, weights: weights, names: map[string]string{}, folders: map[string]float64{}}
	for _, f := range files {
		if w, ok := weights(f); ok && s.isIndex(f) && strings.Contains(f, "/") {
			s.folders[path.Dir(f)] = w
		}
	}
	sorted := slices.Clone(files)
	slices.SortStableFunc(sorted, s.compare)
	var c book.Contents
	var body []string
	for _, f := range sorted {
		switch {
		case strings.Contains(f, "/"):
			body = append(body, f)
		case frontNames[s.matter(f)]:
			c.Front = append(c.Front, book.File{Name: f})
		case backNames[s.matter(f)]:
			c.Back = append(c.Back, book.File{Name: f})
		default:
			body = append(body, f)
		}
	}
	c.Parts = s.parts(body)
	return c
}

// Where files stand that are called so, without their numbers.
var (
	frontNames = names("preface foreword dedication epigraph")
	firstNames = names("introduction prologue")
	lastNames  = names("epilogue conclusion")
	backNames  = names("afterword appendix appendices glossary bibliography references acknowledgments acknowledgements about-the-author colophon credits errata")
)

func names(list string) map[string]bool {
	out := map[string]bool{}
	for _, n := range strings.Fields(list) {
		out[n] = true
	}
	return out
}

// sorter compares files.
type sorter struct {
	l       *lang.Language
	weights Weights
	names   map[string]string  // what elements of paths are compared as
	folders map[string]float64 // weights of folders: those of their index files
}

// matter returns what a file is called without its number: "preface" of "00-Preface.md", "appendix" of "appendix-b.md".
func (s *sorter) matter(name string) string {
	slug := strings.TrimPrefix(book.Slug(strings.TrimLeft(strings.TrimSuffix(path.Base(name), path.Ext(name)), "0123456789-_. ")), "x-")
	if first, _, ok := strings.Cut(slug, "-"); ok && first == "appendix" {
		return first
	}
	return slug
}

// isIndex reports whether a file introduces its folder.
func (s *sorter) isIndex(name string) bool {
	switch strings.ToLower(strings.TrimSuffix(path.Base(name), path.Ext(name))) {
	case "index", "_index", "readme":
		return true
	}
	return false
}

// compare compares two files by the first elements of their paths that differ.
func (s *sorter) compare(a, b string) int {
	as, bs := strings.Split(a, "/"), strings.Split(b, "/")
	n := 0
	for n < len(as) && n < len(bs) && as[n] == bs[n] {
		n++
	}
	if n == len(as) || n == len(bs) {
		return cmp.Compare(len(as), len(bs))
	}
	file := func(parts []string) bool { return n == len(parts)-1 }
	if x, y := file(as) && s.isIndex(a), file(bs) && s.isIndex(b); x != y {
		return first(x)
	}
	path := func(parts []string) string { return strings.Join(parts[:n+1], "/") }
	wa, oka := s.weight(path(as), file(as))
	wb, okb := s.weight(path(bs), file(bs))
	switch {
	case oka && okb && wa != wb:
		return cmp.Compare(wa, wb)
	case oka != okb:
		return first(oka)
	case n == 0:
		if c := cmp.Compare(s.end(as[0]), s.end(bs[0])); c != 0 {
			return c
		}
	}
	return cmp.Or(Compare(s.counted(as[n]), s.counted(bs[n])), cmp.Compare(a, b))
}

func first(yes bool) int {
	if yes {
		return -1
	}
	return 1
}

// end returns -1 for a file that begins a book, 1 for one that ends it, and 0 for all others and for those with numbers.
func (s *sorter) end(name string) int {
	if name[0] >= '0' && name[0] <= '9' {
		return 0
	}
	switch m := s.matter(name); {
	case firstNames[m]:
		return -1
	case lastNames[m]:
		return 1
	}
	return 0
}

func (s *sorter) weight(path string, file bool) (float64, bool) {
	if file {
		return s.weights(path)
	}
	w, ok := s.folders[path]
	return w, ok
}

// parts divides the body into parts, if it lies in folders side by side.
func (s *sorter) parts(files []string) []book.PartFiles {
	inside := map[string]int{}
	for _, f := range files {
		if folder, _, ok := strings.Cut(f, "/"); ok {
			inside[folder]++
		}
	}
	several := 0
	for _, n := range inside {
		if n > 1 {
			several++
		}
	}
	parts := []book.PartFiles{{}}
	now := ""
	for _, f := range files {
		folder, rest, ok := strings.Cut(f, "/")
		if !ok {
			folder = ""
		}
		if several > 1 && folder != now {
			p := book.PartFiles{}
			if folder != "" {
				p.Title, p.Headed = ReadableTitle(folder), s.isIndex(rest)
			}
			parts, now = append(parts, p), folder
		}
		last := &parts[len(parts)-1]
		last.Chapters = append(last.Chapters, book.File{Name: f})
	}
	if len(parts[0].Chapters) == 0 && len(parts) > 1 {
		parts = parts[1:]
	}
	return parts
}

// counted returns an element of a path in small letters, without its extension, and with a number that is written out in figures,
// where a word for what is numbered stands before it.
func (s *sorter) counted(name string) string {
	if c, ok := s.names[name]; ok {
		return c
	}
	words := separators().Split(fold(strings.TrimSuffix(name, path.Ext(name))), -1)
	for i := 1; i < len(words); i++ {
		for _, pattern := range []lang.Pattern{s.l.Typescript.Chapter, s.l.Titles.NumberedPart} {
			before, _, _ := strings.Cut(string(pattern), " ")
			if words[i-1] != strings.ToLower(before) {
				continue
			}
			if n := s.l.NumberOf(words[i]); n > 0 {
				words[i] = strconv.Itoa(n)
			}
		}
	}
	out := strings.Join(words, " ")
	s.names[name] = out
	return out
}

// separators stand between the words of a file's name.
var separators = lazyregexp.New(`[-_. ]+`)

// Compare compares texts, and numbers in them by their values: 2 before 10.
func Compare(a, b string) int {
	for a != "" && b != "" {
		na, nb := digits(a), digits(b)
		if na > 0 && nb > 0 {
			x, y := strings.TrimLeft(a[:na], "0"), strings.TrimLeft(b[:nb], "0")
			if c := cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y)); c != 0 {
				return c
			}
			a, b = a[na:], b[nb:]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}
