package reviewcopy

import (
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// Answer is a remark of a reader on the page that tells what became of it.
type Answer struct {
	Where   string // where its words stand now, in words
	Anchor  string // what that links to, "" for nothing
	Outcome string // what became of it, in a few words
	Words   string // those that it is on, "" for none
	Struck  bool   // they are to be deleted
	New     string // words to be put there
	Comment string // in quotation marks
	Why     string // what the author says to it
}

// Answers returns the pages that tell a reader what became of the reader's remarks, an even number of them where the book's pages
// lie on sheets, and their structure. Characters that the fonts lack are left out; missing lists them.
func Answers(cfg *config.Config, fonts *textstyle.Fonts, ask *Content, list []Answer) (pages []*page.Page, root *page.Node, missing []rune) {
	m := newMaker(cfg, fonts, ask)
	root = &page.Node{Kind: page.NodeSect}
	p := &ownPage{m: m, label: cfg.Lang.Answers.Title, node: root, y: reviewMargin + page.In/2}
	d := m.ownBody()
	const leading = 14 * page.Pt
	p.text(cfg.Lang.Answers.Title, d.Label().Sized(13*page.Pt), page.NodeH1, 24*page.Pt, typeset.RaggedRight)
	p.text(cfg.Lang.Answers.Thanks, d, page.NodeParagraph, leading, typeset.RaggedRight)
	p.y += leading
	s := &answerSetter{ownPage: p, body: d, leading: leading, indent: m.outcomeWidth(d), list: root.Add(page.NodeList)}
	s.list.Labels = "None"
	for i := range list {
		s.set(&list[i])
	}
	pages = p.pages()
	if len(pages)%2 == 1 && !ask.Typescript {
		pages = append(pages, m.own("", nil))
	}
	return pages, root, s.missing
}

// outcomeWidth returns the width of the column that says what became of remarks.
func (m *maker) outcomeWidth(d textstyle.Style) page.Length {
	const least, most = page.In * 9 / 10, page.In * 2
	w := &m.cfg.Lang.Answers
	width := page.Length(0)
	for _, word := range []string{w.Taken, w.Changed, w.Declined, w.Open} {
		width = max(width, textstyle.Width([]typeset.Inline{d.Label().Span(word, diag.Pos{})}))
	}
	return min(max(width+d.Size*3/2, least), most)
}

// answerSetter sets remarks with their answers, one under another.
type answerSetter struct {
	*ownPage
	body    textstyle.Style
	leading page.Length
	indent  page.Length
	list    *page.Node
	missing []rune
}

func (s *answerSetter) set(a *Answer) {
	item := s.list.Add(page.NodeItem)
	if s.y > s.m.bottom()-3*s.leading && len(s.items) > 0 {
		s.turn()
	}
	y := s.y
	s.node = item
	label := []typeset.Inline{s.body.Label().Span(a.Outcome, diag.Pos{})}
	narrow := s.m.sheet.W - 2*reviewMargin - (s.indent - s.body.Size)
	s.putWithin(label, page.NodeLabel, 0, narrow)
	below := s.y
	s.y = y
	s.node = item.Add(page.NodeItemBody)
	s.putWithin(s.remark(a), page.NodeParagraph, s.indent, 0)
	if comment := s.clean(a.Comment); comment != "" {
		q := s.m.cfg.Lang.Quotes.Outer
		s.putWithin([]typeset.Inline{s.body.Span(q.Open+comment+q.Close, diag.Pos{})}, page.NodeParagraph, s.indent, 0)
	}
	if why := s.clean(a.Why); why != "" {
		it := s.body
		it.Italic = true
		s.putWithin([]typeset.Inline{it.Span(why, diag.Pos{})}, page.NodeParagraph, s.indent, 0)
	}
	s.y = max(s.y, min(below, s.y+s.leading)) + s.leading/2
}

// putWithin sets a paragraph between an indent on the left and one on the right.
func (s *answerSetter) putWithin(spans []typeset.Inline, kind page.NodeKind, left, right page.Length) {
	if len(spans) > 0 {
		s.putBetween(spans, kind, left, right, s.leading, typeset.RaggedRight)
	}
}

// remark returns where a remark is and what it is on: words to be deleted are struck out, new ones underlined.
func (s *answerSetter) remark(a *Answer) (out []typeset.Inline) {
	where := s.body
	where.Anchor = a.Anchor
	out = append(out, where.Span(a.Where, diag.Pos{}))
	gap := "\u2003"
	add := func(text string, d textstyle.Style) {
		if text = s.clean(text); text != "" {
			out = append(out, s.body.Span(gap, diag.Pos{}), d.Span(text, diag.Pos{}))
			gap = " "
		}
	}
	words := s.body
	words.Italic, words.Strike = true, a.Struck
	add(a.Words, words)
	fresh := s.body
	fresh.Italic, fresh.Underlined = true, true
	add(a.New, fresh)
	return out
}

// clean returns text without the characters that the fonts lack.
func (s *answerSetter) clean(text string) string {
	out, missing := printable(text, s.m.fonts)
	s.missing = append(s.missing, missing...)
	return out
}
