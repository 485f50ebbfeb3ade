package check

import (
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// Characters that turn the direction of the text behind them until another one ends that, or the paragraph; see Unicode Standard
// Annex #9, "Explicit Directional Formatting Characters".
var turning = map[rune]string{
	leftEmbedding: "left-to-right embedding",
	0x202B:        "right-to-left embedding",
	0x202C:        "pop directional formatting",
	0x202D:        "left-to-right override",
	0x202E:        "right-to-left override",
	0x2066:        "left-to-right isolate",
	0x2067:        "right-to-left isolate",
	0x2068:        "first strong isolate",
	0x2069:        "pop directional isolate",
}

const (
	leftEmbedding = 0x202A // the first of all
	popEmbedding  = 0x202C // ends embeddings and overrides
	leftIsolate   = 0x2066 // the first of the isolates; embeddings and overrides are below it
	popIsolate    = 0x2069 // ends isolates, and what has begun within them
)

// turns reports whether a text has characters that turn its direction.
func turns(s string) bool {
	for {
		i := strings.IndexByte(s, 0xE2) // which all of them begin with
		if i < 0 {
			return false
		}
		if r, _ := utf8.DecodeRuneInString(s[i:]); turning[r] != "" {
			return true
		}
		s = s[i+1:]
	}
}

// whole walks a run of text that is a paragraph to the eye: a title, a cell, a paragraph of prose.
func (w *walker) whole(text []book.Inline) {
	from := len(w.texts)
	w.run(text)
	for _, p := range w.texts[from:] {
		if turns(p.Value) {
			w.turned = append(w.turned, w.lines(text)...)
			return
		}
	}
}

// lines returns the passages of a run, divided at its hard line breaks, which end the direction of text as a paragraph's end does.
func (w *walker) lines(text []book.Inline) (out [][]passage) {
	var line []passage
	book.WalkInlines(text, func(i book.Inline) {
		switch i := i.(type) {
		case *book.Text:
			line = append(line, passage{i, w.entry, w.other})
		case *book.LineBreak:
			out, line = append(out, line), nil
		}
	})
	return append(out, line)
}

// alone adds a passage that is no part of a run.
func (w *walker) alone(p passage) {
	w.texts = append(w.texts, p)
	if turns(p.Value) {
		w.turned = append(w.turned, []passage{p})
	}
}

// textDirection finds characters that turn the direction of text and are not ended, and those that end nothing: what stands behind
// them is not read as it is written.
func textDirection(f *facts) {
	for _, s := range f.cfg.Strings() {
		if turns(s.Value) {
			f.turn([]passage{newPassage(s.Pos, s.Value, nil)}, "value", func(_ passage, i, j int) (diag.Pos, int) {
				return diag.Pos{Source: s.Pos.Source, Offset: s.Place(i)}, s.Place(j)
			})
		}
	}
	alone := func(p passage, what string) {
		if turns(p.Value) {
			f.turn([]passage{p}, what, f.spot)
		}
	}
	for _, part := range f.parts {
		for _, line := range part.turned {
			f.turn(line, "line, cell or paragraph", f.spot)
		}
		for _, code := range part.codes {
			if turns(code.Value) {
				for line := range strings.Lines(code.Value) {
					alone(newPassage(code.Pos, line, code.entry), "line of code")
				}
			}
		}
	}
	for _, i := range f.images {
		alone(newPassage(i.Pos, i.Alt, nil), "description")
	}
	for _, p := range f.values() {
		alone(p, "value")
	}
}

// turn is a character that turns the direction of text, with its place.
type turn struct {
	passage
	at int
	r  rune
}

// turn reports the first character of a line that has no partner there. Spot returns the place of bytes i to j of a passage.
func (f *facts) turn(line []passage, what string, spot func(p passage, i, j int) (diag.Pos, int)) {
	alone := unpaired(line)
	if len(alone) == 0 {
		return
	}
	first := alone[0]
	pos, end := spot(first.passage, first.at, first.at+utf8.RuneLen(first.r))
	name := turning[first.r]
	var d *diag.Diagnostic
	switch first.r {
	case popEmbedding, popIsolate:
		d = f.report(pos, "invisible character U+%04X, %s, ends nothing in its %s", first.r, name, what).To(end)
		d.Note("delete it")
	default:
		partner := rune(popEmbedding)
		if first.r >= leftIsolate {
			partner = popIsolate
		}
		d = f.report(pos, "invisible character U+%04X, %s, is not ended in its %s", first.r, name, what).To(end)
		d.Note("delete it, or put U+%04X, %s, after the last word whose direction it is to turn", partner, turning[partner])
	}
	if len(alone) > 1 {
		d.Note("more of them in the same %s: %d", what, len(alone)-1)
	}
}

// unpaired returns the characters of a line that begin what nothing ends, and behind them those that end nothing. What begins within
// an isolate ends with it.
func unpaired(line []passage) []turn {
	var open, stray []turn
	isolates := 0 // among those that are open
	for _, p := range line {
		for at, r := range p.Value {
			t := turn{p, at, r}
			switch {
			case r < leftEmbedding || r > popIsolate || turning[r] == "":
			case r == popEmbedding && len(open) > 0 && open[len(open)-1].r < leftIsolate:
				open = open[:len(open)-1]
			case r == popIsolate && isolates > 0:
				for isolates--; open[len(open)-1].r < leftIsolate; {
					open = open[:len(open)-1]
				}
				open = open[:len(open)-1]
			case r == popEmbedding, r == popIsolate:
				stray = append(stray, t)
			default:
				open = append(open, t)
				if r >= leftIsolate {
					isolates++
				}
			}
		}
	}
	return append(open, stray...)
}
