package revise

import (
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/amend"
	"octavo/cmd/octavo/internal/diag"
)

// Shown is an offer as it is shown: a piece of the file, with what goes and what comes.
type Shown []Piece

// Piece is a run of characters of a file.
type Piece struct {
	Text string
	Sign byte // '-' goes, '+' comes, ' ' stays
}

// around is how much of the file is shown around a change, in bytes.
const around = 60

// Show returns an offer as words of its file.
func (o *Offer) Show() Shown {
	h := o.Hunk
	if !h.Pos.IsValid() || len(h.Edits) == 0 {
		return nil
	}
	src := string(h.Pos.Source.Text)
	first, last := h.Edits[0].At, h.Edits[len(h.Edits)-1].End
	from, to := max(0, first-around), min(len(src), last+around)
	if n := strings.LastIndex(src[from:first], "\n\n"); n >= 0 {
		from += n + 2
	}
	if n := strings.Index(src[last:to], "\n\n"); n >= 0 {
		to = last + n
	}
	for from > 0 && from < first && !utf8.RuneStart(src[from]) {
		from++
	}
	for to < len(src) && !utf8.RuneStart(src[to]) {
		to++
	}
	var out Shown
	put := func(sign byte, text string) {
		if text != "" {
			out = append(out, Piece{text, sign})
		}
	}
	at := from
	for _, e := range h.Edits {
		put(' ', src[at:e.At])
		put('-', src[e.At:e.End])
		put('+', e.Text)
		at = e.End
	}
	put(' ', src[at:to])
	if len(out) > 0 {
		if out[0].Sign == ' ' && from > 0 && src[from-1] != '\n' {
			out[0].Text = "…" + out[0].Text
		}
		if n := len(out) - 1; out[n].Sign == ' ' && to < len(src) && src[to] != '\n' {
			out[n].Text += "…"
		}
	}
	return out
}

// String returns the words on one line: what goes in [-…-], what comes in {+…+}, as git and wdiff have it.
func (s Shown) String() string { return s.Write(false) }

// Write returns the words on one line, in colour or with signs. The end of a line is shown as a space, that of a paragraph as ¶.
func (s Shown) Write(color bool) string {
	var b strings.Builder
	for _, p := range s {
		text := strings.ReplaceAll(strings.ReplaceAll(p.Text, "\r\n", "\n"), "\n\n", "¶")
		text = diag.Printable(strings.ReplaceAll(text, "\n", " "))
		switch {
		case p.Sign == ' ':
			b.WriteString(text)
		case color && p.Sign == '-':
			b.WriteString("\x1b[31;9m" + text + "\x1b[0m")
		case color:
			b.WriteString("\x1b[32;1m" + text + "\x1b[0m")
		case p.Sign == '-':
			b.WriteString("[-" + text + "-]")
		default:
			b.WriteString("{+" + text + "+}")
		}
	}
	return b.String()
}

// Was and New return the words of an offer as its reader saw and wrote them, with ¶ between paragraphs.
func (o *Offer) Was() string { return signed(o.Hunk.Change.Old) }

// New returns the new words: the author's own, or the reader's.
func (o *Offer) New() string { return signed(o.Hunk.Change.New) }

func signed(s string) string {
	return strings.ReplaceAll(s, string(amend.Break), "¶")
}

// Unsigned returns words in which ¶ parts paragraphs as amend has them.
func Unsigned(s string) string { return strings.ReplaceAll(s, "¶", string(amend.Break)) }
