package revise

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tomltext"
)

// Decided is a decision of a file.
type Decided struct {
	ID  string
	Do  Decision
	New *string // the author's words; nil: the reader's
	Why string
	At  string // file:line, for messages
}

// maxDecisions limits the decisions of a file to what all readers of a book may send.
const maxDecisions = 100_000

// Plan writes the offers as a file that [ReadDecisions] reads, each with the decision that it has.
func (s *Session) Plan(w io.Writer) error {
	var b bytes.Buffer
	b.WriteString("# Readers' changes, each with what is to be done: do = \"accept\", \"decline\" or \"later\".\n" +
		"# To take other words, change new; ¶ parts paragraphs. Why is for the reader.\n" +
		"# Then: octavo feedback --apply --decisions THIS-FILE and the same files of readers.\n")
	for _, o := range s.Offers {
		b.WriteString("\n")
		if at := o.Hunk.Pos; at.IsValid() {
			fmt.Fprintf(&b, "# %s\n", diag.Printable(at.String()))
		}
		if text := o.Show().String(); text != "" {
			fmt.Fprintf(&b, "# %s\n", text)
		}
		if why := o.Refused(); why != "" {
			fmt.Fprintf(&b, "# cannot be accepted: %s\n", diag.Printable(why))
		} else if o.Hunk.Stands {
			b.WriteString("# the manuscript says it already\n")
		}
		fmt.Fprintf(&b, "[[change]]\nid = %s\nreader = %s\nwas = %s\nnew = %s\ndo = %s\nwhy = %s\n", tomltext.Quote(o.ID()), tomltext.Quote(o.Who()),
			tomltext.Quote(o.Was()), tomltext.Quote(o.New()), tomltext.Quote(string(o.Decision)), tomltext.Quote(o.Why))
	}
	_, err := w.Write(b.Bytes())
	return err
}

// ReadDecisions reads a file of decisions: TOML as Plan writes it, or JSON, an object a line or an array of them, with the same keys.
func ReadDecisions(name string, data []byte) ([]Decided, error) {
	text := strings.TrimPrefix(string(data), "\uFEFF")
	if t := strings.TrimSpace(text); strings.HasPrefix(t, "{") || strings.HasPrefix(t, "[{") || strings.HasPrefix(t, "[\n") || t == "[]" {
		return readJSON(name, text)
	}
	return readTOML(name, text)
}

func readTOML(name, text string) (out []Decided, err error) {
	src := &diag.Source{Name: name, Text: []byte(text)}
	at := func(offset int) string { return diag.Pos{Source: src, Offset: offset}.String() }
	var tree map[string]any
	if err := tomltext.Decode(text, &tree); err != nil {
		var bad tomltext.ParseError
		if errors.As(err, &bad) {
			return nil, fmt.Errorf("%s: %s", at(bad.Position.Start), bad.Message)
		}
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	places := tomltext.Places(text)
	for key := range tree {
		if key != "change" {
			return nil, fmt.Errorf("%s: unknown key %q; decisions are tables [[change]]", at(places[key].Key), key)
		}
	}
	list, ok := tree["change"].([]map[string]any)
	if !ok && tree["change"] != nil {
		return nil, fmt.Errorf("%s: decisions are tables, each under its own [[change]]", at(places["change"].Key))
	}
	for i, table := range list {
		d, key, err := decided(table)
		if err != nil {
			path := fmt.Sprintf("change.%d", i)
			p, ok := places[path+"."+key]
			if !ok {
				p = places[path]
			}
			return nil, fmt.Errorf("%s: %w", at(p.At), err)
		}
		d.At = at(places[fmt.Sprintf("change.%d.id", i)].At)
		out = append(out, d)
	}
	return out, limited(name, out)
}

func readJSON(name, text string) (out []Decided, err error) {
	d := json.NewDecoder(strings.NewReader(text))
	src := &diag.Source{Name: name, Text: []byte(text)}
	at := func() string { return diag.Pos{Source: src, Offset: int(d.InputOffset())}.String() }
	for {
		var v any
		if err := d.Decode(&v); errors.Is(err, io.EOF) {
			return out, limited(name, out)
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", at(), err)
		}
		list, ok := v.([]any)
		if !ok {
			list = []any{v}
		}
		for _, one := range list {
			table, ok := one.(map[string]any)
			if !ok {
				return nil, fmt.Errorf("%s: a decision is an object with the keys id and do", at())
			}
			x, _, err := decided(table)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", at(), err)
			}
			x.At = at()
			out = append(out, x)
		}
	}
}

func limited(name string, list []Decided) error {
	if len(list) > maxDecisions {
		return fmt.Errorf("%s: more than %d decisions", name, maxDecisions)
	}
	return nil
}

// decided returns the decision of a table. Of an error it returns the key that it is about.
func decided(table map[string]any) (d Decided, key string, err error) {
	for _, key := range slices.Sorted(maps.Keys(table)) {
		text, ok := table[key].(string)
		if !ok {
			return d, key, fmt.Errorf("%s is no text; put it between quotation marks", key)
		}
		switch key {
		case "id":
			d.ID = strings.TrimSpace(text)
		case "do":
			d.Do = Decision(text)
		case "new":
			d.New = &text
		case "why":
			d.Why = text
		case "reader", "was", "at": // for people
		default:
			return d, key, fmt.Errorf("unknown key %q; a decision has id, do, new and why", key)
		}
	}
	if d.Do == "edit" { // as the prompt calls it
		d.Do = Accept
	}
	switch {
	case d.ID == "":
		return d, "id", errors.New("a decision without an id; octavo feedback --apply --plan FILE writes them")
	case !slices.Contains([]Decision{Accept, Decline, Later}, d.Do):
		return d, "do", fmt.Errorf("do = %q says nothing; write accept, decline or later", d.Do)
	}
	return d, "", nil
}

// Take gives offers the decisions of a file. It returns what is wrong with them, a message each; the others count.
func (s *Session) Take(list []Decided) (faults []string) {
	byID := map[string]*Offer{}
	for _, o := range s.Offers {
		for _, r := range o.Remarks {
			byID[r.ID] = o
		}
	}
	for _, d := range list {
		o := byID[d.ID]
		if o == nil {
			faults = append(faults, fmt.Sprintf("%s: these files have no change %s; give the files of the plan, or make a new one", d.At, d.ID))
			continue
		}
		if d.New != nil && Unsigned(*d.New) != o.Hunk.Change.New && d.Do == Accept {
			if err := s.Reword(o, Unsigned(*d.New)); err != nil {
				faults = append(faults, fmt.Sprintf("%s: %s: %v", d.At, d.ID, err))
				continue
			}
		}
		why := o.Refused()
		switch {
		case d.Do != Accept:
			o.Decide(d.Do, d.Why)
		case o.Hunk.Stands:
		case why != "":
			faults = append(faults, fmt.Sprintf("%s: %s cannot be accepted: %s", d.At, d.ID, why))
		default:
			o.Decide(Accept, d.Why)
		}
	}
	return faults
}
