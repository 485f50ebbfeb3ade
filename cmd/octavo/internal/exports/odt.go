package exports

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/readfile"
)

// openDocument reads the comments and the tracked changes in a document of LibreOffice (OASIS OpenDocument 1.3, part 3, 5.5 and 14.1).
// The words of a mark are those before the changes, as the reader got them.
func (r *reader) openDocument(a *archive) error {
	data, err := a.read("content.xml")
	if err != nil {
		return err
	}
	o := odtReader{reader: r, changes: map[string]*odtChange{}, notes: map[string]*odtNote{}, open: map[string]int{}}
	o.flows = []*odtFlow{{}}
	d := elements(string(readfile.Text(data))).d
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("content.xml in it is broken: %w", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if len(o.path) > 1000 {
				return errors.New("elements of content.xml in it nest too deep")
			}
			o.path = append(o.path, t.Name.Local)
			o.open[t.Name.Local]++
			o.start(t)
		case xml.EndElement:
			if len(o.path) > 0 {
				o.end(t.Name.Local)
				o.open[o.path[len(o.path)-1]]--
				o.path = o.path[:len(o.path)-1]
			}
		case xml.CharData:
			o.write(strings.ReplaceAll(string(t), "\n", " "))
		}
	}
	r.Form = "OpenDocument"
	o.finish()
	if len(r.Marks) == 0 && o.text {
		r.Notes = append(r.Notes, "it has no comments and no tracked changes")
	}
	return nil
}

// odtFlow is a run of text without breaks: the document's, or a note's.
type odtFlow struct {
	was     strings.Builder // the text before the changes
	heading string
}

// odtChange is a tracked change.
type odtChange struct {
	kind         Kind // Insert, Strike, or "" for a change of format
	author, date string
	text         strings.Builder
	flow         *odtFlow
	heading      string
	from, to     int // in the flow's text
	order        int
}

// odtNote is a comment.
type odtNote struct {
	parent, author, date string
	text                 strings.Builder
	done                 bool
	flow                 *odtFlow
	heading              string
	from, to             int
	order                int
}

// maxAdded limits the insertions that are open at once; they do not nest.
const maxAdded = 20

type odtReader struct {
	*reader
	path    []string       // the open elements
	open    map[string]int // how many of each name are open
	flows   []*odtFlow     // the innermost last
	changes map[string]*odtChange
	notes   map[string]*odtNote
	order   int
	change  *odtChange   // that is being declared
	note    *odtNote     // that is being read
	added   []*odtChange // insertions that have begun
	line    strings.Builder
	text    bool // there is a text
}

func (o *odtReader) flow() *odtFlow { return o.flows[len(o.flows)-1] }

func (o *odtReader) inside(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return o.open[name] > 0 })
}

func odtAttribute(e xml.StartElement, names ...string) string {
	for _, a := range e.Attr {
		if slices.Contains(names, a.Name.Local) {
			return a.Value
		}
	}
	return ""
}

func (o *odtReader) start(e xml.StartElement) {
	switch name := e.Name.Local; name {
	case "changed-region":
		o.change = &odtChange{order: -1}
		o.changes[odtAttribute(e, "id")] = o.change
	case "insertion", "deletion":
		if o.change != nil {
			o.change.kind = map[string]Kind{"insertion": Insert, "deletion": Strike}[name]
		}
	case "annotation":
		o.order++
		o.note = &odtNote{parent: odtAttribute(e, "parent-name"), done: odtAttribute(e, "resolved") == "true", flow: o.flow(),
			heading: o.flow().heading, from: o.flow().was.Len(), to: -1, order: o.order}
		key := odtAttribute(e, "name")
		if key == "" || o.notes[key] != nil {
			key = " " + strconv.Itoa(o.order)
		}
		o.notes[key] = o.note
	case "annotation-end":
		if n := o.notes[odtAttribute(e, "name")]; n != nil && n.flow == o.flow() {
			n.to = n.flow.was.Len()
		}
	case "change", "change-start", "change-end":
		o.changed(name, o.changes[odtAttribute(e, "change-id")])
	case "note-body":
		o.flows = append(o.flows, &odtFlow{heading: o.flow().heading})
	case "s":
		n, _ := strconv.Atoi(odtAttribute(e, "c"))
		o.write(strings.Repeat(" ", min(max(n, 1), 100)))
	case "tab", "line-break":
		o.write(" ")
	case "h":
		o.line.Reset()
	}
}

// changed reads the place of a change: a point where something was deleted, the beginning or the end of what was inserted.
func (o *odtReader) changed(name string, c *odtChange) {
	if c == nil {
		return
	}
	f := o.flow()
	switch {
	case name == "change-end":
		c.to = f.was.Len()
		o.added = slices.DeleteFunc(o.added, func(a *odtChange) bool { return a == c })
		return
	case c.order >= 0:
		return
	}
	o.order++
	c.order, c.flow, c.heading, c.from, c.to = o.order, f, f.heading, f.was.Len(), f.was.Len()
	switch {
	case c.kind == Strike && name == "change":
		if len(o.added) == 0 {
			f.was.WriteString(strings.TrimSuffix(c.text.String(), "\n"))
		}
		c.to = f.was.Len()
	case c.kind == Insert && name == "change-start" && len(o.added) < maxAdded:
		o.added = append(o.added, c)
	}
}

func (o *odtReader) write(s string) {
	switch {
	case o.inside("annotation"):
		switch o.path[len(o.path)-1] {
		case "creator":
			o.note.author = atMost(o.note.author, s)
		case "date":
			o.note.date = atMost(o.note.date, s)
		case "date-string", "creator-initials", "sender-initials":
		default:
			o.note.text.WriteString(s)
		}
	case o.inside("changed-region"):
		switch o.path[len(o.path)-1] {
		case "creator":
			o.change.author = atMost(o.change.author, s)
		case "date":
			o.change.date = atMost(o.change.date, s)
		default:
			if !o.inside("change-info") {
				o.change.text.WriteString(s)
			}
		}
	case !o.inside("p", "h") || o.inside("note-citation"):
	default:
		o.text = true
		o.line.WriteString(s)
		o.put(s)
	}
}

func (o *odtReader) end(name string) {
	switch {
	case name == "changed-region":
		o.change = nil
	case name == "annotation":
		o.note = nil
	case name == "note-body" && len(o.flows) > 1:
		o.flows = o.flows[:len(o.flows)-1]
	case name != "p" && name != "h":
	case o.note != nil:
		o.note.text.WriteByte('\n')
	case o.change != nil:
		o.change.text.WriteByte('\n')
	default:
		o.endParagraph(name)
	}
}

func (o *odtReader) endParagraph(name string) {
	if name == "h" {
		o.flow().heading = oneLine(o.line.String())
	}
	o.put("\n")
}

// put writes text of the document: into the insertion that it is in, or else into what was there before.
func (o *odtReader) put(s string) {
	if n := len(o.added); n > 0 {
		o.added[n-1].text.WriteString(s)
		return
	}
	o.flow().was.WriteString(s)
}

// seen returns what a reader saw at a range of a flow.
func (f *odtFlow) seen(from, to int, heading string) locate.Seen {
	const around = 200 // bytes
	was := f.was.String()
	to = max(from, min(to, len(was)))
	return locate.Seen{Before: locate.LastBytes(was[:from], around), Words: was[from:to], After: locate.FirstBytes(was[to:], around),
		Heading: heading}
}

// finish adds the marks, in the order of the text.
func (o *odtReader) finish() {
	var notes []*odtNote
	replies := map[*odtNote][]Reply{}
	for _, n := range o.notes {
		notes = append(notes, n)
	}
	slices.SortFunc(notes, func(a, b *odtNote) int { return a.order - b.order })
	marks := map[int]Mark{}
	for _, n := range notes {
		if on := o.notes[n.parent]; on != nil && on != n {
			replies[on] = append(replies[on], Reply{Reader: tidy(n.author), Comment: tidy(n.text.String()), Date: n.date})
			continue
		}
		m := Mark{Reader: tidy(n.author), Comment: tidy(n.text.String()), Date: n.date, Seen: n.flow.seen(n.from, max(n.from, n.to), n.heading)}
		if n.done {
			m.State = "done"
		}
		marks[n.order] = m
	}
	for _, n := range notes {
		if m, ok := marks[n.order]; ok {
			m.Replies = replies[n]
			marks[n.order] = m
		}
	}
	var changes []*odtChange
	for _, c := range o.changes {
		if c.order >= 0 && c.kind != "" {
			changes = append(changes, c)
		}
	}
	slices.SortFunc(changes, func(a, b *odtChange) int { return a.order - b.order })
	for i := 0; i < len(changes); i++ {
		c := changes[i]
		m := Mark{Kind: c.kind, Reader: tidy(c.author), Date: c.date}
		if i+1 < len(changes) && c.replacedBy(changes[i+1]) {
			next := changes[i+1]
			i++
			if c.kind == Insert {
				c, next = next, c
			}
			m.Kind, m.New = Replace, tidy(next.text.String())
		}
		m.Seen = c.flow.seen(c.from, c.to, c.heading)
		if m.Kind == Insert {
			m.New = tidy(c.text.String())
			m.Seen.Words = ""
		}
		if m.Kind == Insert && m.New == "" {
			m.Kind, m.Comment = Note, "begin a new paragraph here"
		}
		marks[c.order] = m
	}
	for i := range o.order + 1 {
		if m, ok := marks[i]; ok {
			o.add(m)
		}
	}
}

// replacedBy reports whether two changes, one behind the other, are a deletion and what was inserted in its place.
func (c *odtChange) replacedBy(next *odtChange) bool {
	if c.flow != next.flow || c.author != next.author || c.kind == next.kind {
		return false
	}
	return c.to == next.from
}

// atMost returns a name or a date with what follows in the file, unless it is longer than any.
func atMost(s, more string) string {
	const most = 1000 // bytes
	if len(s) > most {
		return s
	}
	return s + more
}
