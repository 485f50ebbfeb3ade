package exports

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/locate"
)

// maxLines limits the lines of a list of notes, to six for each mark that is read from a file: every line is held against the words of all
// languages.
const maxLines = 6 * MaxMarks

// longestLine is how many bytes a line of a list of notes may have: some thirty chapters.
const longestLine = 1_000_000

// notes reads the texts that e-readers export, and readers write: passages with notes on them. There is no standard. A passage is
//
//   - in quotation marks, or behind "> ", "• " or "* ";
//   - words that stand in the manuscript, whatever is around them;
//   - behind a word that says so, "Highlight: …", or below a date where nothing else marks a passage.
//
// What comes after it, up to the next one, is the note on it, but for dates, pages, headings and what says where the passage is
// from. Lines of a letter that name a place, "p. 42, line 17: …", "42:17 …", are remarks too.
func (r *reader) notes(text string) error {
	if strings.Count(text, "\n") > maxLines {
		return fmt.Errorf("it has more than %d,000 lines, which no list of notes has; send it in parts", maxLines/1000)
	}
	for line := range strings.Lines(text) {
		if len(line) > longestLine {
			return errors.New("it has a line of more than 1,000,000 bytes, which no list of notes has; send it in parts")
		}
	}
	n := noteReader{reader: r, blank: true}
	lines := r.withoutColophons(strings.Split(fromOrg(text), "\n"))
	n.explicit = slices.ContainsFunc(lines, beginsPassage)
	n.plain = !n.explicit && slices.ContainsFunc(lines, isNoteLabel)
	for i, line := range lines {
		n.line(line, lines[i+1:])
	}
	n.finish()
	if !n.explicit && r.isBook() {
		return errBook
	}
	if !slices.ContainsFunc(r.Marks, func(m Mark) bool { return m.Seen.Words != "" || m.Seen.Folio != "" || m.Seen.Line > 0 }) {
		return ErrUnknown
	}
	return nil
}

// isBook reports whether a text is of the book itself rather than a list of passages: bare words of it that follow each other.
func (r *reader) isBook() bool {
	const fewest = 3 // passages
	if r.on.Text == nil || len(r.Marks) < fewest {
		return false
	}
	follow := 0
	for i := range r.Marks {
		if m := &r.Marks[i]; m.Date != "" || m.Seen.Folio != "" || m.Seen.Words == "" {
			return false
		}
		if i > 0 && r.on.Text.Follows(r.Marks[i-1].Seen.Words, r.Marks[i].Seen.Words) {
			follow++
		}
	}
	return 2*follow >= len(r.Marks)-1
}

// errBook reports that a text is the book's.
var errBook = errors.New("it has the text of the book itself, and no comment in it can be told from that; " +
	"changes that a reader makes in a text show in a Word file in which they are tracked")

// noteReader reads a text of notes line by line.
type noteReader struct {
	*reader
	heading, folio, date string
	onto                 int      // the number of the mark that a note belongs to, from 1, 0 for none
	quote                []string // lines of an unfinished passage
	open                 string   // its closing quotation marks
	blank                bool     // the previous line was blank
	running              bool     // the previous line was of a passage that is known by its words
	explicit             bool     // passages have signs in this text
	plain                bool     // notes have labels in this text, and passages nothing
	awaits               bool     // a date or a page has been read, and a passage comes next
}

// current returns the mark that a note belongs to, nil if there is none.
func (n *noteReader) current() *Mark {
	if n.onto == 0 {
		return nil
	}
	return &n.Marks[n.onto-1]
}

// line reads a trimmed line; next are those after it.
func (n *noteReader) line(s string, next []string) {
	if n.open != "" {
		n.quoted(s)
		return
	}
	if rest, ok := strings.CutPrefix(s, ">"); ok {
		n.quote = append(n.quote, unquoted(strings.TrimSpace(rest)))
		n.blank, n.running = false, false
		return
	}
	if len(n.quote) > 0 {
		n.finish()
	}
	before, running := n.blank, n.running
	n.blank, n.running = isRule(s), false
	switch {
	case n.blank || n.title(s) || n.placed(s, next) || n.place(s) || n.label(s) || n.passage(s):
	case n.held(s) && !(n.heads(s) && n.headsPassage(next)):
		n.known(s, running && !before)
	case n.awaits && !n.explicit, n.plain && !n.heads(s) && (n.on.Text == nil || saysNote(next)):
		n.highlight(emphasised(s))
	case n.current() == nil, before && n.headsPassage(next) && n.mayHead(s):
		n.onto = 0
		if n.on.Text == nil || n.heading == "" || n.heads(s) {
			n.heading = s
		}
	default:
		n.say(s)
	}
}

// isNoteLabel reports whether a line says that it is a note.
func isNoteLabel(l string) bool {
	g := labelsOf(l)
	return g != nil && g[1] == "" && g[2] == ""
}

// labelsOf returns what labelled finds in a line; without a colon it finds nothing.
func labelsOf(l string) []string {
	if strings.IndexByte(l, ':') < 0 {
		return nil
	}
	return labelled().FindStringSubmatch(l)
}

// saysNote reports whether the first of some lines that has text says that it is a note.
func saysNote(lines []string) bool {
	for _, l := range lines[:min(len(lines), 4)] {
		if l != "" {
			return isNoteLabel(l)
		}
	}
	return false
}

// isRule reports whether a line is empty, or a rule of dashes or the like.
func isRule(s string) bool { return strings.Trim(s, "-–—_=*─━═~·\u3000 \t") == "" }

// quoted reads a line within quotation marks.
func (n *noteReader) quoted(s string) {
	const most = 400 // lines; the closing mark may be missing
	switch {
	case len(n.quote) >= most:
		n.finish()
	case s != "":
		n.blank = false
		if rest, ok := closes(s, n.open); ok {
			n.highlight(append(n.quote, rest)...)
		} else {
			n.quote = append(n.quote, s)
		}
	}
}

// finish ends an unfinished passage.
func (n *noteReader) finish() { n.highlight(n.quote...) }

func (n *noteReader) highlight(lines ...string) {
	n.quote, n.open = nil, ""
	words := tidy(strings.Join(lines, " "))
	if words == "" {
		return
	}
	if n.add(Mark{Date: n.date, Seen: locate.Seen{Words: words, Heading: n.heading, Folio: n.folio}}) != nil {
		n.onto = len(n.Marks)
	}
	n.date, n.awaits = "", false
}

// longestMark is the length in bytes from which on a passage of many lines goes on as another mark. No paragraph is so long.
const longestMark = 20_000

// known reads a line whose words stand in the manuscript: a passage, or its next line.
func (n *noteReader) known(s string, running bool) {
	n.running = true
	words := emphasised(strings.TrimLeft(s, "-*•▪◆◇ "))
	if label, rest, ok := strings.Cut(words, "："); ok && len(label) <= 30 && n.held(rest) { // a label of no language that is known
		words = strings.TrimSpace(rest)
	}
	if m := n.current(); running && m != nil && m.Comment == "" && len(m.Seen.Words) < longestMark && !strings.HasPrefix(s, "- ") {
		m.Seen.Words += " " + words
		return
	}
	n.highlight(words)
}

// say adds a note to its passage; without a passage it becomes a mark of its own.
func (n *noteReader) say(note string) {
	if m := n.current(); m != nil {
		m.say(note)
		return
	}
	n.add(Mark{Kind: Note, Comment: tidy(note), Seen: locate.Seen{Heading: n.heading, Folio: n.folio}})
}

// title reads a heading, which may be a page number.
func (n *noteReader) title(s string) bool {
	if !strings.HasPrefix(s, "#") {
		return false
	}
	n.onto = 0
	heading := strings.TrimSpace(strings.Trim(s, "# "))
	if !n.placed(heading, nil) {
		n.heading = heading
	}
	return true
}

// placed reads a line that says where or when the next passage, or the one before, was marked.
func (n *noteReader) placed(s string, next []string) bool {
	if g := placesIn(n.on.Language).page.FindStringSubmatch(s); g != nil {
		n.folio, n.onto, n.awaits = folio(g[1]+g[2]), 0, true
		return true
	}
	bare := strings.Trim(s, "0123456789") == "" && len(s) < 5
	switch m := n.current(); {
	case bare && m != nil && m.Seen.Folio == "" && n.explicit: // Google writes the page behind the note
		m.Seen.Folio = s
		return true
	case bare:
		n.folio, n.awaits = s, true
		return true
	case isLocation().MatchString(s):
		return true
	case isKindlePlace(s): // "Note | Page 9 · Location 121"
		if n.folio = kindlePage(s); !kindleNote().MatchString(s) {
			n.onto, n.awaits = 0, true
		}
		return true
	case !isDate(s):
		return false
	case m != nil && m.Date == "" && !n.headsPassage(next):
		m.Date = s
		return true
	}
	if g := datePage().FindStringSubmatch(plainDigits(s)); g != nil {
		s, n.folio = strings.TrimSpace(g[1]), g[2]
	}
	n.date, n.onto, n.awaits = s, 0, true
	return true
}

// isKindlePlace reports whether a line is one that Kindle's programs write above a highlight or a note: what it is, and a page, a
// location or both.
func isKindlePlace(s string) bool {
	const most = 10 // words
	return strings.ContainsAny(s, "|·") && len(strings.Fields(s)) <= most && pageBeside().MatchString(s) && !isDate(s)
}

var (
	// isLocation matches a line that names a location of a Kindle, and no more.
	isLocation = expression(func() string {
		return `(?i)^\W*` + kindle(func(k *lang.Kindle) []string { return k.Location }) + `[ .:#]*[0-9]+(?: ?[-–] ?[0-9]+)?\W*$`
	})
	// datePage matches a date in figures and the number of a page behind it.
	datePage = lazyregexp.New(`^(\S*[-./]\S*[-./]\S*(?: [0-9:.]+)?)\s+([0-9]{1,4})$`)
)

// place reads a line of a letter that names a page, or a page and a line.
func (n *noteReader) place(s string) bool {
	g := placesIn(n.on.Language).line.FindStringSubmatch(s)
	if g == nil {
		return false
	}
	if n.add(Mark{Kind: Comment, Comment: tidy(g[7]),
		Seen: locate.Seen{Folio: folio(g[1] + g[2] + g[5]), Line: number(g[3] + g[4] + g[6])}}) != nil {
		n.onto = len(n.Marks)
	}
	return true
}

// label reads a line that begins with a label.
func (n *noteReader) label(s string) bool {
	g := labelsOf(strings.TrimLeft(s, "-• "))
	if g == nil {
		return false
	}
	switch {
	case g[1] != "":
		n.highlight(unquoted(g[3]))
	case g[2] != "":
		n.heading, n.onto = g[3], 0
	default:
		n.say(g[3])
	}
	return true
}

// passage reads a line that begins a passage: with a quotation mark or a bullet, but not with a hyphen alone.
func (n *noteReader) passage(s string) bool {
	bullet, rest, found := strings.Cut(s, " ")
	if rest = strings.TrimSpace(rest); !found || !slices.Contains(bullets, bullet) && bullet != "-" {
		bullet, rest = "", s
	}
	marks := opens(rest)
	if marks == "" {
		if bullet == "" || bullet == "-" {
			return false
		}
		n.highlight(rest)
		return true
	}
	_, inner := cutFirst(rest)
	words, closed := closes(inner, marks)
	if !closed {
		n.quote, n.open = []string{inner}, marks
		return true
	}
	n.highlight(words)
	if note := strings.TrimLeft(inner[len(words):], marks+" —–-:"); note != "" {
		n.say(note)
	}
	return true
}

// bullets stand before passages.
var bullets = []string{"•", "*", "▪", "▪️", "◦", "‣"}

// beginsPassage reports whether a line has the sign of a passage.
func beginsPassage(s string) bool {
	bullet, _, found := strings.Cut(s, " ")
	return opens(s) != "" || strings.HasPrefix(s, ">") || found && slices.Contains(bullets, bullet)
}

// headsPassage reports whether the next lines, after blank ones and dates, begin with a passage.
func (n *noteReader) headsPassage(lines []string) bool {
	for _, l := range lines[:min(len(lines), 4)] {
		switch {
		case l == "":
		case isDate(l):
			if !n.explicit {
				return true
			}
		default:
			return beginsPassage(l) && !strings.HasPrefix(l, "* ") || n.held(l)
		}
	}
	return false
}

// mayHead reports whether a line that a passage follows may be a heading rather than a note on the passage before.
func (n *noteReader) mayHead(s string) bool {
	if n.heads(s) {
		return true
	}
	if n.on.Text != nil && n.current().Comment == "" {
		return false
	}
	const most = 8 // words
	return len(strings.Fields(s)) <= most && !strings.ContainsAny(s[len(s)-1:], ".?!,")
}

// emphasised returns a text without the signs by which Markdown emphasises all of it.
func emphasised(s string) string {
	s = strings.TrimSpace(s)
	for _, mark := range []string{"**_", "***", "**", "==", "++", "~~", "*", "_", "<u>", "<mark>"} {
		shut := map[string]string{"**_": "_**", "<u>": "</u>", "<mark>": "</mark>"}[mark]
		shut = cmp.Or(shut, mark)
		if inner, ok := strings.CutPrefix(s, mark); ok {
			if inner, ok = strings.CutSuffix(inner, shut); ok && inner != "" {
				return inner
			}
		}
	}
	return s
}

// fromOrg returns notes in the form of Emacs's Org, as Foliate exports them, with the signs of Markdown.
func fromOrg(text string) string {
	if !strings.Contains(strings.ToLower(text), "\n#+begin_quote") {
		return text
	}
	var b strings.Builder
	quote, drawer := false, false
	for _, l := range strings.Split(text, "\n") {
		stars := len(l) - len(strings.TrimLeft(l, "*"))
		switch small := strings.ToLower(strings.TrimSpace(l)); {
		case small == "#+begin_quote", small == "#+end_quote":
			quote = small == "#+begin_quote"
		case strings.HasPrefix(small, "#+"):
		case drawer, small == ":properties:":
			drawer = small != ":end:"
		case quote:
			b.WriteString("> " + l + "\n")
		case stars > 0 && strings.HasPrefix(l[stars:], " "):
			b.WriteString("\n# " + l[stars+1:] + "\n")
		default:
			b.WriteString(l + "\n")
		}
	}
	return b.String()
}
