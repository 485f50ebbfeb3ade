package feedback

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// An item of the checklist is a line with a box, the place and what was said, and under it, indented, the words that it
// is on and what happened to them. It ends in a comment with the remark's id, by which it is recognised later.
var (
	itemPattern = lazyregexp.New(`^- \[([ xX~-])\] (~~)?.*<!-- remark ([0-9a-f]{8}) -->\s*(?:~~)?$`)
	linePattern = lazyregexp.New(`^- \[.\] (?:~~)?\*\*line (\d{1,9})\*\*`)
	ourLine     = lazyregexp.New(`^  [>=] `)
)

// oldItem is an item of the previous checklist.
type oldItem struct {
	box   string   // what its box holds: " ", "x" taken, "-" declined, "~" changed otherwise
	head  string   // its line
	ours  []string // the lines under it written by octavo
	own   []string // those written by the author
	under string   // its heading
	line  int      // in the manuscript file at the time
}

// oldList is the previous checklist.
type oldList struct {
	intro    string // before its first heading of level 2
	headings []string
	texts    map[string][]string // what the author wrote under a heading, before its first item
	items    map[string]*oldItem // by remark
	order    []string            // of items
}

// Checklist returns the list as a Markdown checklist. Old is the text of the previous checklist, "" for none: its ticks
// and the author's text are kept, and so are items whose remarks are not in the list.
func (l *List) Checklist(title, old string) string {
	was := readChecklist(old)
	var b strings.Builder
	if was.intro == "" {
		was.intro = "# What readers said: " + calmHeading(title)
	}
	b.WriteString(was.intro + "\n")
	now := map[string]bool{}
	for i := range l.Remarks {
		now[l.Remarks[i].ID] = true
	}
	// Items of the old list that are not in this one stay under their heading, in the order of their lines.
	rest := map[string][]*oldItem{}
	for _, id := range was.order {
		if it := was.items[id]; !now[id] {
			rest[it.under] = append(rest[it.under], it)
		}
	}
	write := func(head string, ours, own []string) {
		for _, line := range slices.Concat([]string{head}, ours, own) {
			b.WriteString(line + "\n")
		}
	}
	begin := func(heading string) {
		fmt.Fprintf(&b, "\n## %s\n\n", heading)
		if text := was.texts[heading]; len(text) > 0 {
			b.WriteString(strings.Join(text, "\n") + "\n\n")
		}
		delete(was.texts, heading)
	}
	end := func(heading string, line int) { // old items up to a line
		list := rest[heading]
		for len(list) > 0 && list[0].line <= line {
			write(list[0].head, list[0].ours, list[0].own)
			list = list[1:]
		}
		rest[heading] = list
	}
	heading := ""
	for i := range l.Remarks {
		r := &l.Remarks[i]
		h := "Without a place"
		if r.Place.Pos.IsValid() {
			h = calmHeading(r.Place.Pos.Source.Name)
		}
		if i == 0 || h != heading {
			if i > 0 {
				end(heading, math.MaxInt)
			}
			heading = h
			begin(h)
		}
		if p := r.Place.Pos; p.IsValid() {
			line, _ := p.Source.LineColumn(p.Offset)
			end(h, line)
		}
		box := " "
		var own []string
		if it := was.items[r.ID]; it != nil {
			own, box = it.own, it.box
		}
		if box == " " {
			box = r.Answer.box()
		}
		write(r.item(box), r.itemLines(), own)
	}
	if len(l.Remarks) > 0 {
		end(heading, math.MaxInt)
	}
	for _, h := range was.headings {
		if len(rest[h]) > 0 || len(was.texts[h]) > 0 {
			begin(h)
			end(h, math.MaxInt)
		}
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

func (r *Listed) item(box string) string {
	at := fmt.Sprintf("%s, remark %d", r.Remark.File, r.Nth)
	if r.Place.Pos.IsValid() {
		line, _ := r.Place.Pos.Source.LineColumn(r.Place.Pos.Offset)
		at = fmt.Sprintf("line %d", line)
	}
	return fmt.Sprintf("- [%s] **%s** %s: %s <!-- remark %s -->", box, inert(at), inert(r.who()), inert(r.Says()), r.ID)
}

func (r *Listed) itemLines() []string {
	var out []string
	if r.Seen.Words != "" {
		out = append(out, "  > "+inert(clipped(r.Seen.Words, 300)))
	}
	if s := r.Fate(); s != "" {
		out = append(out, "  = "+inert(s))
	}
	for _, a := range r.Replies {
		out = append(out, "  = "+inert(cmp.Or(a.Reader, "someone")+" answers: "+a.Comment))
	}
	return out
}

// inert escapes text to one line of Markdown without effect: no markup, and nothing that would end the comment with the
// id.
func inert(s string) string {
	s = diag.Printable(oneLine(s))
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`,
		"<", "&lt;", ">", "&gt;").Replace(s)
}

// calmHeading escapes text so that it begins no tag and no link. Other markup stays: headings are recognised by their
// text, and file names often have underscores.
func calmHeading(s string) string {
	return strings.NewReplacer("<", "&lt;", "[", `\[`, "`", "\\`").Replace(diag.Printable(oneLine(s)))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// readChecklist parses an old checklist.
func readChecklist(text string) *oldList {
	l := &oldList{texts: map[string][]string{}, items: map[string]*oldItem{}}
	heading, started := "", false
	var last *oldItem
	var before strings.Builder
	for _, line := range strings.Split(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n") {
		line = strings.TrimRight(line, " \t")
		if h, ok := strings.CutPrefix(line, "## "); ok && oneLine(h) != "" {
			heading, started, last = oneLine(h), true, nil
			if !slices.Contains(l.headings, heading) {
				l.headings = append(l.headings, heading)
			}
			continue
		}
		if g := itemPattern().FindStringSubmatch(line); g != nil && started {
			box := strings.ToLower(g[1])
			if g[2] != "" { // struck out
				box = "-"
			}
			last = &oldItem{box: box, head: line, under: heading, line: math.MaxInt}
			if g := linePattern().FindStringSubmatch(line); g != nil {
				last.line, _ = strconv.Atoi(g[1])
			}
			if l.items[g[3]] == nil {
				l.items[g[3]] = last
				l.order = append(l.order, g[3])
			}
			continue
		}
		switch {
		case !started:
			before.WriteString(line + "\n")
		case last == nil:
			if text := l.texts[heading]; line != "" || len(text) > 0 && text[len(text)-1] != "" {
				l.texts[heading] = append(text, line)
			}
		case line == "":
		case ourLine().MatchString(line):
			last.ours = append(last.ours, line)
		default:
			last.own = append(last.own, line)
		}
	}
	for h, text := range l.texts { // their order does not matter
		for len(text) > 0 && text[len(text)-1] == "" {
			text = text[:len(text)-1]
		}
		l.texts[h] = text
	}
	if l.intro = strings.Trim(before.String(), "\n"); strings.TrimSpace(l.intro) == "" {
		l.intro = ""
	}
	return l
}
