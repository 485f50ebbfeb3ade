package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
)

// at returns the place of an entry's key, or of its heading when it has none.
func (e entryFacts) at(key string) (pos diag.Pos, end int, own bool) {
	if pos, ok := e.Places[key]; ok {
		return pos, valueEnd(pos), true
	}
	return e.Pos, lineEnd(e.Pos), false
}

// isString reports whether a key's value is a string in the file: of another type the reader has said what is wrong.
func (e entryFacts) isString(key string) bool {
	pos, ok := e.Places[key]
	if !ok || pos.Offset >= len(pos.Source.Text) {
		return false
	}
	c := pos.Source.Text[pos.Offset]
	return c == '"' || c == '\''
}

func idMalformed(f *facts) {
	for _, e := range f.entries {
		if e.isString("id") && !isID(e.ID) {
			pos, end, _ := e.at("id")
			f.report(pos, "invalid id %q", e.ID).To(end).
				Note("use small letters, digits and hyphens, a letter first: id = %q", book.Slug(e.ID))
		}
	}
}

func isID(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (i == 0 || c != '-' && (c < '0' || c > '9')) {
			return false
		}
	}
	return s != ""
}

func idTwice(f *facts) {
	first := map[string]diag.Pos{}
	for _, e := range f.entries {
		if !e.isString("id") {
			continue
		}
		pos, end, _ := e.at("id")
		if other, ok := first[e.ID]; ok {
			f.report(pos, "duplicate id %q", e.ID).To(end).
				Note("the first is at %s; give one of the two another id", other)
		} else {
			first[e.ID] = pos
		}
	}
}

func maximEmpty(f *facts) {
	for _, e := range f.entries {
		if e.maxim == "" {
			f.report(e.Pos, "entry without a maxim").To(lineEnd(e.Pos)).Note("write the maxim after the marks: ## The maxim.")
		}
	}
}

func maximLong(f *facts) {
	for _, e := range f.entries {
		if n := len(strings.Fields(e.maxim)); n > f.cfg.Check.MaximWords {
			f.report(e.Pos, "maxim of %d words, more than %d", n, f.cfg.Check.MaximWords).To(lineEnd(e.Pos)).
				Note("move the rest into the gloss, or raise maxim_words under [check] in book.toml")
		}
	}
}

// mostWanted is the largest number of words of a thing to look for.
const mostWanted = 50

// named reports whether an entry's maxim or gloss has one of the words of a thing in whatever form: "manager" names
// "managing". Words that only join others do not count. In scripts that put no blanks between words the thing itself
// must stand there.
func named(thing string, e entryFacts, rules *lang.Rules) bool {
	thing = strings.ToLower(thing)
	wanted := strings.FieldsFunc(thing, notInWord)
	if some := slices.DeleteFunc(slices.Clone(wanted), func(w string) bool { return rules.Joining[w] }); len(some) > 0 {
		wanted = some
	}
	slices.Sort(wanted)
	wanted = slices.Compact(wanted)
	wanted = wanted[:min(len(wanted), mostWanted)]
	ascii := strings.IndexFunc(thing, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
	found := false
	look := func(i book.Inline) {
		if found {
			return
		}
		switch i := i.(type) {
		case *book.Text:
			found = hasAkin(i.Value, wanted, rules) || !ascii && strings.Contains(strings.ToLower(i.Value), thing)
		case *book.CodeSpan:
			found = hasAkin(i.Value, wanted, rules)
		case *book.Math:
			found = hasAkin(i.Plain(), wanted, rules)
		}
	}
	run := func(text []book.Inline) { book.WalkInlines(text, look) }
	run(e.Maxim)
	book.Walk(e.Gloss, func(b book.Block) {
		if !found {
			book.Runs(b, run)
		}
	})
	return found
}

// hasAkin reports whether text has a word akin to one of those wanted, which are in small letters.
func hasAkin(text string, wanted []string, rules *lang.Rules) bool {
	for i := 0; i < len(text); {
		start := i
		for i < len(text) && (asciiLetter(text[i]) || text[i] >= utf8.RuneSelf || text[i] >= '0' && text[i] <= '9') {
			i++ // other signs than letters may be in it: they only make the word longer
		}
		if i == start {
			i++
			continue
		}
		for _, w := range wanted {
			if c := text[start]; c == w[0] || c < utf8.RuneSelf && c|0x20 == w[0] || c >= utf8.RuneSelf {
				for word := range strings.FieldsFuncSeq(strings.ToLower(text[start:i]), notInWord) {
					if akin(word, w, rules) {
						return true
					}
				}
			}
		}
	}
	return false
}

func notInWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
}

// akin reports whether two words in small letters are forms of one: they begin with the same four letters, and with half
// of the shorter one, or they differ in an ending only.
func akin(a, b string, rules *lang.Rules) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	if n == 0 {
		return false
	}
	for n > 0 && n < len(a) && !utf8.RuneStart(a[n]) {
		n--
	}
	letters := utf8.RuneCountInString(a[:n])
	shorter := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	return letters >= 4 && letters*2 >= shorter || rules.Stem(a) == rules.Stem(b)
}

func themeUnknown(f *facts) {
	undeclared(f, "theme", "themes", f.cfg.Themes, func(e entryFacts) []string { return e.Themes })
}

func audienceUnknown(f *facts) {
	undeclared(f, "audience", "audience", f.cfg.Audiences, func(e entryFacts) []string { return e.Audience })
}

// undeclared reports the ids that book.toml does not declare, each place once: a file's defaults are those of all its
// entries.
func undeclared(f *facts, what, key string, declared []config.Name, ids func(entryFacts) []string) {
	if f.cfg.Broken { // nobody knows what it declares
		return
	}
	known := make([]string, len(declared))
	isKnown := make(map[string]bool, len(declared))
	for i, d := range declared {
		known[i], isKnown[d.ID] = d.ID, true
	}
	reported := map[diag.Pos]bool{}
	for _, e := range f.entries {
		for i, id := range ids(e) {
			if isKnown[id] {
				continue
			}
			item := key + "." + strconv.Itoa(i)
			pos, end, own := e.at(item)
			if reported[pos] || own && !e.isString(item) {
				continue
			}
			reported[pos] = own
			d := f.report(pos, "unknown %s %q", what, id).To(end)
			if s := f.suggest(id, known); s != "" {
				d.Note("did you mean %q?", s)
			}
			table := what + "s"
			if len(known) > 0 && len(known) <= 20 {
				d.Note("declared: %s", strings.Join(known, ", "))
			}
			if s := id; isID(s) {
				d.Note("declare a new one under [%s] in book.toml: %s = %q", table, s, title(s))
			}
		}
	}
}

// title returns an id as a name: "patient-service" is "Patient service".
func title(id string) string {
	return strings.ToUpper(id[:1]) + strings.ReplaceAll(id[1:], "-", " ")
}

func themeNone(f *facts) {
	if len(f.cfg.Themes) == 0 && !f.cfg.Broken {
		return // there is no index of themes
	}
	for _, e := range f.entries {
		if f.cfg.Kind(e.Kind).Index != config.Common {
			continue
		}
		pos, end, own := e.at("themes")
		if len(e.Themes) > 0 || e.broken || own && pos.Source.Text[min(pos.Offset, len(pos.Source.Text)-1)] != '[' {
			continue
		}
		f.report(pos, "entry without a theme: the index does not list it").To(end).
			Note(`write themes = ["…"] between the +++ under it, or at the head of the file for all its entries`)
	}
}

func themeUnused(f *facts) {
	used := map[string]bool{}
	for _, e := range f.entries {
		for _, id := range e.Themes {
			used[id] = true
		}
	}
	for _, t := range f.cfg.Themes {
		if !used[t.ID] {
			pos, end := f.cfg.Key("themes." + t.ID)
			f.report(pos, "unused theme %q", t.ID).To(end).Note("give it to an entry, or delete it")
		}
	}
}

func glossNone(f *facts) {
	if numbered(f.cfg) { // such a maxim stands by itself
		return
	}
	for _, e := range f.entries {
		if !slices.ContainsFunc(e.Gloss, func(b book.Block) bool { _, entry := b.(*book.Entry); return !entry }) {
			f.report(e.Pos, "entry without a gloss").To(lineEnd(e.Pos)).Note("write what the maxim means under its block")
		}
	}
}

func seeUnknown(f *facts) {
	ids := make([]string, len(f.entries))
	known := map[string]bool{}
	for i, e := range f.entries {
		ids[i], known[e.ID] = e.ID, true
	}
	for _, e := range f.entries {
		for i, id := range e.See {
			item := "see." + strconv.Itoa(i)
			if known[id] || !e.isString(item) {
				continue
			}
			pos, end, _ := e.at(item)
			d := f.report(pos, "entry %q not found", id).To(end)
			if s := f.suggest(id, ids); s != "" {
				d.Note("did you mean %q?", s)
			} else {
				d.Note("name an entry by its id, or by the words of its maxim: %s", sampleID(ids))
			}
		}
	}
}

func sampleID(ids []string) string {
	if len(ids) == 0 {
		return "respect-comes-first"
	}
	return ids[0]
}

func seeSelf(f *facts) {
	for _, e := range f.entries {
		for i, id := range e.See {
			if id == e.ID {
				pos, end, _ := e.at("see." + strconv.Itoa(i))
				f.report(pos, "entry refers to itself").To(end).Note("delete %q, or name another entry", id)
			}
		}
	}
}

// percent returns a share between 0 and 1 as people say it.
func percent(share float64) string { return fmt.Sprintf("%d%%", int(share*100)) }

// cardDuplicate looks at what cards say, capitals and punctuation aside. Maxims that are the same are maximAlike's.
func cardDuplicate(f *facts) {
	type first struct {
		pos diag.Pos
		own bool
	}
	said := map[string]first{}
	for _, e := range f.entries {
		if e.NoCard || e.Status == book.Draft || e.broken {
			continue
		}
		text := e.maxim
		pos, end := e.Pos, lineEnd(e.Pos)
		if e.Card != "" {
			text = e.Card
			pos, end, _ = e.at("card")
		}
		key := strings.ToLower(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " "))
		if key == "" {
			continue
		}
		other, twice := said[key]
		if !twice {
			said[key] = first{pos, e.Card != ""}
			continue
		}
		if other.own || e.Card != "" {
			f.report(pos, "duplicate card text").To(end).Note("the other is at %s", other.pos).
				Note("give one of the entries another text with `card = \"…\"`, or leave it out of the deck with `card = false`")
		}
	}
}
