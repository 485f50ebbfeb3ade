package bookdiff

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// reporter makes the list.
type reporter struct {
	*comparison
	*Changes
	gone map[*container][]*container // containers that were removed, by the one of the new book that they followed; nil: by none
	last *unit                       // of the new book that says something, as far as it has been gone through
}

func (c *comparison) report(ch *Changes) {
	r := &reporter{comparison: c, Changes: ch, gone: map[*container][]*container{}}
	var before *container
	for _, h := range c.old.containers {
		switch {
		case h.mate == nil:
			r.gone[before] = append(r.gone[before], h)
		case !h.mate.moved:
			before = h.mate
		}
	}
	start := diag.Pos{}
	if len(c.new.containers) > 0 {
		start = c.new.containers[0].pos
	}
	r.removed(nil, start)
	for _, h := range c.new.containers {
		r.container(h)
		r.removed(h, h.pos)
	}
}

// removed lists the containers that were removed after h, with what of their text is nowhere else.
func (r *reporter) removed(h *container, pos diag.Pos) {
	for _, g := range r.gone[h] {
		x := Change{Kind: Removed, What: g.what, ID: g.id, Title: g.title, Pos: pos, Old: g.pos}
		if w := r.lastWord(); w != nil {
			x.After = w.at
		}
		for _, u := range g.units {
			if u.pair == nil {
				x.Gone += r.count(u)
			}
		}
		r.markGone()
		r.list = append(r.list, x)
	}
}

// count returns the number of words in a unit.
func (c *comparison) count(u *unit) int { return len(c.bagOf(u)) }

// container lists what happened to a container of the new book and to its text.
func (r *reporter) container(h *container) {
	x := Change{What: h.what, ID: h.id, Title: h.title, Pos: h.pos}
	whole := h.mate == nil || h.what == Entry // its text is reported with it
	was := h.mate
	switch {
	case was == nil:
		x.Kind = New
	default:
		x.Kind, x.Old = Changed, was.pos
		if was.id != h.id {
			x.Was = was.id
		}
		if h.moved {
			x.Kind = Moved
			if h.chapter.mate != was.chapter {
				x.From = was.chapter.title
			}
		}
		x.Fields = fields(was.entry, h.entry)
		r.markFields(h, x.Fields)
	}
	at := len(r.list)
	r.list = append(r.list, Change{})
	r.text(h, &x, whole)
	if x.Kind == Changed && x.Added+x.Gone+len(x.Fields)+len(x.Edits) == 0 && !x.Form {
		r.list = slices.Delete(r.list, at, at+1)
		return
	}
	r.list[at] = x
}

// text goes through the units of a container in the order in which they stand, those that went where they stood. What is
// whole is counted in x; of the others the title is, and each passage is listed.
func (r *reporter) text(h *container, x *Change, whole bool) {
	t := textReport{reporter: r, container: h, change: x, whole: whole, done: map[*pair]bool{}}
	if h.mate != nil {
		t.olds = h.mate.units
	}
	for _, u := range h.units {
		t.unit(u)
		if u.key != "" {
			r.last = u
		}
	}
	t.gone(nil)
}

// textReport lists what happened to the text of a container.
type textReport struct {
	*reporter
	container *container
	change    *Change // of the container
	whole     bool    // its text is reported with it
	olds      []*unit // of the old book, from the first that has not been gone through
	run       *Change // of passages one after the other that are all new, or all gone
	done      map[*pair]bool
}

func (t *textReport) unit(u *unit) {
	p := u.pair
	if p != nil && !p.moved && !t.done[p] {
		t.gone(p.old[0])
		for len(t.olds) > 0 && slices.Contains(p.old, t.olds[0]) {
			t.olds = t.olds[1:]
		}
	}
	switch {
	case p == nil:
		t.added(u)
	case p.same:
		if t.run = nil; p.moved {
			t.markAll(t.wordsOf(u))
			t.list = append(t.list, t.movedPassage(t.container, u))
		}
	case !t.done[p]:
		t.done[p] = true
		t.run = nil
		t.changed(u)
	}
}

// gone lists the old units up to end that are nowhere in the new book.
func (t *textReport) gone(end *unit) {
	for ; len(t.olds) > 0 && t.olds[0] != end; t.olds = t.olds[1:] {
		u := t.olds[0]
		if u.pair != nil && !u.pair.moved {
			continue
		}
		t.markGone()
		if u.pair != nil { // listed where it went
			continue
		}
		here := t.here(t.container)
		if t.whole && u.key == "" { // an empty item of a list
			t.change.Form = true
			continue
		}
		if t.whole {
			t.change.Gone += t.count(u)
			t.change.Edits = append(t.change.Edits, Edit{Place: here, Old: t.said(u), Whole: true, Gap: -1})
			continue
		}
		y := t.following(u, Removed)
		y.Old, y.Pos, y.After = u.pos, here.Pos, here
		y.Gone += t.count(u)
	}
}

// added lists a unit that is not in the old book.
func (t *textReport) added(u *unit) {
	t.markAll(t.wordsOf(u))
	if !t.whole {
		t.following(u, New).Added += t.count(u)
		return
	}
	t.change.Added += t.count(u)
	switch {
	case t.container.mate == nil:
	case u.key == "": // an empty item of a list
		t.change.Form = true
	default:
		t.change.Edits = append(t.change.Edits, Edit{Place: t.first(u), New: t.said(u), Whole: true, Gap: -1})
	}
}

// changed lists what changed between the units of a pair, u the first of the new ones.
func (t *textReport) changed(u *unit) {
	switch {
	case u.pair.moved:
		t.list = append(t.list, t.movedPassage(t.container, u))
		t.edits(u.pair, &t.list[len(t.list)-1])
	case t.whole || u.title:
		t.edits(u.pair, t.change)
	default:
		y := t.passage(u, Changed)
		y.Old = u.pair.old[0].pos
		t.edits(u.pair, y)
		if len(y.Edits) == 0 && !y.Form { // other spaces, the same words
			t.list = t.list[:len(t.list)-1]
		}
	}
}

// following returns the passage that u goes on, or a new one.
func (t *textReport) following(u *unit, kind Kind) *Change {
	if t.run == nil || t.run.Kind != kind {
		t.run = t.passage(u, kind)
	}
	return t.run
}

func (t *textReport) passage(u *unit, kind Kind) *Change {
	t.list = append(t.list, Change{Kind: kind, What: Passage, ID: t.container.id, Title: t.opening(u), Pos: u.pos})
	return &t.list[len(t.list)-1]
}

func (r *reporter) movedPassage(h *container, u *unit) Change {
	was := u.pair.old[0]
	y := Change{Kind: Moved, What: Passage, ID: h.id, Title: r.opening(u), Pos: u.pos, Old: was.pos}
	if c := was.container.chapter; c != nil && (h.chapter == nil || h.chapter.mate != c) {
		y.From = c.title
	}
	return y
}

// edits lists the words that changed between the units of a pair.
func (r *reporter) edits(p *pair, y *Change) {
	olds, news := r.joined(p.old), r.joined(p.new)
	hunks := readable(differences(wordIDs(olds), wordIDs(news)))
	for i, h := range hunks {
		e := Edit{Old: text(olds[h.old:h.oldEnd]), New: text(news[h.new:h.newEnd]), Gap: -1}
		from, to := 0, len(news) // what stays around it
		if i > 0 {
			from = hunks[i-1].newEnd
			e.Gap = h.new - from
		}
		if i+1 < len(hunks) {
			to = hunks[i+1].new
		}
		e.Before, e.After = texts(news[max(from, h.new-around):h.new]), texts(news[h.newEnd:min(to, h.newEnd+around)])
		switch {
		case h.new < h.newEnd:
			e.Place = news[h.new].at
			r.markAll(news[h.new:h.newEnd])
		case h.new < len(news):
			e.Place = news[h.new].at
			r.markWord(&news[h.new])
		case len(news) > 0:
			e.Place = news[len(news)-1].at
			r.markWord(&news[len(news)-1])
		default:
			e.Place = Place{Pos: p.new[0].pos}
		}
		y.Edits = append(y.Edits, e)
		y.Gone += words(olds[h.old:h.oldEnd])
		y.Added += words(news[h.new:h.newEnd])
	}
	for i := range max(len(p.old), len(p.new)) {
		if p.old[min(i, len(p.old)-1)].form != p.new[min(i, len(p.new)-1)].form && !y.Form {
			y.Form = true
			r.markAll(news)
		}
	}
}

// around is how many words on each side of an edit are given.
const around = 2

// texts returns words one by one, without what is no word.
func texts(ws []word) (out []string) {
	for i := range ws {
		if !ws[i].mark {
			out = append(out, ws[i].text)
		}
	}
	return out
}

// joined returns the words of units one after another, with a mark where one ends and the next begins.
func (r *reporter) joined(us []*unit) []word {
	if len(us) == 1 {
		return r.wordsOf(us[0])
	}
	var out []word
	for i, u := range us {
		ws := r.wordsOf(u)
		if i > 0 {
			b := word{id: -1, text: "¶", mark: true, at: Place{Pos: u.pos}}
			if len(ws) > 0 {
				b.at, b.to = ws[0].at, ws[0].at.Offset+1
			}
			out = append(out, b)
		}
		out = append(out, ws...)
	}
	return out
}

func wordIDs(ws []word) []int32 {
	out := make([]int32, len(ws))
	for i := range ws {
		out[i] = ws[i].id
	}
	return out
}

func words(ws []word) (n int) {
	for i := range ws {
		if !ws[i].mark {
			n++
		}
	}
	return n
}

// text returns words to show.
func text(ws []word) string {
	var b strings.Builder
	for i := range ws {
		if i > 0 {
			before := &ws[i-1]
			joined := before.at.Pos == ws[i].at.Pos && before.to == ws[i].at.Offset
			if !joined || !strings.HasSuffix(before.text, "—") {
				b.WriteByte(' ')
			}
		}
		b.WriteString(ws[i].text)
	}
	return b.String()
}

func (r *reporter) said(u *unit) string { return text(r.wordsOf(u)) }

// opening returns the first words of a unit.
func (r *reporter) opening(u *unit) string {
	const most = 8
	ws := r.wordsOf(u)
	if len(ws) <= most {
		return text(ws)
	}
	return text(ws[:most]) + " …"
}

func (r *reporter) first(u *unit) Place {
	if ws := r.wordsOf(u); len(ws) > 0 {
		return ws[0].at
	}
	return Place{Pos: u.pos}
}

func (r *reporter) lastWord() *word {
	if r.last == nil {
		return nil
	}
	ws := r.wordsOf(r.last)
	return &ws[len(ws)-1]
}

// here returns the last word so far.
func (r *reporter) here(h *container) Place {
	if w := r.lastWord(); w != nil {
		return w.at
	}
	return Place{Pos: h.pos}
}

func (r *reporter) mark(pos diag.Pos, from, to int) {
	if pos.IsValid() {
		r.spans[pos] = append(r.spans[pos], Span{from, to})
	}
}

func (r *reporter) markWord(w *word) {
	r.mark(w.at.Pos, w.at.Offset, max(w.to, w.at.Offset+1))
	for _, m := range w.more {
		r.mark(m.pos, m.From, m.To)
	}
}

// markAll marks words that follow each other, with the spaces between them.
func (r *reporter) markAll(ws []word) {
	for i := 0; i < len(ws); i++ {
		w := &ws[i]
		if len(w.more) > 0 || w.mark {
			r.markWord(w)
			continue
		}
		to := w.to
		for i+1 < len(ws) && !ws[i+1].mark && len(ws[i+1].more) == 0 && ws[i+1].at.Pos == w.at.Pos {
			i++
			to = ws[i].to
		}
		r.mark(w.at.Pos, w.at.Offset, max(to, w.at.Offset+1))
	}
}

// markGone marks the word before the place where a paragraph went.
func (r *reporter) markGone() {
	if w := r.lastWord(); w != nil {
		r.markWord(w)
	}
}

// markFields marks what is printed of an entry's keys.
func (r *reporter) markFields(h *container, fields []string) {
	for _, f := range fields {
		switch f {
		case "see":
			r.mark(h.pos, -1, 0)
		case "id", "themes", "audience", "card", "back", "status", "origin", "index": // none of them is printed
		default: // the kind, and what its keys say
			r.mark(h.pos, 0, All)
		}
	}
}

// fields returns the keys of an entry that have other values.
func fields(was, is *book.Entry) (out []string) {
	if was == nil || is == nil {
		return nil
	}
	say := func(key string, same bool) {
		if !same {
			out = append(out, key)
		}
	}
	// An id that the author did not give follows the maxim.
	_, given := is.Places["id"]
	_, before := was.Places["id"]
	say("id", was.ID == is.ID || !given && !before)
	say("kind", was.Kind == is.Kind)
	for _, key := range kindKeys(was, is) {
		say(key, was.Value(key).Equal(is.Value(key)))
	}
	say("themes", slices.Equal(was.Themes, is.Themes))
	say("audience", slices.Equal(was.Audience, is.Audience))
	say("see", slices.Equal(was.See, is.See))
	say("card", was.Card == is.Card && was.NoCard == is.NoCard)
	say("back", was.Back == is.Back && was.NoBack == is.NoBack)
	say("status", was.Status == is.Status)
	say("origin", was.Origin == is.Origin)
	say("source", was.Source == is.Source)
	say("index", slices.Equal(was.Index, is.Index))
	return out
}

// kindKeys returns the keys that one of two entries has for its kind, in the order of the file.
func kindKeys(was, is *book.Entry) (out []string) {
	for _, v := range slices.Concat(is.Values, was.Values) {
		if !slices.Contains(out, v.Key) {
			out = append(out, v.Key)
		}
	}
	return out
}
