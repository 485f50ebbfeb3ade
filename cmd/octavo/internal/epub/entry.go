package epub

import (
	"bytes"
	"cmp"
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/kinds"
)

// entry writes a maxim with its kind, its gloss and what to see also.
func (w *writer) entry(e *book.Entry) {
	if e.Status == book.Draft {
		return
	}
	w.open(e.Level)
	saved := len(w.sections)
	w.raw(`<section`)
	w.attr("class", w.entryClass(e))
	w.attr("id", w.plan.idOf(e, e.ID))
	w.raw(">\n")
	w.reach(e.Pos.Offset)
	gloss := e.Gloss
	if w.plan.layout.Layout == config.RunIn {
		gloss = w.runIn(e)
	} else {
		w.heading("maxim", e.Number, e.Maxim)
		w.kind(e, "p")
		w.fields(e, kinds.Head, "p", "fields")
	}
	before := len(w.buf)
	w.raw("<div class=\"gloss\">\n")
	start := len(w.buf)
	w.sections = append(w.sections, 0)
	w.blocks(gloss)
	w.closeTo(saved)
	if len(w.buf) == start { // no gloss
		w.buf = w.buf[:before]
	} else {
		w.raw("</div>\n")
	}
	w.fields(e, kinds.End, "p", "source")
	w.see(e)
	if w.plan.layout.Layout != config.Numbered && w.plan.layout.Layout != config.RunIn { // they would be longer than the entry
		w.marks(e)
	}
	w.raw("</section>\n")
	w.sections = w.sections[:saved-1]
}

// runIn writes a headword with the paragraph that it begins, and returns what of the gloss is left.
func (w *writer) runIn(e *book.Entry) []book.Block {
	w.raw("<div class=\"opening\">\n")
	w.heading("maxim", 0, e.Maxim)
	w.kind(e, "span")
	w.fields(e, kinds.Head, "span", "fields")
	gloss := e.Gloss
	if p, ok := firstParagraph(gloss); ok {
		w.paragraph(p.Text)
		gloss = gloss[1:]
	}
	w.raw("</div>\n")
	return gloss
}

// entryClass returns the classes of an entry: its kind, its layout where that is not display, and where its number stands.
func (w *writer) entryClass(e *book.Entry) string {
	classes, st := "entry "+w.plan.cfg.Kind(e.Kind).Class(), &w.plan.layout
	if st.Layout == config.Numbered || st.Layout == config.RunIn {
		classes += " " + st.Layout
	}
	if e.Number > 0 {
		classes += " " + st.Number
	}
	return classes
}

// kind writes, as an element, an entry's kind, where the book has several, and the kind's line.
func (w *writer) kind(e *book.Entry, element string) {
	kind, line := kinds.Label(w.plan.cfg, e, w.plan.several), kinds.Line(w.plan.cfg, e)
	if element == "p" {
		kind = w.plan.cfg.Lang.Capital(kind)
	}
	if kind == "" && line == "" {
		return
	}
	w.raw("<" + element + ` class="kind">`)
	w.text(kind)
	if kind != "" && line != "" {
		w.raw(" · ")
	}
	if line != "" {
		w.raw(`<span class="figure-of">`)
		w.text(line)
		w.raw("</span>")
	}
	w.raw("</" + element + ">\n")
}

// fields writes, as an element of a class, what is printed of an entry's keys at a place.
func (w *writer) fields(e *book.Entry, at kinds.Place, element, class string) {
	all := kinds.Printed(w.plan.cfg, e, at)
	if len(all) == 0 {
		return
	}
	w.raw("<" + element + ` class="` + class + `">`)
	for i, f := range all {
		if i > 0 {
			w.raw(" · ")
		}
		if f.Label != "" {
			w.raw(`<span class="label">`)
			w.text(f.Label)
			w.raw("</span>")
		}
		if f.Label != "" && f.Words != "" {
			w.raw(" ")
		}
		w.text(f.Words)
	}
	w.raw("</" + element + ">\n")
}

// see writes links to the related entries: those that the author names, then those that name this one, each once.
// Drafts are skipped.
func (w *writer) see(e *book.Entry) {
	var to []*anchor
	done := map[string]bool{e.ID: true}
	for _, ids := range [2][]string{e.See, w.plan.seenBy[e.ID]} {
		for _, id := range ids {
			a := w.plan.anchors[id]
			if done[id] || a == nil || a.draft || w.plan.plainText(a.words) == "" {
				continue
			}
			done[id] = true
			to = append(to, a)
		}
	}
	switch {
	case len(to) == 0:
	case w.plan.layout.SeeEbook == config.RunOn:
		w.raw(`<div class="see">` + "\n" + `<p class="run-on"><span class="label">`)
		w.text(w.plan.cfg.Lang.Capital(w.plan.cfg.Lang.References.See))
		w.raw("</span> ")
		for i, a := range to {
			if i > 0 {
				w.raw("; ")
			}
			w.entryReference(a)
		}
		w.raw(".</p>\n</div>\n")
	default:
		w.raw("<div class=\"see\">\n<p>")
		w.text(w.plan.cfg.Lang.Capital(w.plan.cfg.Lang.References.See))
		w.raw("</p>\n<ul>\n")
		for _, a := range to {
			w.raw("<li>")
			w.entryReference(a)
			w.raw("</li>\n")
		}
		w.raw("</ul>\n</div>\n")
	}
}

// entryReference writes the words of an entry, linked to it, and its number. Where more follows on the line the words lose their
// full stop.
func (w *writer) entryReference(a *anchor) {
	w.reference(a)
	if a.number != "" || w.plan.layout.SeeEbook == config.RunOn {
		if words, ok := bytes.CutSuffix(w.buf, []byte(".</a>")); ok {
			w.buf = append(words, "</a>"...)
		}
	}
	if a.number != "" {
		w.raw(", ")
		w.text(a.number)
	}
}

// marks writes the entry's themes, as links back to the index, and whom it is for.
func (w *writer) marks(e *book.Entry) {
	before := len(w.buf)
	w.raw("<div class=\"marks\">\n")
	start := len(w.buf)
	w.names("themes", w.plan.cfg.Lang.Entry.Themes, e.Themes, w.plan.cfg.Themes, func(id, name string) {
		if to, ok := w.plan.themeIDs[id]; ok {
			w.anchor("index.xhtml#"+to, "", func() { w.text(name) })
		} else {
			w.text(name)
		}
	})
	w.names("audience", w.plan.cfg.Lang.Entry.Audience, e.Audience, w.plan.cfg.Audiences, func(_, name string) { w.text(name) })
	if len(w.buf) == start {
		w.buf = w.buf[:before]
		return
	}
	w.raw("</div>\n")
}

// names writes a line of the names that ids have in book.toml, or nothing for none.
func (w *writer) names(class, label string, ids []string, declared []config.Name, write func(id, name string)) {
	n := 0
	for i, id := range ids {
		at := slices.IndexFunc(declared, func(d config.Name) bool { return d.ID == id })
		if at < 0 || slices.Contains(ids[:i], id) {
			continue
		}
		if n++; n == 1 {
			w.raw(`<p class="` + class + `"><span class="label">`)
			w.text(label)
			w.raw("</span> ")
		} else {
			w.raw(", ")
		}
		write(id, cmp.Or(clean(declared[at].Name), id))
	}
	if n > 0 {
		w.raw("</p>\n")
	}
}
