package errata

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// slipSizes are the sizes of a slip's text in hundredths of a point, of which the largest that fits on one page is taken.
var slipSizes = [...]page.Length{1050, 1000, 950, 900, 850, 800, 750}

// slip is an erratum slip being set.
type slip struct {
	cfg    *config.Config
	fonts  *textstyle.Fonts
	width  page.Length
	height page.Length // of a page, at most
	margin page.Length
	size   page.Length
	root   *page.Node
	pages  []*page.Page
	items  []page.Item
	y      page.Length
}

// Slip returns an erratum slip, to be laid or glued into the printed edition: as wide as the book's pages and as high as its text is, but
// no higher than they are. Only a list that is too long for one page in small type goes on to others.
func Slip(cfg *config.Config, fonts *textstyle.Fonts, rows []Row) *page.Document {
	var s *slip
	for _, size := range slipSizes {
		s = &slip{cfg: cfg, fonts: fonts, width: page.Length(cfg.Print.Width), height: page.Length(cfg.Print.Height), size: size * page.Pt / 100,
			root: &page.Node{Kind: page.NodeDocument}}
		s.margin = max(s.width/9, 24*page.Pt)
		s.set(rows)
		if len(s.pages) == 1 {
			break
		}
	}
	doc := &page.Document{Title: cfg.Lang.Errata.Title + ": " + cfg.Book.Title, Author: strings.Join(cfg.Book.Authors(), ", "),
		Lang: cfg.Book.Language, Date: cfg.Book.Date, Pages: s.pages, Root: s.root, RightToLeft: cfg.Lang.RightToLeft()}
	for _, p := range s.pages {
		if cfg.Lang.RightToLeft() {
			page.Mirror(p)
		}
	}
	return doc
}

func (s *slip) style() textstyle.Style {
	return textstyle.Style{Fonts: s.fonts, Size: s.size, Features: textstyle.Figures(s.cfg.Style), Color: page.Black, Solid: true}
}

func (s *slip) set(rows []Row) {
	s.y = s.margin
	s.title()
	labels := make([]string, len(rows))
	for i := range rows {
		labels[i] = s.label(&rows[i])
	}
	var widest page.Length
	for _, l := range labels {
		widest = max(widest, textstyle.Width([]typeset.Inline{s.style().Aside().Span(l, diag.Pos{})}))
	}
	column := min(widest, (s.width-2*s.margin)*2/5)
	for i := range rows {
		label := labels[i]
		if i > 0 && label == labels[i-1] {
			label = ""
		}
		s.row(label, s.says(&rows[i]), column)
	}
	s.end(s.y + s.margin - s.size/2)
}

// title sets the title, the book's title below it, and a rule.
func (s *slip) title() {
	measure := s.width - 2*s.margin
	title := s.style().Faced(s.cfg.Style.Chapter.Face)
	title.Size = s.size * 17 / 10
	under := s.style().Aside()
	for _, line := range []struct {
		text    string
		d       textstyle.Style
		kind    page.NodeKind
		leading page.Length
	}{{s.cfg.Lang.Errata.Title, title, page.NodeH1, title.Size * 13 / 10}, {s.cfg.Book.Title, under, page.NodeParagraph, s.size * 13 / 10}} {
		set := typeset.SetParagraph([]typeset.Inline{line.d.In(s.root.Add(line.kind)).Span(line.text, diag.Pos{})}, typeset.Setting{Measure: measure, Align: typeset.Centered, Balanced: true})
		s.items, s.y = textstyle.Stack(s.items, set, s.margin, s.y, line.leading)
	}
	s.y += s.size * 7 / 10
	wide := measure / 5
	s.items = append(s.items, &page.Rule{X: (s.width - wide) / 2, Y: s.y, W: wide, H: page.Pt * 4 / 10, Color: page.Black})
	s.y += s.size * 12 / 10
}

// label returns "page 3, line 9".
func (s *slip) label(r *Row) string {
	l := s.cfg.Lang
	return l.References.Page.Fill("n", r.Page) + l.Lists.Comma + l.Errata.Line.Fill("n", strconv.Itoa(r.Line))
}

// says returns what is to be read.
func (s *slip) says(r *Row) string {
	l := s.cfg.Lang
	was, is := quoted(l, r.Was), quoted(l, r.Is)
	switch r.Kind {
	case Delete:
		return l.Errata.Delete.Fill("was", was)
	case Insert:
		return l.Errata.Insert.Fill("is", is)
	}
	return l.Errata.ForRead.Fill("was", was, "is", is)
}

// quoted returns words in a language's quotation marks.
func quoted(l *lang.Language, words string) string {
	q := l.Quotes.Outer
	if white := l.Spacing.Before['»']; q.Close == "»" && white != "" {
		words = white + words + white
	}
	return q.Open + words + q.Close
}

// mostRunt is how many bytes the last word has, at most, that does not stand alone in a line.
const mostRunt = 12

// row sets a label and what is said beside it.
func (s *slip) row(label, text string, column page.Length) {
	leading, gap := s.size*13/10, s.size
	if i := strings.LastIndexByte(text, ' '); i > 0 && len(text)-i < mostRunt {
		text = text[:i] + "\u00A0" + text[i+1:]
	}
	node := s.root.Add(page.NodeParagraph)
	lines := typeset.SetParagraph([]typeset.Inline{s.style().In(node).Span(text, diag.Pos{})},
		typeset.Setting{Measure: s.width - 2*s.margin - column - gap, Align: typeset.RaggedRight})
	labels := typeset.SetParagraph([]typeset.Inline{s.style().Aside().In(node).Span(label, diag.Pos{})}, typeset.Setting{Measure: column, Align: typeset.RaggedRight})
	if label == "" {
		labels = nil
	}
	high := leading * page.Length(max(len(lines), len(labels)))
	if s.y+high > s.height-s.margin && len(s.items) > 0 {
		s.end(s.height)
	}
	var left page.Length
	s.items, left = textstyle.Stack(s.items, labels, s.margin, s.y, leading)
	s.items, s.y = textstyle.Stack(s.items, lines, s.margin+column+gap, s.y, leading)
	s.y = max(s.y, left) + s.size*4/10
}

// end ends a page of a height.
func (s *slip) end(height page.Length) {
	s.pages = append(s.pages, &page.Page{Width: s.width, Height: min(height, s.height), Label: strconv.Itoa(len(s.pages) + 1), Items: s.items})
	s.items, s.y = nil, s.margin
}
