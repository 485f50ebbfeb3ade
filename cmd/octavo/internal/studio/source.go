package studio

import (
	"cmp"
	"net/http"
	"strconv"
	"strings"
	"unicode"

	"octavo/cmd/octavo/internal/diag"
)

// sourceText is a place in the book's files, with the text around it.
type sourceText struct {
	File   string       `json:"file"`
	Line   int          `json:"line"`
	Column int          `json:"column"`
	Word   string       `json:"word"`
	Made   bool         `json:"made,omitempty"` // the words on the page were made for what is written here
	Alt    string       `json:"alt,omitempty"`  // of a picture
	Old    bool         `json:"old,omitempty"`  // the file may have changed since the page was set
	Text   []sourceLine `json:"text"`           // the paragraph
}

// sourceLine is a line of a file; the word that is meant stands between Before and After, in one of them.
type sourceLine struct {
	Number int    `json:"n"`
	Before string `json:"before"`
	Word   string `json:"word,omitempty"`
	After  string `json:"after,omitempty"`
}

// mostSource is how many lines of a paragraph are shown before and after the one that is meant, and mostOfLine how many bytes of a
// line before and after the word.
const (
	mostSource = 20
	mostOfLine = 4000
)

// serveAt answers what is written at a point of a page, in points from its upper left corner: ?page=12&x=100&y=200. Where nothing is
// that the author wrote, it answers null.
func (s *Studio) serveAt(w http.ResponseWriter, r *http.Request) {
	st := s.book.state(r.Context(), lookOf(r))
	n, err := strconv.Atoi(r.FormValue("page"))
	x, errX := strconv.ParseFloat(r.FormValue("x"), 64)
	y, errY := strconv.ParseFloat(r.FormValue("y"), 64)
	if err != nil || errX != nil || errY != nil || n < 1 || n > len(st.pages) {
		refuse(w, http.StatusNotFound, problem{Message: "There is no such page"})
		return
	}
	h, ok := at(st.pages[n-1], x, y)
	if !ok {
		answer(w, nil)
		return
	}
	var out sourceText
	if h.picture != nil {
		out = writtenAt(h.picture.Pos)
		out.Alt = cmp.Or(h.picture.Alt, h.picture.Picture.Name)
	} else {
		pos, made := st.origin(h.text, h.cluster)
		out = writtenAt(pos)
		out.Made = made
	}
	out.Old = st.old
	if out.Made || out.Alt != "" {
		out.Word = ""
	}
	answer(w, out)
}

// serveSource answers the text around a place of a file: ?file=manuscript/01.md&line=12&column=3.
func (s *Studio) serveSource(w http.ResponseWriter, r *http.Request) {
	st := s.book.state(r.Context(), lookOf(r))
	src := st.source(r.FormValue("file"))
	line, err := strconv.Atoi(r.FormValue("line"))
	if src == nil || err != nil {
		refuse(w, http.StatusNotFound, problem{Message: "The book has no such file"})
		return
	}
	column, _ := strconv.Atoi(r.FormValue("column"))
	answer(w, writtenAt(diag.Pos{Source: src, Offset: wordOf(src, line, column)}))
}

var notPrinted = problem{Message: "This place is not printed", Help: "It may be in a file that the contents leave out, or in one that is not of this book"}

// wordOf returns the place of a line and column, both from 1; without a column, that of the first words of the line.
func wordOf(src *diag.Source, line, column int) int {
	at := src.Offset(line, column)
	if text := src.Line(line); column < 1 {
		at += len(text) - len(strings.TrimLeftFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
	}
	return at
}

// writtenAt returns the word at a place, and the paragraph that it is in.
func writtenAt(pos diag.Pos) sourceText {
	src := pos.Source
	from, to := wordAt(src.Text, pos.Offset)
	out := sourceText{File: src.Name, Word: string(src.Text[from:to])}
	out.Line, out.Column = src.LineColumn(from)
	first, last := out.Line, out.Line
	blank := func(n int) bool { return strings.TrimSpace(src.Line(n)) == "" }
	end, _ := src.LineColumn(len(src.Text))
	if !blank(out.Line) {
		for first > 1 && out.Line-first < mostSource && !blank(first-1) {
			first--
		}
		for last < end && last-out.Line < mostSource && !blank(last+1) {
			last++
		}
	}
	for n := first; n <= last; n++ {
		text := src.Line(n)
		l := sourceLine{Number: n, Before: text}
		if n == out.Line {
			at := min(from-src.Offset(n, 1), len(text))
			upTo := min(at+to-from, len(text))
			l.Before, l.Word, l.After = text[:at], text[at:upTo], text[upTo:]
			if cut := len(l.Before) - mostOfLine; cut > 0 {
				l.Before = "…" + strings.ToValidUTF8(l.Before[cut:], "")
			}
		}
		l.Before, l.After = start(l.Before, 2*mostOfLine), start(l.After, mostOfLine)
		out.Text = append(out.Text, l)
	}
	return out
}

// start returns the beginning of a text that is longer than most bytes.
func start(text string, most int) string {
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "…"
}
