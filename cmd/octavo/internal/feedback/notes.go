package feedback

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/locate"
)

// notes reads the texts that e-readers export: passages with what the reader wrote to them. There is no standard for
// them; what is read is
//
//   - a passage in quotation marks, or behind "> ", "• " or "* ", and after it, up to the next one, the note;
//   - lines that say so: "Note: …", "Highlight: …", "Page 12", "Chapter: …";
//   - lines of a letter that name a place: "p. 42, line 17: …", "page iv: …", "42:17 …";
//   - headings, "# …" or a line alone over a passage, as Apple Books and KOReader have them.
//
// It is an error when there is no passage in the text at all.
func (r *reading) notes(text string) error {
	if i := strings.Index(text, "\nAll Excerpts From"); i >= 0 { // Apple Books closes with the title
		text = text[:i]
	}
	var heading, pg string
	var last *Remark
	var quote []string // lines of a passage that goes on
	open := ""         // what closes it
	blank := true
	finish := func() {
		if words := tidy(strings.Join(quote, " ")); words != "" && r.room() {
			r.Remarks = append(r.Remarks, Remark{Kind: Highlight,
				Seen: locate.Seen{Words: words, Heading: heading, Folio: pg, Offset: -1}})
			last = &r.Remarks[len(r.Remarks)-1]
		}
		quote, open = nil, ""
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		trimmed := strings.TrimSpace(line)
		if open != "" { // within quotation marks
			if trimmed != "" && len(quote) < 400 {
				if rest, ok := closes(trimmed, open); ok {
					quote = append(quote, rest)
					finish()
				} else {
					quote = append(quote, trimmed)
				}
				blank = false
				continue
			}
			if len(quote) >= 400 {
				finish()
			}
			continue
		}
		marked, isQuote := strings.CutPrefix(trimmed, ">")
		if isQuote {
			quote = append(quote, unquoted(strings.TrimSpace(marked)))
			blank = false
			continue
		}
		if len(quote) > 0 {
			finish()
		}
		before := blank
		blank = trimmed == ""
		switch {
		case trimmed == "" || strings.Trim(trimmed, "-–—_=*─~ ") == "":
			blank = true
			continue
		case strings.HasPrefix(trimmed, "#"):
			heading, last = strings.TrimSpace(strings.TrimLeft(trimmed, "# ")), nil
			if g := pageLine.FindStringSubmatch(heading); g != nil {
				pg = folio(g[1])
			}
			continue
		}
		if g := pageLine.FindStringSubmatch(trimmed); g != nil {
			pg, last = folio(g[1]), nil
			continue
		}
		if g := placeLine.FindStringSubmatch(trimmed); g != nil && r.room() {
			r.Remarks = append(r.Remarks, Remark{Kind: Comment, Comment: tidy(g[6]),
				Seen: locate.Seen{Folio: folio(g[1] + g[4]), Line: number(g[2] + g[3] + g[5]), Offset: -1}})
			last = &r.Remarks[len(r.Remarks)-1]
			continue
		}
		if g := labelled.FindStringSubmatch(trimmed); g != nil {
			switch strings.ToLower(g[1]) {
			case "highlight", "quote", "text", "passage":
				quote = []string{unquoted(g[2])}
				finish()
			case "chapter", "section":
				heading, last = g[2], nil
			default:
				r.say(last, g[2], heading, pg)
			}
			continue
		}
		bullet := strings.HasPrefix(trimmed, "• ") || strings.HasPrefix(trimmed, "* ") ||
			strings.HasPrefix(trimmed, "- ")
		rest := trimmed
		if bullet {
			_, rest, _ = strings.Cut(trimmed, " ")
			rest = strings.TrimSpace(rest)
		}
		switch close := opens(rest); {
		case close != "":
			_, inner := cutFirst(rest)
			if words, ok := closes(inner, close); ok {
				quote = []string{words}
				finish()
				if note := strings.TrimLeft(after(inner, close), " —–-:"); note != "" {
					r.say(last, note, heading, pg)
				}
			} else {
				quote, open = []string{inner}, close
			}
		case bullet && !strings.HasPrefix(trimmed, "- "):
			quote = []string{rest}
			finish()
		case last == nil || before && headsPassage(lines[i+1:]):
			if last = nil; !date.MatchString(trimmed) {
				heading = trimmed
			}
		case date.MatchString(trimmed):
			if last.Date == "" {
				last.Date = trimmed
			}
		default:
			r.say(last, trimmed, heading, pg)
		}
	}
	finish()
	if len(r.Remarks) == 0 {
		return ErrUnknown
	}
	return nil
}

var (
	pageLine  = regexp.MustCompile(`(?i)^(?:on )?(?:page|p\.)\s*([0-9]+|[ivxlc]+)\b[^a-z]*$`)
	placeLine = regexp.MustCompile(`(?i)^(?:[-*•] )?(?:(?:page|pg\.?|p\.?) *([0-9]{1,4}|[ivxlc]{1,8})` +
		`(?:[,;:/ ]+(?:line|ln\.?|l\.?) *([0-9]{1,3})|:([0-9]{1,3}))?|([0-9]{1,4}):([0-9]{1,3}))` +
		`(?:[:,.;)]| *[-–—]| ) *([^ ].*)$`)
	labelled = regexp.MustCompile(`(?i)^\**(note|comment|highlight|quote|text|passage|chapter|section|my note)\**\s*` +
		`(?:\([^)]*\))?:\**\s*(.+)$`)
	date = regexp.MustCompile(`(?i)^[\[(]?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}\.? (?:` + months +
		`),? \d{4}|(?:` + months + `) \d{1,2},? \d{4}|\d{4}-\d\d-\d\d)[^a-z]{0,20}(?:am|pm)?[\])]?$`)
)

const months = "january|february|march|april|may|june|july|august|september|october|november|december"

// say adds a note to the passage that it is on; one on no passage is a remark of its own.
func (r *reading) say(last *Remark, note, heading, pg string) {
	if last == nil {
		if r.room() {
			r.Remarks = append(r.Remarks, Remark{Kind: Note, Comment: tidy(note),
				Seen: locate.Seen{Heading: heading, Folio: pg, Offset: -1}})
		}
		return
	}
	last.Kind = Comment
	last.Comment = strings.TrimSpace(last.Comment + "\n" + tidy(note))
}

// headsPassage says whether the next lines, after white, begin with a passage.
func headsPassage(lines []string) bool {
	for _, l := range lines[:min(len(lines), 4)] {
		if l = strings.TrimSpace(l); l == "" || date.MatchString(l) {
			continue
		}
		return opens(l) != "" || strings.HasPrefix(l, ">") || strings.HasPrefix(l, "• ")
	}
	return false
}

// opens is what closes the quotation that a text begins with, "" when it begins with none.
func opens(s string) string {
	for _, pair := range [][2]string{{"“", "”"}, {"\"", "\""}, {"«", "»"}, {"„", "“"}} {
		if strings.HasPrefix(s, pair[0]) {
			return pair[1]
		}
	}
	return ""
}

// closes is the text up to the end of a quotation, where the quotation ends in it: the last closing mark with nothing
// but little behind it counts, as passages hold quotations themselves.
func closes(s, mark string) (string, bool) {
	i := strings.LastIndex(s, mark)
	if i < 0 {
		return "", false
	}
	rest := strings.TrimLeft(s[i+len(mark):], " ")
	if r, _ := utf8.DecodeRuneInString(rest); rest == "" || strings.ContainsRune("—–-:(", r) {
		return s[:i], true
	}
	return "", false
}

func after(s, mark string) string { return s[strings.LastIndex(s, mark)+len(mark):] }

func cutFirst(s string) (first, rest string) {
	for i := range s {
		if i > 0 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

func unquoted(s string) string {
	if close := opens(s); close != "" && strings.HasSuffix(s, close) {
		_, s = cutFirst(s)
		return strings.TrimSuffix(s, close)
	}
	return s
}

// markup reads notes in HTML, as Kindle's programs export them, and Adobe's .annot files, which Kobo readers keep.
func (r *reading) markup(text string) error {
	d := lenient(text)
	var stack []string // what each open element is: its class, or its name
	var words, note, label strings.Builder
	var heading, bk string
	kindle, others := false, 0
	flush := func() {
		if w, n := tidy(words.String()), tidy(note.String()); (w != "" || n != "") && r.room() {
			m := Remark{Kind: Highlight, Comment: n, Seen: locate.Seen{Words: w, Heading: heading, Offset: -1}}
			if n != "" {
				m.Kind = Comment
			}
			if g := clippingPage.FindStringSubmatch(label.String()); g != nil {
				m.Seen.Folio = strings.ToLower(g[1])
			}
			r.Remarks = append(r.Remarks, m)
		}
		words.Reset()
		note.Reset()
	}
	isNote := false
	var buffer strings.Builder
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			if len(r.Remarks) > 0 {
				r.Notes = append(r.Notes, fmt.Sprintf("its end is damaged: %v", err))
				break
			}
			return ErrUnknown
		}
		switch t := t.(type) {
		case xml.StartElement:
			name := attribute(t, "class")
			if name == "" {
				name = t.Name.Local
			}
			if len(stack) > 500 {
				return errors.New("elements nest too deep")
			}
			stack = append(stack, name)
			switch name {
			case "bookTitle", "sectionHeading", "noteHeading", "noteText", "text":
				buffer.Reset()
			case "annotation":
				words.Reset()
				note.Reset()
			}
		case xml.CharData:
			buffer.Write(t)
		case xml.EndElement:
			if len(stack) == 0 {
				continue
			}
			name := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			switch name {
			case "bookTitle":
				kindle, bk = true, tidy(buffer.String())
			case "sectionHeading":
				heading = tidy(buffer.String())
			case "noteHeading":
				label.Reset()
				label.WriteString(tidy(buffer.String()))
				isNote = strings.HasPrefix(strings.ToLower(label.String()), "note")
			case "noteText":
				if isNote { // on the highlight before it
					if n := len(r.Remarks); n > 0 {
						if on := &r.Remarks[n-1]; on.Comment == "" && on.Seen.Heading == heading {
							on.Kind, on.Comment = Comment, tidy(buffer.String())
							continue
						}
					}
					note.WriteString(buffer.String())
				} else {
					words.WriteString(buffer.String())
				}
				flush()
			case "text": // of Adobe's: under target the words, under content the note
				switch {
				case contains(stack, "target"):
					words.WriteString(buffer.String())
				case contains(stack, "content"):
					note.WriteString(buffer.String())
				}
			case "annotation":
				flush()
			}
		}
	}
	if kindle && bk != "" && r.title != "" && !sameBook(bk, r.title) {
		others, r.Remarks = len(r.Remarks), nil
		r.leftOut(others)
		return nil
	}
	if len(r.Remarks) == 0 && !kindle {
		return ErrUnknown
	}
	return nil
}

func contains(list []string, s string) bool {
	for _, e := range list {
		if e == s {
			return true
		}
	}
	return false
}
