package manuscript

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/dialect"
)

// wikiNode is a link between double brackets, as in Obsidian and wikis: [[Note]], [[Note#Heading|shown]], ![[Note]].
type wikiNode struct {
	ast.BaseInline
	name    string   // of a file, a title or another name of one; "": the link's own file
	heading []string // under which headings it leads, the last one being the target
	block   bool     // it leads to a block, which has no place of its own here
	shown   text.Segment
	embeds  bool
	end     int
}

var kindWiki = ast.NewNodeKind("OctavoWiki")

func (n *wikiNode) Kind() ast.NodeKind            { return kindWiki }
func (n *wikiNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// wikiParser parses links between double brackets, and pictures that are embedded by them. What only looks like one is left alone:
// code such as x[["a"]] and [[ -f x ]], numbers, and what CommonMark reads as a link.
type wikiParser struct{}

func (wikiParser) Trigger() []byte { return []byte{'[', '!'} }

func (wikiParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	open := []byte("[[")
	if line[0] == '!' {
		open = []byte("![[")
	}
	if !bytes.HasPrefix(line, open) {
		return nil
	}
	inside := line[len(open):min(len(line), 1000)]
	n := bytes.IndexAny(inside, "[]\n")
	if n < 1 || !bytes.HasPrefix(inside[n:], []byte("]]")) {
		return nil
	}
	inside = inside[:n]
	after := line[len(open)+n+2:]
	switch {
	case bytes.IndexByte([]byte(" \t^\"'"), inside[0]) >= 0, !bytes.ContainsFunc(inside, isWord), len(bytes.Trim(inside, "0123456789, -")) == 0:
		return nil
	case len(after) > 0 && (after[0] == '(' || after[0] == ']' || after[0] == '[' && !bytes.HasPrefix(after, open)):
		return nil
	case line[0] == '[' && isCode(parent, block.PrecendingCharacter()):
		return nil
	case strings.EqualFold(string(bytes.Trim(inside, "_")), "toc"):
		return nil
	}
	if _, defined := pc.Reference(string(bytes.ToLower(inside))); defined {
		return nil
	}
	block.Advance(len(open) + n + 2)
	w := wiki(inside, seg.Start+len(open))
	w.embeds, w.end = line[0] == '!', seg.Start+len(open)+n+2
	w.SetPos(seg.Start)
	if w.embeds && pictureExtensions()[strings.ToLower(path.Ext(w.name))] {
		return w.picture(line[len(open):len(open)+n], seg.Start+len(open))
	}
	return w
}

// isCode reports whether a character before double brackets makes them an index of a table in code.
func isCode(parent ast.Node, before rune) bool {
	if _, another := parent.LastChild().(*wikiNode); another {
		return false
	}
	return before == ']' || before < 0x80 && isWord(before)
}

// wiki reads what is between the brackets, which begins at an offset of the source.
func wiki(inside []byte, at int) *wikiNode {
	w := &wikiNode{}
	address, shown, _ := bytes.Cut(inside, []byte("|"))
	address = bytes.TrimSuffix(address, []byte(`\`)) // \| in a table
	if shown = bytes.TrimSpace(shown); len(shown) > 0 {
		start := at + len(inside) - len(shown)
		start -= len(inside) - len(bytes.TrimRight(inside, " \t"))
		w.shown = text.NewSegment(start, start+len(shown))
	}
	name, rest, _ := strings.Cut(string(address), "#")
	if i := strings.IndexByte(name, '^'); i >= 0 {
		name, w.block = name[:i], true
	}
	w.name = strings.TrimSpace(name)
	for heading := range strings.SplitSeq(rest, "#") {
		switch heading = strings.TrimSpace(heading); {
		case heading == "":
		case strings.HasPrefix(heading, "^"):
			w.block = true
		default:
			w.heading = append(w.heading, heading)
		}
	}
	return w
}

// words returns what the link shows where it does not say: the file's name and the headings.
func (n *wikiNode) words() string {
	name := path.Base(n.name)
	if textExtensions()[strings.ToLower(path.Ext(name))] {
		name = strings.TrimSuffix(name, path.Ext(name))
	}
	if n.name == "" {
		return strings.Join(n.heading, ", ")
	}
	return strings.Join(append([]string{name}, n.heading...), ", ")
}

// label returns the words that the link shows.
func (n *wikiNode) label(source []byte) []byte {
	if n.shown.IsEmpty() {
		return []byte(n.words())
	}
	return n.shown.Value(source)
}

// wikiLink is a link between double brackets in the book.
type wikiLink struct {
	*wikiNode
	link *book.Link
}

// wiki converts a link between double brackets. Its words are the ones that it shows.
func (b *builder) wiki(out []book.Inline, n *wikiNode) []book.Inline {
	if n.embeds {
		b.foreignFound(dialect.EmbeddedNote, n.Pos(), n.end)
	}
	l := &book.Link{Pos: b.pos(n.Pos()), Elsewhere: "[[" + n.name + "]]"}
	if !n.shown.IsEmpty() {
		l.Text = b.characters(nil, n.shown.Value(b.source), n.shown.Start)
	} else {
		l.Text = b.characters(nil, []byte(n.words()), n.Pos()+2)
	}
	if !n.embeds {
		b.wikis = append(b.wikis, wikiLink{n, l})
	}
	return append(out, l)
}

// wikiTarget gives a link between double brackets its target. Where it shows no words of its own and the name is a file's, it has
// the words of its target. One that leads nowhere in the book keeps its words, with a warning.
func (r *resolver) wikiTarget(from *target, in *parsed, w wikiLink) {
	l := w.link
	end := l.Pos.Offset + w.end - w.Pos()
	found := []*target{from}
	if w.name != "" {
		found = r.named(from, w.name)
	}
	switch {
	case len(found) > 1:
		r.diags.Errorf("link-ambiguous", l.Pos, "%q may be %s", w.name, these(found, " or ")).To(end).
			Note("write its folder: [[%s]]", strings.TrimSuffix(found[0].file, path.Ext(found[0].file)))
		return
	case len(found) == 1 && len(w.heading) == 0 && w.name != "":
		p := found[0].chapterNamed(w.name)
		l.Target, l.Elsewhere = p.chapter.ID, ""
		if w.shown.IsEmpty() && !p.isNamed(w.name) && fold(w.words()) != fold(book.PlainText(p.chapter.Title)) {
			l.Text = nil // a file's name that is no title
		}
		return
	case len(found) == 1 && len(w.heading) > 0:
		heading := w.heading[len(w.heading)-1]
		if w.name == "" {
			l.Target = r.inChapter(found[0], in, bySlug(heading))
		}
		if l.Target == "" {
			l.Target = found[0].find(heading)
		}
		if l.Target != "" {
			if l.Elsewhere = ""; w.shown.IsEmpty() {
				l.Text = nil
			}
			return
		}
	case w.block && w.name == "":
		return // the words stay; there is nothing that they could lead to
	}
	d := r.diags.Warnf("markup-foreign", l.Pos, "a link between double brackets to %q, which is not in the book: its words are set",
		strings.Join(append([]string{w.name}, w.heading...), "#")).To(end)
	d.Group = "wikilink"
	d.Note("write the name of a file, a title or a heading of the book, or delete the brackets")
}

// named returns the files that a name between double brackets may mean: by their path, their name in any folder, or the title or an
// alias of a chapter.
func (r *resolver) named(from *target, name string) []*target {
	if found := r.file(from, strings.ReplaceAll(name, "%", "%25")); len(found) > 0 {
		return found
	}
	if r.titles == nil {
		r.titles = map[string][]*target{}
		for _, t := range r.files {
			for _, p := range t.chapters {
				for _, title := range append(slices.Clone(p.chapter.Aliases), book.PlainText(p.chapter.Title)) {
					key := fold(title)
					if n := len(r.titles[key]); n == 0 || r.titles[key][n-1] != t {
						r.titles[key] = append(r.titles[key], t)
					}
				}
			}
		}
	}
	return r.titles[fold(name)]
}

// chapterNamed returns the chapter of a file with a title or an alias, or the first.
func (t *target) chapterNamed(title string) *parsed {
	for _, p := range t.chapters {
		if p.isNamed(title) {
			return p
		}
	}
	return t.chapters[0]
}

// isNamed reports whether a chapter has a title or an alias.
func (p *parsed) isNamed(title string) bool {
	return fold(book.PlainText(p.chapter.Title)) == fold(title) ||
		slices.ContainsFunc(p.chapter.Aliases, func(alias string) bool { return fold(alias) == fold(title) })
}
