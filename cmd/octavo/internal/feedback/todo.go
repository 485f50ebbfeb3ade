package feedback

import (
	"fmt"
	"regexp"
	"strings"
)

// An item of the checklist is a line with a box, the place and what was said, and under it, indented, the words that it is
// on and what became of them. The remark's id stands at its end in a comment, by which it is known again.
var (
	itemPattern = regexp.MustCompile(`^- \[([ xX])\] .*<!-- remark ([0-9a-f]{8}) -->\s*$`)
	ourLine     = regexp.MustCompile(`^  [>=] `)
)

// oldItem is an item of a checklist that was written before.
type oldItem struct {
	ticked bool
	head   string   // its line
	ours   []string // the lines under it that octavo wrote
	own    []string // those that the author wrote
	under  string   // the heading that it stands under
	used   bool
}

// Checklist is the list as a Markdown checklist, to be ticked off. Old is the text of the checklist as it is, "" for none:
// ticks in it stay, and so does what the author wrote under items and before the first heading; items whose remarks are not
// in the list stay as they are.
func (l *List) Checklist(title, old string) string {
	intro, items, order := readChecklist(old)
	var b strings.Builder
	if intro == "" {
		intro = fmt.Sprintf("# What readers said: %s\n", oneLine(title))
	}
	b.WriteString(strings.TrimRight(intro, "\n") + "\n")
	write := func(head string, ours, own []string) {
		b.WriteString(head + "\n")
		for _, line := range append(ours, own...) {
			b.WriteString(line + "\n")
		}
	}
	// Items of the old list that are not in this one go to the end of the heading that they stood under.
	rest := map[string][]*oldItem{}
	var headings []string
	now := map[string]bool{}
	for i := range l.Remarks {
		now[l.Remarks[i].ID] = true
	}
	for _, id := range order {
		if it := items[id]; !now[id] {
			if rest[it.under] == nil {
				headings = append(headings, it.under)
			}
			rest[it.under] = append(rest[it.under], it)
		}
	}
	flush := func(heading string) {
		for _, it := range rest[heading] {
			write(it.head, it.ours, it.own)
		}
		delete(rest, heading)
	}
	heading := ""
	for i := range l.Remarks {
		r := &l.Remarks[i]
		h := "Without a place"
		if r.Place.Pos.IsValid() {
			h = r.Place.Pos.Source.Name
		}
		if h != heading {
			if heading != "" {
				flush(heading)
			}
			heading = h
			fmt.Fprintf(&b, "\n## %s\n\n", oneLine(h))
		}
		box := " "
		var own []string
		if it := items[r.ID]; it != nil {
			if own = it.own; it.ticked {
				box = "x"
			}
		}
		write(r.item(box), r.itemLines(), own)
	}
	if heading != "" {
		flush(heading)
	}
	for _, h := range headings {
		if len(rest[h]) > 0 {
			fmt.Fprintf(&b, "\n## %s\n\n", h)
			flush(h)
		}
	}
	return b.String()
}

func (r *Listed) item(box string) string {
	at := fmt.Sprintf("%s, remark %d", r.Remark.File, r.Nth)
	if r.Place.Pos.IsValid() {
		line, _ := r.Place.Pos.Source.LineColumn(r.Place.Pos.Offset)
		at = fmt.Sprintf("line %d", line)
	}
	reader := r.Reader
	if reader == "" {
		reader = "a reader"
	}
	return fmt.Sprintf("- [%s] **%s** %s: %s <!-- remark %s -->", box, inert(at), inert(reader), inert(r.says()), r.ID)
}

func (r *Listed) itemLines() []string {
	var out []string
	if r.Seen.Words != "" {
		out = append(out, "  > "+inert(clipped(r.Seen.Words, 300)))
	}
	if s := r.fate(); s != "" {
		out = append(out, "  = "+inert(s))
	}
	for _, a := range r.Replies {
		out = append(out, "  = "+inert(first(a.Reader, "someone")+" answers: "+a.Comment))
	}
	return out
}

// inert is text as one line of Markdown that does nothing: no markup, no comment that would end ours.
func inert(s string) string {
	s = oneLine(s)
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;",
		"-->", "--&gt;").Replace(s)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// readChecklist takes an old checklist apart: what stands before its first heading of level 2, and its items.
func readChecklist(text string) (intro string, items map[string]*oldItem, order []string) {
	items = map[string]*oldItem{}
	heading, started := "", false
	var last *oldItem
	var before strings.Builder
	for _, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if h, ok := strings.CutPrefix(line, "## "); ok {
			heading, started, last = strings.TrimSpace(h), true, nil
			continue
		}
		if g := itemPattern.FindStringSubmatch(line); g != nil {
			started = true
			last = &oldItem{ticked: g[1] != " ", head: line, under: heading}
			if items[g[2]] == nil {
				items[g[2]] = last
				order = append(order, g[2])
			}
			continue
		}
		switch {
		case !started:
			before.WriteString(line + "\n")
		case last == nil || strings.TrimSpace(line) == "":
		case ourLine.MatchString(line):
			last.ours = append(last.ours, line)
		default:
			last.own = append(last.own, line)
		}
	}
	return strings.TrimRight(before.String(), "\n"), items, order
}
