package check

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// subject is one line of an entry's key index, taken apart.
type subject struct {
	entryFacts
	line, heading, sub string
	pos                diag.Pos
	end                int
}

// subjects returns those of all entries, in reading order.
func (f *facts) subjects() (out []subject) {
	for _, e := range f.entries {
		for i, line := range e.Index {
			if at := "index." + strconv.Itoa(i); e.isString(at) {
				heading, sub := book.Subject(line)
				pos, end, _ := e.at(at)
				out = append(out, subject{e, line, heading, sub, pos, end})
			}
		}
	}
	return out
}

func indexEmpty(f *facts) {
	for _, s := range f.subjects() {
		switch {
		case s.heading == "" && s.sub == "":
			f.report(s.pos, "index subject without words").To(s.end).Note("write one, or delete it")
		case s.heading == "":
			f.report(s.pos, "no heading before the comma").To(s.end).Note("write index = [%q], or a heading before the comma", s.sub)
		case s.sub == "" && strings.Contains(s.line, ","):
			f.report(s.pos, "no subheading after the comma").To(s.end).
				Note("write index = [%q], or what the heading is to be divided by after the comma", s.heading)
		}
	}
}

func indexTwice(f *facts) {
	type line struct {
		entry        *book.Entry
		heading, sub string
	}
	seen := map[line]bool{}
	for _, s := range f.subjects() {
		l := line{s.Entry, s.heading, s.sub}
		if s.heading != "" && seen[l] {
			f.report(s.pos, "duplicate index subject %q", s.line).To(s.end).Note("delete one of the two")
		}
		seen[l] = true
	}
}

func indexAlike(f *facts) {
	last := map[string]string{} // how a heading was written last
	for _, s := range f.subjects() {
		key := f.cfg.Lang.Singular(strings.ToLower(s.heading))
		if before, ok := last[key]; ok && before != s.heading {
			f.report(s.pos, "index headings %q and %q nearly the same", before, s.heading).To(s.end).
				Note("write one of the two in both places, or choose other words")
		}
		last[key] = s.heading
	}
}

func indexSee(f *facts) {
	known := map[string]bool{}
	var names []string
	for _, s := range f.subjects() {
		for _, name := range []string{s.heading, s.heading + ", " + s.sub} {
			if !known[name] && (s.sub != "" || name == s.heading) {
				known[name] = true
				names = append(names, name)
			}
		}
	}
	for _, see := range f.cfg.Index.See {
		for i, to := range see.To {
			pos, end := f.cfg.Value(see.Path + "." + strconv.Itoa(i))
			heading, sub := book.Subject(to)
			if sub != "" {
				heading += ", " + sub
			}
			switch {
			case heading == see.Heading:
				f.report(pos, "%q refers to itself", see.Heading).To(end).Note("name another heading, or delete the line")
			case !known[heading]:
				d := f.report(pos, "index heading %q not found", to).To(end)
				if s := f.suggest(heading, names); s != "" {
					d.Note("did you mean %q?", s)
				} else {
					d.Note("give the heading to an entry: index = [%q]", to)
				}
			}
		}
	}
}
