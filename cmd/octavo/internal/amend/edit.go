package amend

import (
	"bytes"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/diag"
)

// edits returns how a replacement is written, in a way and at one of several places, and whether there is such a place.
func (f *file) edits(o *op, s *style, w way, side int) ([]diag.Edit, bool) {
	u := f.units[o.first]
	switch {
	case o.format != "":
		return f.formatted(u, o, side)
	case o.first != o.last || slices.Contains(o.words, Break):
		return f.paragraphs(o, s, w, side)
	case o.a == o.b:
		places := f.places(u, o.a, o.words)
		if side >= len(places) {
			return nil, false
		}
		at := places[side]
		text := s.write(o.words, w, f.placeAt(u, o.a, o.b, at))
		return []diag.Edit{{At: at, End: at, Text: f.lines(u, at, text)}}, true
	case side > 0:
		return nil, false
	case o.a == 0 && o.b == len(u.cells) && len(o.words) == 0 && u.kind == paragraph:
		return f.without(u), true
	}
	return f.replaced(u, o, s, w), true
}

// placeAt describes what is at an offset where words take the place of the characters of a unit from the ith to the kth.
func (f *file) placeAt(u *unit, i, k, at int) place {
	p := place{kind: u.kind, before: beside(u.cells, i-1), after: beside(u.cells, k)}
	line := f.lineStart(at)
	p.start = strings.Trim(string(f.src.Text[line:at]), " \t>") == "" && u.kind != codeLine
	near := i
	if near >= len(u.cells) || near > 0 && u.cells[near-1].to == at {
		near--
	}
	for e := u.cells[near].in; e != nil; e = e.outer {
		inside := at > e.start && at <= u.cells[e.last].to || at >= u.cells[e.first].from && at <= u.cells[e.last].to
		p.inCode = p.inCode || e.say == "code" && inside
		p.link = p.link || strings.HasPrefix(e.say, "link") && inside
	}
	if start := u.outerStart(); u.kind == caption && start > 0 && strings.IndexByte(`"'`, f.src.Text[start-1]) >= 0 {
		p.quote = f.src.Text[start-1]
	}
	if f.inFront(at) {
		p.kind = frontMatter
	}
	if p.kind == value || p.kind == frontMatter {
		head := f.src.Text[line:at]
		if k := bytes.IndexAny(head, "=:"); k >= 0 {
			if rest := bytes.TrimLeft(head[k+1:], " \t["); len(rest) > 0 && (rest[0] == '"' || rest[0] == '\'') {
				p.quote = rest[0]
			}
		}
	}
	return p
}

// inFront reports whether an offset is in the front matter of the file.
func (f *file) inFront(at int) bool {
	text := f.src.Text
	for _, fence := range []string{"---", "+++"} {
		if bytes.HasPrefix(text, []byte(fence)) {
			end := bytes.Index(text[len(fence):], []byte("\n"+fence))
			return end >= 0 && at < end+len(fence)
		}
	}
	return false
}

func (f *file) lineStart(at int) int { return bytes.LastIndexByte(f.src.Text[:at], '\n') + 1 }

// lineEnd returns the end of the line at an offset, before its line end.
func (f *file) lineEnd(at int) int {
	if n := bytes.IndexByte(f.src.Text[at:], '\n'); n >= 0 {
		at += n
	} else {
		at = len(f.src.Text)
	}
	for at > 0 && f.src.Text[at-1] == '\r' {
		at--
	}
	return at
}

// lines gives the line ends of new words their form: a hard break in prose, and the next line of verse with what its lines begin with.
func (f *file) lines(u *unit, at int, text string) string {
	if !strings.Contains(text, "\n") {
		return text
	}
	if u.kind == codeLine || u.kind != stanza && u.kind != paragraph {
		return strings.ReplaceAll(text, "\n", " ")
	}
	start := f.lineStart(at)
	lead := string(f.src.Text[start:at])
	lead = lead[:len(lead)-len(strings.TrimLeft(lead, " \t>|"))]
	if u.kind == paragraph {
		return strings.ReplaceAll(text, "\n", "\\\n"+hang(lead))
	}
	end := f.src.Text[:f.lineEnd(at)]
	hard := ""
	switch { // the line ends as its neighbours do
	case bytes.HasSuffix(end, []byte(`\`)):
		hard = `\`
	case bytes.HasSuffix(end, []byte("  ")):
		hard = "  "
	}
	return strings.ReplaceAll(text, "\n", hard+"\n"+lead)
}

// places returns the offsets at which words may be inserted before the ith character of a unit, the best first. There is more than one
// where markup begins or ends.
func (f *file) places(u *unit, i int, words []rune) []int {
	var inner, outer []int
	l, r := i-1, i
	if l >= 0 {
		if u.cells[l].r != object {
			inner = append(inner, u.cells[l].to)
		}
		if e := highest(u, l, r); e != nil {
			if end := f.elementEnd(u, e); end >= 0 {
				outer = append(outer, end)
			}
		} else if u.cells[l].r == object {
			if end := f.objectEnd(&u.cells[l]); end >= 0 {
				outer = append(outer, end)
			}
		}
	}
	if r < len(u.cells) {
		inner = append(inner, u.cells[r].from)
		if e := highest(u, r, l); e != nil {
			outer = append(outer, e.start)
		}
	}
	all := append(outer, inner...)
	switch {
	case len(words) > 0 && l >= 0 && isWord(u.cells[l].r) && isWord(words[0]), len(words) > 0 && r < len(u.cells) && isWord(u.cells[r].r) && isWord(words[len(words)-1]):
		all = append(inner, outer...) // a part of a word
		if l < 0 || !isWord(u.cells[l].r) || !isWord(words[0]) {
			slices.Reverse(all[:len(inner)])
		}
	case len(outer) == 0 || l >= 0 && r < len(u.cells) && u.cells[l].in == u.cells[r].in:
		all = append(inner, outer...)
	}
	var out []int
	for _, at := range all {
		if at >= 0 && !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	return out
}

// replaced returns the edits of a replacement within one unit. Markup whose words all go goes with them; the new words stand in the
// markup of the first ones.
func (f *file) replaced(u *unit, o *op, s *style, w way) (out []diag.Edit) {
	written := len(o.words) == 0
	for i := o.a; i < o.b; {
		if u.cells[i].r == object {
			i++
			continue
		}
		k := i + 1
		for k < o.b && u.cells[k].r != object && u.cells[k].in == u.cells[i].in {
			k++
		}
		e := diag.Edit{At: u.cells[i].from, End: u.cells[k-1].to}
		if isWhite(u.cells[k-1].r) && k < len(u.cells) && u.cells[k].in == u.cells[i].in && u.cells[k].from > e.End &&
			len(bytes.TrimSpace(f.src.Text[e.End:u.cells[k].from])) == 0 {
			e.End = u.cells[k].from // white that counts as one space
		}
		if !written {
			written = true
			e.Text = f.lines(u, e.At, s.write(o.words, w, f.placeAt(u, i, o.b, e.At)))
		} else if whole := covered(u, i, o.a, o.b); whole != nil {
			if end := f.elementEnd(u, whole); end >= 0 {
				e.At, e.End = whole.start, end
				k = whole.last + 1
			}
		}
		out = append(out, e)
		i = k
	}
	if !written { // nothing but objects
		at := u.cells[o.a].from
		out = append(out, diag.Edit{At: at, End: at, Text: s.write(o.words, w, f.placeAt(u, o.a, o.b, at))})
	}
	return out
}
