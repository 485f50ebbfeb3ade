package exports

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"octavo/cmd/octavo/internal/locate"
)

// Google Docs saves a document with comments as a page that has a link behind the words of each, "#cmnt1", and at its end the
// comments, each behind a link back, "#cmnt_ref1". Which words are marked it does not say.
const (
	docsMark    = "cmnt_ref"
	docsComment = "cmnt"
)

func isGoogleDocs(r *reader, text string) bool {
	return isMarkup(r, text) && strings.Contains(text, `id="`+docsMark)
}

func (r *reader) googleDocs(text string) error {
	z := html.NewTokenizer(strings.NewReader(text))
	var body strings.Builder
	at := map[string]int{} // by number: where the words end
	said := map[string]*strings.Builder{}
	var order []string
	var comment *strings.Builder
	skip := false // in a link, or in what is no text
	for {
		switch z.Next() {
		case html.ErrorToken:
			for _, n := range order {
				end, known := at[n]
				m := Mark{Kind: Note, Comment: tidy(said[n].String())}
				if known {
					m.Seen = aroundPoint(body.String(), end)
				}
				r.add(m)
			}
			return nil
		case html.StartTagToken:
			t := z.Token()
			i := slices.IndexFunc(t.Attr, func(a html.Attribute) bool { return a.Key == "id" })
			switch {
			case skip:
			case t.DataAtom == atom.Style || t.DataAtom == atom.Script || t.DataAtom == atom.Title:
				skip = true
			case t.DataAtom != atom.A || i < 0:
			case strings.HasPrefix(t.Attr[i].Val, docsMark):
				at[strings.TrimPrefix(t.Attr[i].Val, docsMark)] = body.Len()
				skip = true
			case strings.HasPrefix(t.Attr[i].Val, docsComment):
				n := strings.TrimPrefix(t.Attr[i].Val, docsComment)
				comment = &strings.Builder{}
				if said[n] == nil && len(order) < MaxMarks {
					order = append(order, n)
				}
				said[n] = comment
				skip = true
			}
		case html.EndTagToken:
			switch t := z.Token(); {
			case skip && slices.Contains([]atom.Atom{atom.A, atom.Style, atom.Script, atom.Title}, t.DataAtom):
				skip = false
			case slices.Contains(breaks, t.DataAtom) && comment != nil:
				comment.WriteByte('\n')
			case slices.Contains(breaks, t.DataAtom):
				body.WriteByte('\n')
			}
		case html.TextToken:
			switch s := string(z.Text()); {
			case skip:
			case comment != nil:
				comment.WriteString(s)
			default:
				body.WriteString(s)
			}
		}
	}
}

// aroundPoint returns what a reader saw around a point of a text.
func aroundPoint(text string, at int) locate.Seen {
	const around = 200 // bytes
	return locate.Seen{Before: locate.LastBytes(text[:at], around), After: locate.FirstBytes(text[at:], around)}
}
