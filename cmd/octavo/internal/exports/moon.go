package exports

import (
	"strings"

	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/locate"
)

// Moon+ Reader's own export, .mrexpt, has sixteen lines for each mark, which a line with a number sign begins: an id, the title, two
// paths, the chapter's number, two positions, a length, a colour, the time, a bookmark's text, the note, the words, and three flags.
const (
	moonTitle, moonTime, moonNote, moonWords, moonUnderline, moonStrike, moonLines = 1, 9, 11, 12, 13, 14, 16
)

func isMoon(_ *reader, text string) bool {
	return moonStart().MatchString(text)
}

// moonStart matches the beginning of a record: the sign, an id, a title and a path.
var moonStart = lazyregexp.New(`(?m)^#\n[0-9]+\n[^\n]*\n/[^\n]*\n`)

func (r *reader) moon(text string) error {
	heading := ""
	for _, part := range strings.Split("\n"+text, "\n#\n")[1:] {
		f := strings.Split(part, "\n")
		if len(f) < moonWords+1 {
			continue
		}
		words, note := moonText(f[moonWords]), moonText(f[moonNote])
		if note == "#" { // what is marked is the chapter's title
			heading = words
			continue
		}
		if words == "" && note == "" {
			continue
		}
		r.title = strings.TrimSpace(f[moonTitle])
		m := Mark{Comment: note, Date: dateOf(f[moonTime]), Seen: locate.Seen{Words: words, Heading: heading}}
		if len(f) >= moonLines && words != "" && note == "" {
			switch {
			case f[moonStrike] == "1":
				m.Kind = Strike
			case f[moonUnderline] == "1":
				m.Kind = Underline
			}
		}
		r.add(m)
	}
	return nil
}

// moonText returns a text of a mark, whose line ends are written as tags.
func moonText(s string) string {
	return tidy(strings.NewReplacer("<BR>", "\n", "<br>", "\n").Replace(s))
}

// The form in which Moon+ Reader shares notes has signs before chapters and passages, and the note in parentheses:
//
//	Title - Author (Highlight: 2; Note: 1)
//	◆ Chapter
//	▪ the marked words (the note)
func isMoonText(_ *reader, text string) bool {
	return strings.Contains(text, "\n◆") && strings.Contains(text, "\n▪")
}

func (r *reader) moonShared(text string) error {
	head, text, _ := strings.Cut(text, "\n")
	if i := strings.LastIndex(head, " ("); i > 0 {
		head = head[:i]
	}
	if i := strings.LastIndex(head, " - "); i > 0 {
		head = head[:i]
	}
	r.title = strings.TrimSpace(strings.Trim(head, "《》"))
	heading := ""
	for _, l := range strings.Split(text, "\n") {
		l = strings.TrimSpace(l)
		if rest, ok := strings.CutPrefix(l, "◆"); ok {
			heading = strings.TrimSpace(rest)
			continue
		}
		rest, ok := strings.CutPrefix(l, "▪")
		if !ok {
			if m := r.last(); m != nil && l != "" && !isRule(l) { // a passage or a note of several lines
				switch {
				case m.Comment != "":
					m.say(l)
				case len(m.Seen.Words) < longestMark:
					m.Seen.Words += " " + l
				default:
					r.add(Mark{Seen: locate.Seen{Words: l, Heading: heading}})
				}
			}
			continue
		}
		words, note := strings.Trim(rest, " \uFE0F"), ""
		if i := strings.LastIndexAny(words, "(（"); i > 0 && strings.TrimRight(words, ")） ") != words && !r.held(words[i:]) {
			_, note = cutFirst(words[i:])
			words, note = strings.TrimSpace(words[:i]), strings.TrimRight(note, ")） ")
		}
		r.add(Mark{Comment: note, Seen: locate.Seen{Words: words, Heading: heading}})
	}
	return nil
}
