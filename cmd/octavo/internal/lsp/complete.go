package lsp

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/order"
	"octavo/cmd/octavo/internal/project"
)

// completer makes the completions at a place. What it offers is of the book as it was last read without a fault that hides it; where it
// is inserted is of the text as it is now.
type completer struct {
	*state
	t     *text
	at    int
	line  int
	name  string // of the document in the book
	items []completionItem
}

// complete answers textDocument/completion.
func complete(ctx context.Context, r *request) (any, error) {
	var p positionParams
	if err := r.read(&p); err != nil {
		return nil, err
	}
	if r.view.folder == nil || r.view.doc == nil {
		return nil, nil
	}
	s, _, err := r.view.lastGood(ctx)
	if err != nil || s.project.Cfg == nil || s.project.Book == nil {
		return nil, err
	}
	return completionList{Items: s.completions(r.view.name, r.view.doc.text, p.Position)}, nil
}

// completions returns what can be written at a position of a document, by its name in the book.
func (s *state) completions(name string, t *text, at Position) []completionItem {
	c := &completer{state: s, t: t, at: t.offset(at, s.units), line: at.Line, name: name, items: []completionItem{}}
	inside, isChapter := strings.CutPrefix(c.name, "manuscript/")
	switch {
	case schema(c.name) != nil:
		c.inSettings(schema(c.name))
	case isChapter && order.Taken(inside):
		c.inChapter()
	}
	return c.items
}

// Completion is what can be written at a place, for an editor that does not speak the protocol.
type Completion struct {
	Label  string `json:"label"`
	Detail string `json:"detail,omitempty"` // beside it
	Help   string `json:"help,omitempty"`   // under it, in Markdown
	Filter string `json:"filter,omitempty"` // by which typed letters find it; "": the label
	Insert string `json:"insert"`           // in the place of Range
	Range  Range  `json:"range"`            // in units of UTF-16
}

// Completions returns what can be written at a position, in units of UTF-16, of a file of a book, by its name as [diag.Source] has it and its
// text as it is being written. The project has a manuscript.
func Completions(p *project.Project, file, text string, at Position) []Completion {
	s := &state{project: p, units: utf16Units}
	out := []Completion{}
	for _, item := range s.completions(file, newText(text), at) {
		c := Completion{Label: item.Label, Detail: item.Detail, Filter: item.FilterText, Insert: item.Label}
		if item.Documentation != nil {
			c.Help = item.Documentation.Value
		}
		if item.TextEdit != nil {
			c.Insert, c.Range = item.TextEdit.NewText, item.TextEdit.Range
		}
		out = append(out, c)
	}
	return out
}

// offer is what a completion inserts, and what it says of it.
type offer struct {
	value  string
	detail string // beside it
	doc    string // Markdown, under it
	kind   int
	filter string // by which typed letters find it; "": the label
	bare   bool   // it stands without quotation marks
}

// add adds an item that replaces a stretch of the text. Items are shown in the order in which they are added.
func (c *completer) add(label, inserted string, from, to int, o offer) {
	item := completionItem{Label: label, Kind: o.kind, Detail: o.detail, FilterText: o.filter, SortText: fmt.Sprintf("%05d", len(c.items)),
		TextEdit: &textEdit{c.t.span(from, to, c.units), inserted}}
	if o.doc != "" {
		item.Documentation = markdown(o.doc)
	}
	c.items = append(c.items, item)
}

// follows reports whether a text stands in the document at an offset.
func (c *completer) follows(at int, s string) bool {
	return strings.HasPrefix(c.t.s[min(at, len(c.t.s)):], s)
}

// addValues adds values of a key of TOML at a place, with the quotation marks and brackets that are missing there.
func (c *completer) addValues(p tomlPlace, base int, list bool, offers []offer) {
	from, to := base+p.from, base+p.to
	for _, o := range offers {
		if list && slices.Contains(p.others, o.value) || o.bare && p.quote != 0 {
			continue
		}
		inserted := o.value
		switch {
		case p.quote != 0 && !p.closed:
			inserted += string(p.quote)
		case p.quote != 0, o.bare:
		default:
			inserted = `"` + inserted + `"`
			if list && p.depth == 0 {
				inserted = "[" + inserted + "]"
			}
		}
		if p.quote == 0 && from > 0 && c.t.s[from-1] == '=' {
			inserted = " " + inserted
		}
		c.add(o.value, inserted, from, to, o)
	}
}

// addKeys adds keys of TOML that are not set yet, with an equals sign where there is none.
func (c *completer) addKeys(p tomlPlace, base int, set map[string]bool, offers []offer) {
	for _, o := range offers {
		if set[o.value] && o.value != p.key {
			continue
		}
		inserted := o.value
		if !p.set {
			inserted += " = "
		}
		o.kind = itemProperty
		c.add(o.value, inserted, base+p.from, base+p.to, o)
	}
}

// keysSet returns the keys that stand at the beginnings of lines of TOML, up to the next header.
func keysSet(s string) map[string]bool {
	out := map[string]bool{}
	for line := range strings.SplitSeq(s, "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "[") {
			break
		}
		if key, _, ok := strings.Cut(line, "="); ok {
			out[unquoted(strings.TrimSpace(key))] = true
		}
	}
	return out
}

// targetOffers offers the ids of things of the book, those of entries first.
func (c *completer) targetOffers(skip string, take func(*target) bool) (out []offer) {
	for _, pass := range []bool{true, false} {
		for _, t := range c.index().targets {
			if (t.thing == entryThing) != pass || t.id == skip || !take(t) {
				continue
			}
			o := offer{value: t.id, detail: shortened(t.words), kind: itemReference, filter: t.id + " " + t.words}
			if t.entry != nil {
				o.doc = "**" + plain(t.words) + "**\n\n" + strings.Join(c.entryFacts(t.entry), " · ")
			} else {
				o.doc = "**" + plain(nonEmpty(t.words, t.id)) + "**\n\n" + t.thing.String()
			}
			out = append(out, o)
		}
	}
	return out
}

// maxDetail is how many characters of a maxim stand beside its id.
const maxDetail = 60

func shortened(s string) string {
	r := []rune(s)
	if len(r) <= maxDetail {
		return s
	}
	return strings.TrimSpace(string(r[:maxDetail-1])) + "…"
}

// nameOffers offers declared names by their ids.
func nameOffers(list []config.Name) (out []offer) {
	for _, n := range list {
		out = append(out, offer{value: n.ID, detail: n.Name, kind: itemEnum, filter: n.ID + " " + n.Name})
	}
	return out
}

// kindOffers offers the kinds of the book.
func (c *completer) kindOffers() (out []offer) {
	for _, k := range c.project.Cfg.Kinds {
		out = append(out, offer{value: k.ID, detail: k.Name, doc: sentence(k.Means), kind: itemEnum})
	}
	return out
}

// words offers values as they are.
func words(kind int, values ...string) (out []offer) {
	for _, v := range values {
		out = append(out, offer{value: v, kind: kind})
	}
	return out
}

// truths offers true and false.
func truths() []offer {
	return []offer{{value: "true", kind: itemKeyword, bare: true}, {value: "false", kind: itemKeyword, bare: true}}
}
