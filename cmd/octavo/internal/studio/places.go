package studio

import (
	"bytes"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
)

// printing finds what is written where on the pages of a state, and where it is printed. What it finds it remembers: pages are
// looked at one by one, and few of them.
type printing struct {
	mu      sync.Mutex
	tracers map[*diag.Source]*book.Tracer
	pages   map[int]*setPage        // by their places, from 0
	parts   map[*diag.Source][]part // what of each file is printed, in its order; nil: not looked for yet
	anchors map[string]int          // pages, from 0
}

// setPage is a page's lines and what they were set from.
type setPage struct {
	lines []setLine
	spans []span // of lines; no source: it was made
}

// page returns the lines of the page i, from 0.
func (st *state) setPage(i int) *setPage {
	st.printing.mu.Lock()
	defer st.printing.mu.Unlock()
	return st.setLocked(i)
}

func (st *state) setLocked(i int) *setPage {
	if p, ok := st.printing.pages[i]; ok {
		return p
	}
	p := &setPage{lines: linesOn(st.pages[i])}
	for _, l := range p.lines {
		p.spans = append(p.spans, st.spanOf(l))
	}
	if st.printing.pages == nil {
		st.printing.pages = map[int]*setPage{}
	}
	st.printing.pages[i] = p
	return p
}

// spanOf returns what a line was set from: from its first word that the author wrote to its last in the same file.
func (st *state) spanOf(l setLine) (out span) {
	for _, t := range l.runs {
		from, made := st.originLocked(t, 0)
		if made {
			continue
		}
		to := diag.Pos{Source: from.Source, Offset: from.Offset + len(t.Text)}
		if tracer := st.tracerLocked(t.Pos.Source); tracer.Knows(t.Pos) {
			to = tracer.Trace(t.Pos, t.Offset+len(t.Text))
		}
		switch {
		case out.source == nil:
			out = span{from.Source, from.Offset, to.Offset}
		case out.source == from.Source:
			out.from, out.to = min(out.from, from.Offset), max(out.to, to.Offset)
		}
	}
	if out.source == nil {
		out = span{l.runs[0].Pos.Source, l.runs[0].Pos.Offset, l.runs[0].Pos.Offset}
	}
	return out
}

// origin returns where a letter of a text on a page is written, by its first byte. Made says that the word is not written: it was made
// for what is written there.
func (st *state) origin(t *page.Text, at int) (pos diag.Pos, made bool) {
	st.printing.mu.Lock()
	defer st.printing.mu.Unlock()
	return st.originLocked(t, at)
}

func (st *state) originLocked(t *page.Text, at int) (pos diag.Pos, made bool) {
	if t.Offset == page.Made {
		return t.Pos, true
	}
	src := t.Pos.Source
	from, to := wordAt([]byte(t.Text), at)
	word := []byte(t.Text[from:to])
	begin := min(t.Pos.Offset, len(src.Text))
	if tracer := st.tracerLocked(src); tracer.Knows(t.Pos) {
		pos = tracer.Trace(t.Pos, t.Offset+at)
		if agrees(src.Text, pos.Offset, word) {
			return pos, false
		}
		begin = bytes.LastIndexByte(src.Text[:min(pos.Offset, len(src.Text))], '\n') + 1 // such as a caption, which is written as a title
	} else if i := begin + t.Offset + from; i <= len(src.Text) && bytes.HasPrefix(src.Text[i:], word) { // code
		return diag.Pos{Source: src, Offset: i + at - from}, false
	}
	if i := findWord(src.Text[begin:], word); i >= 0 { // a title in book.toml, the value of a key
		return diag.Pos{Source: src, Offset: begin + i}, false
	}
	if pos.IsValid() {
		return pos, false
	}
	return t.Pos, true
}

// agrees reports whether a word of a page, or a sign, may stand at a place of a file: some of the word's letters do.
func agrees(text []byte, at int, word []byte) bool {
	if bytes.IndexFunc(word, unicode.IsLetter) < 0 {
		return true // signs are written in many ways
	}
	from, to := wordAt(text, at)
	for _, r := range string(word) {
		if unicode.IsLetter(r) && !bytes.ContainsRune(bytes.ToLower(text[from:to]), unicode.ToLower(r)) {
			return false
		}
	}
	return true
}

// nearby is how many bytes behind its place a word is looked for.
const nearby = 600

// findWord returns where a word stands in the beginning of a text, in any capitals, -1 when it does not.
func findWord(text, word []byte) int {
	text = text[:min(len(text), nearby)]
	if len(word) == 0 {
		return -1
	}
	for at := 0; at+len(word) <= len(text); at++ {
		if bytes.EqualFold(text[at:at+len(word)], word) {
			if from, to := wordAt(text, at); from == at && to == at+len(word) {
				return at
			}
		}
	}
	return -1
}

// tracerLocked returns the tracer of a file's running text.
func (st *state) tracerLocked(src *diag.Source) *book.Tracer {
	if tracer, ok := st.printing.tracers[src]; ok {
		return tracer
	}
	var chapters []*book.Chapter
	for _, ch := range st.set.Book.Chapters() {
		if ch.Source == src {
			chapters = append(chapters, ch)
		}
	}
	if st.printing.tracers == nil {
		st.printing.tracers = map[*diag.Source]*book.Tracer{}
	}
	st.printing.tracers[src] = book.NewTracer(chapters...)
	return st.printing.tracers[src]
}

// pageOf returns the page, from 0, that an anchor stands on.
func (st *state) pageOf(anchor string) (int, bool) {
	st.printing.mu.Lock()
	defer st.printing.mu.Unlock()
	if st.printing.anchors == nil && st.places != nil {
		st.printing.anchors = map[string]int{}
		for i, p := range st.places.Pages {
			for _, a := range p.Anchors {
				st.printing.anchors[a] = i
			}
			if _, ok := st.printing.anchors[p.ID]; p.ID != "" && !ok {
				st.printing.anchors[p.ID] = i
			}
		}
	}
	i, ok := st.printing.anchors[anchor]
	return i, ok
}

// folioOf returns the page, from 1, that an anchor stands on, and its folio; 0 and "" where it is on none.
func (st *state) folioOf(anchor string) (number int, folio string) {
	i, ok := st.pageOf(anchor)
	if !ok {
		return 0, ""
	}
	return i + 1, st.label(i)
}

// source returns the text of a file that the pages were set from, nil when there is none of that name.
func (st *state) source(name string) *diag.Source {
	if st.set == nil {
		return nil
	}
	if st.set.Cfg != nil && st.set.Cfg.Source != nil && st.set.Cfg.Source.Name == name {
		return st.set.Cfg.Source
	}
	if st.set.Book == nil {
		return nil
	}
	for _, s := range st.set.Book.Sources {
		if s.Name == name {
			return s
		}
	}
	return nil
}

// editsOf returns what has changed in the files of a book since its pages were set before: from where the new text of each file
// differs to where it is the old one again.
func editsOf(before, after []*diag.Source) (out []span) {
	was := map[string]*diag.Source{}
	for _, s := range before {
		was[s.Name] = s
	}
	for _, s := range after {
		old, ok := was[s.Name]
		if !ok || old == s || bytes.Equal(old.Text, s.Text) {
			continue
		}
		from, ends := 0, 0
		for most := min(len(old.Text), len(s.Text)); from < most && old.Text[from] == s.Text[from]; {
			from++
		}
		for most := min(len(old.Text), len(s.Text)) - from; ends < most && old.Text[len(old.Text)-1-ends] == s.Text[len(s.Text)-1-ends]; {
			ends++
		}
		out = append(out, span{s, from, len(s.Text) - ends})
	}
	return out
}

// longestWord is how many bytes before and after a place a word is followed.
const longestWord = 200

// wordAt returns the word of a text that a place is in, or the character there if it is in none.
func wordAt(text []byte, at int) (from, to int) {
	at = min(max(at, 0), len(text))
	from, to = at, at
	for from > 0 && at-from < longestWord {
		r, n := utf8.DecodeLastRune(text[:from])
		if !inWord(r) {
			break
		}
		from -= n
	}
	for to < len(text) && to-at < longestWord {
		r, n := utf8.DecodeRune(text[to:])
		if !inWord(r) {
			break
		}
		to += n
	}
	if from == to && to < len(text) && text[to] != '\n' {
		_, n := utf8.DecodeRune(text[to:])
		to += n
	}
	return from, to
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || slices.Contains([]rune{'\'', '’', '\u00AD'}, r)
}
