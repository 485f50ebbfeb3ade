package feedback

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/locate"
)

//go:embed page.html
var pageText string

var pageTemplate = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(pageText)) })

// pageGroup holds the remarks of a chapter.
type pageGroup struct {
	ID, Title string
	Remarks   []pageRemark
}

type pageRemark struct {
	ID, Place, In, Reader, Said, Kind, Fate, Seen, Date string
	Before, Words, After, Cut, New, Now                 string
	Status                                              locate.Status
	Point, Whole                                        bool
	Section                                             string
	Replies                                             []Reply
	State                                               string
	Also                                                string
}

// HTML writes the list as a web page for reading and printing: remarks by chapter, with the words that they are on. All
// text of readers is escaped.
func (l *List) HTML(w io.Writer, title string) error {
	var groups []pageGroup
	for i := range l.Remarks {
		r := &l.Remarks[i]
		chapter := r.Place.Chapter
		switch {
		case r.Place.Status == locate.Lost:
			chapter = "Without a place"
		case chapter == "":
			chapter = r.Place.Pos.Source.Name
		}
		if n := len(groups); n == 0 || groups[n-1].Title != chapter {
			groups = append(groups, pageGroup{ID: fmt.Sprintf("chapter-%d", n+1), Title: chapter})
		}
		g := &groups[len(groups)-1]
		p := r.page()
		if n := len(g.Remarks); n > 0 && g.Remarks[n-1].Section == p.Section {
			p.In = "" // already in the heading
		}
		g.Remarks = append(g.Remarks, p)
	}
	for i := range groups {
		groups[i].harmless()
	}
	return pageTemplate().Execute(w, struct {
		Title, Summary string
		Groups         []pageGroup
	}{diag.PrintableLines(title), l.Summary(), groups})
}

// harmless makes control characters, bidirectional ones included, visible: the template only escapes markup.
func (g *pageGroup) harmless() {
	clean := func(texts ...*string) {
		for _, s := range texts {
			*s = diag.PrintableLines(*s)
		}
	}
	clean(&g.Title)
	for i := range g.Remarks {
		r := &g.Remarks[i]
		clean(&r.Place, &r.In, &r.Reader, &r.Said, &r.Kind, &r.Fate, &r.Seen, &r.Date, &r.Before, &r.Words, &r.After, &r.Cut,
			&r.New, &r.Now, &r.Section, &r.State, &r.Also)
		r.Replies = slices.Clone(r.Replies)
		for k := range r.Replies {
			clean(&r.Replies[k].Reader, &r.Replies[k].Comment, &r.Replies[k].Date)
		}
	}
}

func (r *Listed) page() pageRemark {
	p := pageRemark{ID: r.ID, In: r.Place.Section, Reader: r.who(), Said: r.Comment, Kind: string(r.Kind),
		Seen:    r.where(),
		Section: r.Place.Section, Whole: r.Seen.Whole, Date: shortDate(r.Date), Before: lastWords(r.Seen.Before, 90),
		Words: r.Seen.Words, After: firstWords(r.Seen.After, 90), Status: r.Place.Status, Replies: r.Replies,
		State: r.State,
		Also:  strings.Join(r.Also, ", ")}
	if r.Place.Status == locate.AsMarked { // the manuscript's words, without the marginal text of a copy
		p.Before, p.After = lastWords(r.Place.Before, 90), firstWords(r.Place.After, 90)
	}
	if r.Place.Pos.IsValid() {
		p.Place = r.Place.Pos.String()
	} else {
		p.Place = fmt.Sprintf("%s, remark %d", r.Remark.File, r.Nth)
	}
	switch r.Kind {
	case Strike:
		p.Cut, p.Words = p.Words, ""
	case Replace:
		p.Cut, p.Words, p.New = p.Words, "", r.New
	case Insert:
		p.New = r.New
	}
	if r.New != "" && r.Kind != Replace && r.Kind != Insert {
		p.New = r.New
	}
	if p.New != "" && p.Cut == "" { // readers write insertions without the space that they need
		if endsInWord(p.Before) && beginsWithWord(p.New) {
			p.Before += " "
		}
		if beginsWithWord(p.After) && endsInWord(p.New) {
			p.After = " " + p.After
		}
	}
	p.Point = p.Words == "" && p.Cut == "" && p.New == "" && (p.Before != "" || p.After != "")
	if r.Place.Status != locate.AsMarked || r.Place.Others > 0 {
		p.Fate = r.Fate()
	}
	return p
}

func beginsWithWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// shortDate shortens an RFC 3339 date to the minute and leaves anything else as it is.
func shortDate(s string) string {
	if len(s) >= 16 && s[4] == '-' && s[10] == 'T' {
		return s[:10] + " " + s[11:16]
	}
	return s
}

// lastWords returns the end of a text, in whole words.
func lastWords(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ") + trailing(s)
	t := locate.LastBytes(s, n)
	if len(t) < len(s) {
		_, rest, ok := strings.Cut(t, " ")
		if ok {
			t = "… " + rest
		}
	}
	return t
}

func firstWords(s string, n int) string {
	lead := ""
	if s != "" && strings.TrimLeft(s, " \n\t") != s {
		lead = " "
	}
	s = lead + strings.Join(strings.Fields(s), " ")
	t := locate.FirstBytes(s, n)
	if len(t) < len(s) {
		if i := strings.LastIndex(t, " "); i > 0 {
			t = t[:i] + " …"
		}
	}
	return t
}

func trailing(s string) string {
	if s != "" && strings.TrimRight(s, " \n\t") != s {
		return " "
	}
	return ""
}
